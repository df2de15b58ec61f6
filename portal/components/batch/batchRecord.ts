import type { Action, QueueItem } from '../../api/applications.js';
import type { Role } from '../../api/me.js';
import type { ProblemBody } from '../../api/problem.js';

/** The state of one line. `lost`: no answer came; it is sent again with the same key. */
export type LineState = 'waiting' | 'sending' | 'done' | 'refused' | 'lost';
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly state: LineState;
  /** one key per intention, kept over retries until the API has judged */
  readonly key: string;
  /** role and seq with which it was sent: a retry repeats the same request */
  readonly sent: { readonly as: Role | null; readonly seq: number } | null;
  readonly receivedAt: string | null;
  readonly problem: Pick<ProblemBody, 'detail' | 'detailEn' | 'clause'> | null;
}

/** The reason why an act is disabled, as the problem of a line. */
export const reportedIn = ({ message, messageEn, clause }: NonNullable<Action['refusal']>): Line['problem'] => ({
  detail: message,
  detailEn: messageEn,
  clause,
});

/** When a unit decided to recommend, and which leader answers for it; empty where it is not filled in. */
export interface Decision {
  readonly decidedOn: string;
  readonly decisionNumber: string;
  readonly leader: string;
}

/** One act performed on several applications in sequence. */
export interface Batch {
  readonly event: string;
  readonly zh: string;
  readonly en: string;
  readonly takes: string;
  readonly reason: string;
  /** of recommendations: one decision of the unit for all of them */
  readonly decision: Decision;
  readonly started: boolean;
  readonly lines: readonly Line[];
}

/** The act of a batch and the applications it is for. */
export interface BatchAct extends Pick<Batch, 'event' | 'zh' | 'en' | 'takes'> {
  readonly items: readonly QueueItem[];
}

const noDecision: Decision = { decidedOn: '', decisionNumber: '', leader: '' };

export function newBatch({ event, zh, en, takes, items }: BatchAct): Batch {
  const lines = items.map(
    ({ id, applicantName: name, unitName }): Line => ({
      id,
      name,
      unitName,
      state: 'waiting',
      key: crypto.randomUUID(),
      sent: null,
      receivedAt: null,
      problem: null,
    }),
  );
  return { event, zh, en, takes, lines, reason: '', decision: noDecision, started: false };
}

export const countIn = ({ lines }: Batch, ...states: readonly LineState[]) =>
  lines.filter(({ state }) => states.includes(state)).length;

/** An unfinished batch of this tab; a line in flight is sent again with its key. */
export function readBatch(name: string): Batch | null {
  try {
    const batch = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Batch | null;
    if (batch === null) return null;
    const lines = batch.lines.map((line) => (line.state === 'sending' ? { ...line, state: 'lost' as const } : line));
    return { ...batch, lines };
  } catch {
    return null;
  }
}

export function keepBatch(name: string, batch: Batch | null): void {
  try {
    if (batch === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(batch));
  } catch {
    // Storage is full or forbidden: the open dialog still holds the batch.
  }
}
