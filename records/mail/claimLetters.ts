import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';
import type { WaitingLetter } from './outbox.js';

/**
 * Claims due letters for one sender, those tried before first, so that they do not wait behind all that is new: no other sender gets them before `leaseUntil`. If this process dies,
 * they are due again at that instant.
 */
export async function claimLetters(
  { pool }: Pick<Database, 'pool'>,
  { now, leaseUntil, limit }: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number },
): Promise<readonly WaitingLetter[]> {
  const { rows } = await pool.query<WaitingLetter>({
    name: 'claim_letters',
    text: `
    WITH claimed AS (
      UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $1::timestamptz
      WHERE id IN (
        SELECT id FROM (SELECT id FROM outbox WHERE state = 'pending' AND next_attempt_at <= $2::timestamptz
          ORDER BY next_attempt_at, id LIMIT $3::int FOR UPDATE SKIP LOCKED) AS again
        UNION ALL
        SELECT id FROM (SELECT id FROM outbox WHERE state = 'pending' AND next_attempt_at IS NULL
          ORDER BY id LIMIT $3::int FOR UPDATE SKIP LOCKED) AS fresh
        LIMIT $3::int)
      RETURNING *)
    SELECT id::text, application_id AS "applicationId", seq, campaign_id AS "campaignId", kind, role, scope, key, detail,
           attempts
    FROM claimed ORDER BY claimed.id`,
    values: [stored(leaseUntil), stored(now), limit],
  });
  return rows;
}

/** The instant the next letter is due: null when none waits, 0 when one is due at once. */
export async function nextLetterAt({ pool }: Pick<Database, 'pool'>): Promise<Instant | null> {
  const {
    rows: [row],
  } = await pool.query<{ next: Date | null }>({
    name: 'next_letter',
    text: `SELECT next_attempt_at AS next FROM outbox WHERE state = 'pending' ORDER BY next_attempt_at NULLS FIRST LIMIT 1`,
  });
  return row ? (instantOrNull(row.next) ?? 0) : null;
}

/** Marks the application as one that needs an operator exactly as long as one of its letters is parked. */
export async function listParkedLetters({ pool }: Pick<Database, 'pool'>, outboxId: string): Promise<void> {
  await pool.query({
    name: 'list_parked_letters',
    text: `
    UPDATE applications SET needs_attention =
      EXISTS (SELECT FROM outbox WHERE application_id = applications.id AND state = 'parked')
    WHERE id = (SELECT application_id FROM outbox WHERE id = $1::bigint)`,
    values: [outboxId],
  });
}
