import type { QueryClient } from '@tanstack/react-query';
import { isJudged, sendAct } from '../../api/act.js';
import { applicationQuery } from '../../api/applications.js';
import { problemIn } from '../../api/problem.js';
import { type Batch, type Line, reportedIn } from './batchRecord.js';

/**
 * Performs the act on one application. A line that was sent before without an answer is sent again unchanged, with the
 * same key, role and seq, so that the API returns its outcome instead of performing it twice.
 *
 * @param keep stores the line before it is sent, so that a crash cannot lose its key
 */
export async function sendLine(
  client: QueryClient,
  batch: Batch,
  line: Line,
  keep: (line: Line) => void,
): Promise<Line> {
  const { event } = batch;
  let sending: Line = { ...line, state: 'sending', problem: null };
  try {
    const sent = line.sent ?? (await look(client, line.id, event));
    if ('problem' in sent) return { ...line, state: 'refused', problem: sent.problem };
    sending = { ...sending, sent };
    keep(sending);
    const { receivedAt } = await sendAct({ id: line.id, event, key: line.key, body: bodyOf(batch), ...sent });
    return { ...sending, state: 'done', receivedAt };
  } catch (error) {
    const body = problemIn(error);
    const problem = body && { detail: body.detail, detailEn: body.detailEn, clause: body.clause };
    if (!isJudged(error)) return { ...sending, state: 'lost', problem };
    // Judged: the next try is a new intention on the current page.
    return { ...sending, state: 'refused', key: crypto.randomUUID(), sent: null, problem };
  } finally {
    void client.invalidateQueries({ queryKey: ['application', line.id] });
  }
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
