import type { Transition } from '../../rules/application/act.js';
import { concernsTurn } from '../../rules/defense/slotLaw.js';
import { type Notice, noticesOf } from '../../rules/notifications/notices.js';
import type { Database } from '../database.js';
import { followAppointment } from '../defense/followAppointment.js';
import { inTransaction } from '../inTransaction.js';
import { appendTransition, type Standing } from './appendTransition.js';
import { eventHash } from './eventHash.js';
import { eventsAfter, type TimelineEntry } from './timeline.js';

/** A transition whose predecessor is not in the database: it is never written, because the chain would break. */
export class TransitionGap extends Error {
  override readonly name = 'TransitionGap';
}

/** How many letters were put into the outbox, and what the record holds instead when it holds something else. */
export interface Recorded {
  readonly letters: number;
  /** From the seq of the first transition on, in order; absent when the record agrees. */
  readonly instead?: readonly Transition[];
}

/**
 * Writes transitions in order, each whole or not at all, each only after the one it was decided on. One that is there
 * already is passed over, so a repetition changes nothing. Where another stands in its place, nothing more is written
 * and the answer is what stands there: the record is right, and whoever decided without it decides anew.
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
    let standing = await standingOf(database, applicationId);
    if (first > standing.facts.seq + 1) {
      throw new TransitionGap(`${applicationId}: ${first} cannot follow ${standing.facts.seq}`);
    }
    const written = first <= standing.facts.seq ? await eventsAfter(database, { applicationId, seq: first - 1 }) : [];
    const agreed = written.every((entry, index) => isEntryOf(applicationId, transitions[index], entry));
    if (!agreed) return { letters, instead: written.map(({ transition }) => transition) };
    let alone = true;
    for (const transition of transitions.slice(written.length)) {
      const notices = noticesOf(transition);
      const next = await append(database, standing, transition, notices);
      alone = next !== null;
      if (!next) break;
      standing = next;
      letters += notices.length;
    }
    if (alone) return { letters };
  }
}

/** One statement is a transaction of its own; only where a turn in a session may follow are there several. */
async function append(
  database: Database,
  before: Standing,
  transition: Transition,
  notices: readonly Notice[],
): Promise<Standing | null> {
  const more = { notices, started: true };
  if (!concernsTurn(transition)) return await appendTransition(database.pool, before, transition, more);
  return await inTransaction(database, async (statements) => {
    const next = await appendTransition(statements, before, transition, more);
    if (next) await followAppointment(statements, next.facts.applicationId, transition);
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

async function standingOf({ pool }: Database, applicationId: string): Promise<Standing> {
  const { rows } = await pool.query<Standing>({
    name: 'standing',
    text: 'SELECT facts, last_hash AS "lastHash" FROM applications WHERE id = $1',
    values: [applicationId],
  });
  if (!rows[0]) throw new Error(`no application ${applicationId}`);
  return rows[0];
}
