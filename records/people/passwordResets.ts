import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** Stores the hash of a link's token; earlier links of the person no longer work. */
export async function addPasswordReset(
  { pool }: Pool,
  { personId, tokenHash, expiresAt }: { personId: string; tokenHash: string; expiresAt: Instant },
): Promise<void> {
  await pool.query({
    name: 'add_password_reset',
    text: `WITH earlier AS (DELETE FROM password_resets WHERE person_id = $2 AND used_at IS NULL)
           INSERT INTO password_resets (token_hash, person_id, expires_at) VALUES ($1, $2, $3)`,
    values: [tokenHash, personId, stored(expiresAt)],
  });
}

/** The person whose unused link this is, without using it up; null: there is no such link. */
export async function findPasswordReset({ pool }: Pool, tokenHash: string, at: Instant): Promise<string | null> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'find_password_reset',
    text: `SELECT person_id AS "personId" FROM password_resets
           WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2`,
    values: [tokenHash, stored(at)],
  });
  return rows[0]?.personId ?? null;
}

/** Uses a link up. False: it was used before. */
export async function takePasswordReset({ pool }: Pool, tokenHash: string, at: Instant): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_password_reset',
    text: 'UPDATE password_resets SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
    values: [tokenHash, stored(at)],
  });
  return rowCount === 1;
}
