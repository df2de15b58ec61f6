import type { Transition } from '../../rules/application/act.js';
import { concernsTurn } from '../../rules/defense/slotLaw.js';
import { type LetterRequest, letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import type { Database } from '../database.js';
import { applyAppointment } from '../defense/applyAppointment.js';
import { inTransaction } from '../inTransaction.js';
import { appendTransition, type RecordedState } from './appendTransition.js';
import { eventHash } from './eventHash.js';
import { eventsAfter, type TimelineEntry } from './timeline.js';

/** The predecessor of a transition is not recorded; writing it would break the hash chain. */
export class TransitionGap extends Error {
  override readonly name = 'TransitionGap';
}

/** How many letters were put into the outbox, and the recorded transitions when they differ from the proposed ones. */
export interface Recorded {
  readonly letters: number;
  /** From the seq of the first proposed transition on, in order; absent when the record agrees. */
  readonly instead?: readonly Transition[];
}

/**
 * Writes transitions in order, each atomically and only after the one it was decided on. A transition that is recorded
 * already is skipped, so a repetition changes nothing. Where another one is recorded in its place, nothing more is written
 * and the recorded ones are returned: the record is right, and the caller decides anew.
 *
 * @throws TransitionGap
 */
export async function recordTransitions(
  database: Database,
  applicationId: string,
  transitions: readonly Transition[],
): Promise<Recorded> {
  const first = transitions[0]?.seq ?? 1;
  let letters = 0;
  for (;;) {
    let recorded = await recordedStateOf(database, applicationId);
    if (first > recorded.facts.seq + 1) {
      throw new TransitionGap(`${applicationId}: ${first} cannot follow ${recorded.facts.seq}`);
    }
    const written = first <= recorded.facts.seq ? await eventsAfter(database, { applicationId, seq: first - 1 }) : [];
    const agreed = written.every((entry, index) => isEntryOf(applicationId, transitions[index], entry));
    if (!agreed) return { letters, instead: written.map(({ transition }) => transition) };
    let alone = true;
    for (const transition of transitions.slice(written.length)) {
      const letterRequests = letterRequestsOf(transition);
      const next = await append(database, recorded, transition, letterRequests);
      alone = next !== null;
      if (!next) break;
      recorded = next;
      letters += letterRequests.length;
    }
    if (alone) return { letters };
  }
}

/** One statement needs no transaction; an explicit one is opened only when a defense slot may have to change with it. */
async function append(
  database: Database,
  before: RecordedState,
  transition: Transition,
  letterRequests: readonly LetterRequest[],
): Promise<RecordedState | null> {
  const more = { letterRequests, started: true };
  if (!concernsTurn(transition)) return await appendTransition(database.pool, before, transition, more);
  return await inTransaction(database, async (statements) => {
    const next = await appendTransition(statements, before, transition, more);
    if (next) await applyAppointment(statements, next.facts.applicationId, transition);
    return next;
  });
}

function isEntryOf(
  applicationId: string,
  transition: Transition | undefined,
  { prevHash, hash }: Pick<TimelineEntry, 'prevHash' | 'hash'>,
): boolean {
  return transition !== undefined && eventHash(applicationId, transition, prevHash) === hash;
}

async function recordedStateOf({ pool }: Database, applicationId: string): Promise<RecordedState> {
  const { rows } = await pool.query<RecordedState>({
    name: 'recorded_state',
    text: 'SELECT facts, last_hash AS "lastHash" FROM applications WHERE id = $1',
    values: [applicationId],
  });
  if (!rows[0]) throw new Error(`no application ${applicationId}`);
  return rows[0];
}
