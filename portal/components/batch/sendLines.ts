import type { QueryClient } from '@tanstack/react-query';
import { isJudged, type Receipt, type ResultOfOne, sendAct, sendActsTogether } from '../../api/act.js';
import { applicationQuery } from '../../api/applications.js';
import { ApiProblem, problemIn } from '../../api/problem.js';
import { type Batch, type Line, reportedIn } from './batchRecord.js';

/**
 * Performs the act on some applications, in one request. A line that was sent before without an answer is sent again
 * unchanged, with the same key, role and seq, so that the API returns its outcome instead of performing it twice.
 *
 * @param keep stores the lines before they are sent, so that a crash cannot lose their keys
 */
export async function sendLines(
  client: QueryClient,
  batch: Batch,
  lines: readonly Line[],
  keep: (lines: readonly Line[]) => void,
): Promise<readonly Line[]> {
  const looked = await Promise.all(lines.map((line) => prepare(client, line, batch.event)));
  const sending = looked.filter(isPrepared);
  keep(sending);
  const answers = await answersTo(batch, sending);
  const after = new Map(answers.map((line) => [line.id, line]));
  for (const { id } of lines) void client.invalidateQueries({ queryKey: ['application', id] });
  return looked.map((line) => after.get(line.id) ?? line);
}

type Prepared = Line & { readonly sent: NonNullable<Line['sent']> };
const isPrepared = (line: Line): line is Prepared => line.state === 'sending' && line.sent !== null;

/** A line ready to be sent, or with the reason why it is not. */
async function prepare(client: QueryClient, line: Line, event: string): Promise<Line> {
  try {
    const sent = line.sent ?? (await look(client, line.id, event));
    if ('problem' in sent) return { ...line, state: 'refused', problem: sent.problem };
    return { ...line, state: 'sending', problem: null, sent };
  } catch (error) {
    return notDone(line, error);
  }
}

async function answersTo(batch: Batch, lines: readonly Prepared[]): Promise<readonly Line[]> {
  if (lines.length === 0) return [];
  const body = bodyOf(batch);
  try {
    const acts = lines.map(({ id: application, key, sent: { as, seq } }) => ({
      application,
      seq,
      key,
      body,
      ...(as === null ? {} : { as }),
    }));
    const results = await sendActsTogether(batch.event, acts);
    return await Promise.all(lines.map((line, place) => answerOf(batch, line, results[place])));
  } catch (error) {
    return lines.map((line) => notDone(line, error));
  }
}

/** A line with its answer; one that is still on its way is asked for again under its key. */
async function answerOf(batch: Batch, line: Prepared, result: ResultOfOne | undefined): Promise<Line> {
  try {
    if (result?.problem) throw new ApiProblem(result.problem);
    const receipt = result?.receipt;
    const { id, key, sent } = line;
    const { receivedAt } = isAnswered(receipt)
      ? receipt
      : await sendAct({ id, event: batch.event, key, body: bodyOf(batch), ...sent });
    return { ...line, state: 'done', receivedAt };
  } catch (error) {
    return notDone(line, error);
  }
}

const isAnswered = (receipt: Receipt | null | undefined): receipt is Receipt => receipt != null && receipt.seq !== null;

function notDone(line: Line, error: unknown): Line {
  const body = problemIn(error);
  const problem = body && { detail: body.detail, detailEn: body.detailEn, clause: body.clause };
  if (!isJudged(error)) return { ...line, state: 'lost', problem };
  // Judged: the next try is a new intention on the current page.
  return { ...line, state: 'refused', key: crypto.randomUUID(), sent: null, problem };
}

/** What is sent with each: what was typed for all of them, without what is empty. */
function bodyOf({ takes, reason, decision }: Batch) {
  const typed = takes === 'nothing' ? {} : { reason, ...(takes === 'attachments' ? decision : {}) };
  return Object.fromEntries(
    Object.entries<string>(typed).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}

/** The application's current state: the role in which the act is allowed, or the reason why not. */
async function look(client: QueryClient, id: string, event: string) {
  const application = await client.fetchQuery({ ...applicationQuery(id), staleTime: 0 });
  const action = application.actions.find((one) => one.event === event);
  if (action?.allowed) return { as: action.as, seq: application.seq };
  if (action?.refusal) return { problem: reportedIn(action.refusal) };
  const { zh: detail, en: detailEn } = application.statusLabel;
  return { problem: { detail, detailEn, clause: action?.clause ?? null } };
}
