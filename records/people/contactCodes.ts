import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A code for a purpose that goes to a contact; both stand in `place` as one hash. */
export interface SentCode {
  readonly place: string;
  readonly codeHash: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** How many may be sent to one place in an hour. */
  readonly most: number;
}

/** Stores a code in place of the one before; those of others that expired a day ago are forgotten. False: too many were sent. */
export async function addContactCode(
  { pool }: Pool,
  { place, codeHash, at, expiresAt, most }: SentCode,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'add_contact_code',
    text: `WITH old AS (DELETE FROM contact_codes WHERE expires_at < $3::timestamptz - interval '1 day' AND place <> $1)
           INSERT INTO contact_codes AS kept (place, code_hash, expires_at, sent_since) VALUES ($1, $2, $4, $3)
           ON CONFLICT (place) DO UPDATE SET code_hash = $2, expires_at = $4, failures = 0,
             sent = CASE WHEN kept.sent_since <= $3::timestamptz - interval '1 hour' THEN 1 ELSE kept.sent + 1 END,
             sent_since = CASE WHEN kept.sent_since <= $3::timestamptz - interval '1 hour' THEN $3 ELSE kept.sent_since END
           WHERE kept.sent_since <= $3::timestamptz - interval '1 hour' OR kept.sent < $5`,
    values: [place, codeHash, stored(at), stored(expiresAt), most],
  });
  return rowCount === 1;
}

/**
 * Whether this is the code that was sent there and has not expired. A wrong one counts, and after `mostFailures` the code is
 * worth nothing; `uses`: a right one is worth nothing from then on. Attempts at once wait for each other.
 */
export async function tryContactCode(
  { pool }: Pool,
  attempt: Pick<SentCode, 'place' | 'codeHash' | 'at'> & { readonly mostFailures: number; readonly uses: boolean },
): Promise<boolean> {
  const { place, codeHash, at, mostFailures, uses } = attempt;
  const { rows } = await pool.query<{ right: boolean }>({
    name: 'try_contact_code',
    text: `UPDATE contact_codes SET failures = CASE WHEN code_hash = $2 THEN failures ELSE failures + 1 END,
             expires_at = CASE WHEN code_hash = $2 AND $5 THEN $3 ELSE expires_at END
           WHERE place = $1 AND expires_at > $3 AND failures < $4 RETURNING code_hash = $2 AS right`,
    values: [place, codeHash, stored(at), mostFailures, uses],
  });
  return rows[0]?.right ?? false;
}
