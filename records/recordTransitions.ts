import type { Transition } from '../rules/act.js';
import { noticesOf } from '../rules/notices.js';
import { appendTransition, type Standing } from './appendTransition.js';
import type { Database } from './database.js';

/** A transition whose predecessor is not in the database: it is never written, because the chain would break. */
export class TransitionGap extends Error {
  override readonly name = 'TransitionGap';
}

/**
 * Writes transitions in order, each whole or not at all. One that is there already is passed over, so a repetition
 * changes nothing. Returns how many letters were put into the outbox.
 *
 * @throws TransitionGap
 */
export async function recordTransitions(
  database: Database,
  applicationId: string,
  transitions: readonly Transition[],
): Promise<number> {
  let standing = await standingOf(database, applicationId);
  let letters = 0;
  for (const transition of transitions) {
    if (transition.seq <= standing.facts.seq) continue;
    if (transition.seq > standing.facts.seq + 1) {
      throw new TransitionGap(`${applicationId}: ${transition.seq} cannot follow ${standing.facts.seq}`);
    }
    const notices = noticesOf(transition);
    const next = await appendTransition(database.pool, standing, transition, { notices, started: true });
    standing = next ?? (await standingOf(database, applicationId));
    if (next) letters += notices.length;
    else if (standing.facts.seq < transition.seq) throw new Error(`${applicationId}: written by two at once`);
  }
  return letters;
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
