import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';

/** The sealed secret of a person's authenticator, and since when it is confirmed. */
export interface SecondFactor {
  readonly sealedSecret: string;
  readonly confirmedAt: Instant | null;
}

/** A person's second factor, or null. */
export async function findSecondFactor(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
): Promise<SecondFactor | null> {
  const {
    rows: [row],
  } = await pool.query<{ sealedSecret: string; confirmedAt: Date | null }>({
    name: 'find_second_factor',
    text: `SELECT sealed_secret AS "sealedSecret", confirmed_at AS "confirmedAt" FROM second_factors WHERE person_id = $1`,
    values: [personId],
  });
  return row ? { sealedSecret: row.sealedSecret, confirmedAt: instantOrNull(row.confirmedAt) } : null;
}

/** Stores a new secret until its first code confirms it. False: there is a confirmed one, which is not replaced. */
export async function offerSecondFactor(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
  sealedSecret: string,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'offer_second_factor',
    text: `INSERT INTO second_factors AS known (person_id, sealed_secret) VALUES ($1, $2)
           ON CONFLICT (person_id) DO UPDATE SET sealed_secret = $2 WHERE known.confirmed_at IS NULL`,
    values: [personId, sealedSecret],
  });
  return rowCount === 1;
}

/** Accepts the code of a time step later than every one accepted before. False: it was accepted already. */
export async function takeStep(
  { pool }: Pick<Database, 'pool'>,
  { personId, step, at }: { readonly personId: string; readonly step: number; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_step',
    text: `UPDATE second_factors SET last_step = $2, confirmed_at = COALESCE(confirmed_at, $3)
           WHERE person_id = $1 AND last_step < $2`,
    values: [personId, step, stored(at)],
  });
  return rowCount === 1;
}
