import type { Instant } from '../rules/calendar/instant.js';
import type { Database } from './database.js';
import { instantOrNull, stored } from './instants.js';

/** Tables in which letters wait beside those about applications; all have the same columns for sending. */
export type LetterTable = 'campaign_letters' | 'invitation_letters';

/** For how long who claims letters has them alone, and how many at the most. */
export interface Claim {
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
}

/** The statement that takes the letters that are due ($1: now, $2: until when they are taken, $3: how many). */
export function claiming(table: LetterTable): string {
  return `UPDATE ${table} SET attempts = attempts + 1, next_attempt_at = $2
    WHERE id IN (SELECT id FROM ${table}
      WHERE state = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= $1)
      ORDER BY next_attempt_at NULLS FIRST, id LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
}

/** The values of `claiming`, in its order. */
export function claimed({ now, leaseUntil, limit }: Claim): readonly [Date, Date, number] {
  return [stored(now), stored(leaseUntil), limit];
}

/** When the next letter of a table is due: null when none waits, 0 when one is due at once. */
export async function nextWaitingAt({ pool }: Pick<Database, 'pool'>, table: LetterTable): Promise<Instant | null> {
  const { rows } = await pool.query<{ next: Date | null }>({
    name: `next_of_${table}`,
    text: `SELECT next_attempt_at AS next FROM ${table} WHERE state = 'pending'
           ORDER BY next_attempt_at NULLS FIRST LIMIT 1`,
  });
  return rows[0] ? (instantOrNull(rows[0].next) ?? 0) : null;
}

/** What became of a letter. It is tried again at `nextAttemptAt`. */
export interface Noted {
  readonly id: string;
  readonly state: 'sent' | 'skipped' | 'pending' | 'parked';
  readonly at: Instant;
  readonly error: string | null;
  readonly nextAttemptAt: Instant | null;
}

export async function noteWaiting(
  { pool }: Pick<Database, 'pool'>,
  table: LetterTable,
  { id, state, at, error, nextAttemptAt }: Noted,
): Promise<void> {
  await pool.query({
    name: `note_of_${table}`,
    text: `UPDATE ${table} SET state = $2, last_error = $4, next_attempt_at = $5,
             sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END WHERE id = $1`,
    values: [id, state, stored(at), error, nextAttemptAt === null ? null : stored(nextAttemptAt)],
  });
}
