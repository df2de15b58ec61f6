import type { Instant } from '../../rules/calendar/instant.js';
import type { RequestOutcome } from '../../rules/people/membership.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';

/** What a person asks for and somebody else decides: to join a unit, to have one registered, another name. */
export interface AskedFor {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly askedAt: Instant;
  /** Null while it is open. */
  readonly outcome: RequestOutcome | null;
  readonly decidedAt: Instant | null;
}

/** The same as the database returns it. */
export type AskedRow<Asked extends AskedFor> = Omit<Asked, 'askedAt' | 'decidedAt'> & {
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
};

export function askedOf<Row extends { readonly askedAt: Date; readonly decidedAt: Date | null }>(row: Row) {
  const { askedAt, decidedAt, ...rest } = row;
  return { ...rest, askedAt: askedAt.getTime(), decidedAt: instantOrNull(decidedAt) };
}

/** Takes back what a person asked for. False: it is not open, or not this person's. */
export async function withdrawAsked(
  { pool }: Pick<Database, 'pool'>,
  table: 'membership_requests' | 'unit_registrations',
  { id, personId, at }: { readonly id: string; readonly personId: string; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: `withdraw_${table}`,
    text: `UPDATE ${table} SET outcome = 'withdrawn', decided_by = $2, decided_at = $3
           WHERE id = $1 AND person_id = $2 AND outcome IS NULL`,
    values: [id, personId, stored(at)],
  });
  return rowCount === 1;
}
