import type { Action, QueueItem } from '../../api/applications.js';
import type { Role } from '../../api/me.js';
import type { ProblemBody } from '../../api/problem.js';

/** What became of one line so far. `lost`: nothing came back; it is sent again under the same key. */
export type LineState = 'waiting' | 'sending' | 'done' | 'refused' | 'lost';
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly state: LineState;
  /** one intention, one key: kept over every retry until the door has judged */
  readonly key: string;
  /** as which role and on which page it was sent: a retry repeats the same request */
  readonly sent: { readonly as: Role | null; readonly seq: number } | null;
  readonly receivedAt: string | null;
  readonly problem: Pick<ProblemBody, 'detail' | 'detailEn' | 'clause'> | null;
}

/** What a button that cannot be pressed says, as a line tells it. */
export const reportedIn = ({ message, messageEn, clause }: NonNullable<Action['refusal']>): Line['problem'] => ({
  detail: message,
  detailEn: messageEn,
  clause,
});

/** One act, to be done with several applications one after the other. */
export interface Batch {
  readonly event: string;
  readonly zh: string;
  readonly en: string;
  readonly takes: string;
  readonly reason: string;
  readonly started: boolean;
  readonly lines: readonly Line[];
}

/** What a batch is about: an act of the law and the applications it is meant for. */
export interface BatchAct extends Pick<Batch, 'event' | 'zh' | 'en' | 'takes'> {
  readonly items: readonly QueueItem[];
}

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
  return { event, zh, en, takes, lines, reason: '', started: false };
}

export const countIn = ({ lines }: Batch, ...states: readonly LineState[]) =>
  lines.filter(({ state }) => states.includes(state)).length;

/** A batch that was begun in this tab and not finished; what was on its way is sent again under its key. */
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
    // A full or forbidden storage keeps nothing; the open dialog still does.
  }
}
