import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { signInLetter } from '../mail/signInLetter.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** Replaces a person's recovery codes, by their hashes, and writes to them if they had some. */
export async function replaceRecoveryCodes({ pool }: Pool, personId: string, hashes: readonly string[]): Promise<void> {
  // The hash of a new code is never that of an old one: the two parts of the statement touch different rows.
  await pool.query({
    name: 'replace_recovery_codes',
    text: `WITH old AS (DELETE FROM recovery_codes WHERE person_id = $1 RETURNING person_id),
             had AS (SELECT DISTINCT person_id FROM old), letter AS (${signInLetter('had', 'recovery_codes')})
           INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2::text[])`,
    values: [personId, hashes],
  });
}

/** Uses a code up. False: there is none with this hash, or it was used before. */
export async function takeRecoveryCode({ pool }: Pool, personId: string, hash: string, at: Instant): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_recovery_code',
    text: 'UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL',
    values: [personId, hash, stored(at)],
  });
  return rowCount === 1;
}

/** How many codes a person has left. */
export async function countRecoveryCodes({ pool }: Pool, personId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count_recovery_codes',
    text: 'SELECT count(*)::int AS count FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL',
    values: [personId],
  });
  return rows[0]?.count ?? 0;
}
