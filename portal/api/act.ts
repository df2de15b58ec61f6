import { fetchInSession } from './client.js';
import { ApiProblem, ConnectionLost, isProblem, type ProblemBody } from './problem.js';
import { readJson } from './readJson.js';

export interface ActToSend {
  readonly id: string;
  readonly event: string;
  /** in which of the caller's roles */
  readonly as: string | null;
  /** the application's seq on the page the person saw */
  readonly seq: number;
  /** the same for every retry of one intention */
  readonly key: string;
  readonly body: unknown;
}
export interface Receipt {
  readonly key: string;
  /** 收件时间: the instant from which the act counts */
  readonly receivedAt: string;
  readonly seq: number | null;
}
interface Outcome {
  readonly outcome: 'pending' | 'done' | 'refused';
  readonly receivedAt: string;
  readonly answer: { readonly seq: number } | null;
  readonly problem: ProblemBody | null;
}

/**
 * Sends one act and waits for its outcome, also when the engine answers later (202).
 *
 * @throws ApiProblem when the law or the API refuses · ConnectionLost when no answer came: retry with the same key
 */
export async function sendAct({ id, event, as, seq, key, body }: ActToSend): Promise<Receipt> {
  const query = as === null ? '' : `?as=${as}`;
  const response = await fetchInSession(
    new Request(`/api/applications/${id}/actions/${event}${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': `"${seq}"` },
      body: JSON.stringify(body),
    }),
  );
  const description: unknown = await response.json().catch(() => null);
  if (response.status === 202) return await outcomeOf(id, key);
  if (response.ok) return description as Receipt;
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}

export interface OneOfSeveral {
  readonly application: string;
  /** in which of the caller's roles */
  readonly as?: string;
  /** the application's seq on the page the person saw; null: it is not compared */
  readonly seq: number | null;
  /** the same for every retry of one intention */
  readonly key: string;
  readonly body: unknown;
}

/** The answer to one of several acts. */
export interface ResultOfOne {
  readonly receipt: Receipt | null;
  readonly problem: ProblemBody | null;
}

/**
 * Sends the same act for several applications. Each has its own answer, in the same order; without a problem it is
 * registered.
 *
 * @throws ApiProblem when the request is refused as a whole · ConnectionLost when no answer came: retry with the same keys
 */
export async function sendActsTogether(event: string, acts: readonly OneOfSeveral[]): Promise<readonly ResultOfOne[]> {
  const response = await fetchInSession(
    new Request('/api/acts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ event, acts }),
    }),
  );
  const description: unknown = await response.json().catch(() => null);
  if (response.ok) return (description as { results: readonly ResultOfOne[] }).results;
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}

async function outcomeOf(id: string, key: string): Promise<Receipt> {
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { outcome, answer, problem, receivedAt } = await readJson<Outcome>(`/api/applications/${id}/acts/${key}`);
    if (problem !== null) throw new ApiProblem(problem);
    if (outcome === 'done') return { key, receivedAt, seq: answer?.seq ?? null };
  }
  throw new ConnectionLost('the engine has not answered');
}

/** Whether the API has judged the act: the next try is a new intention and needs a new key. */
export const isJudged = (error: unknown) =>
  error instanceof ApiProblem && error.body.status < 500 && error.body.status !== 429;
