import type { LocalDate } from '../../rules/calendar/instant.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Database } from '../database.js';

/** The units under a sanction on a day directly below each of these departments. */
export async function unitsUnderSanction(
  { pool }: Pick<Database, 'pool'>,
  { departments, on }: { readonly departments: readonly string[]; readonly on: LocalDate },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<{ department: string; units: string[] }>({
    name: 'units_under_sanction',
    text: `SELECT chain.department_id AS department, array_agg(DISTINCT chain.unit_id) AS units
           FROM sanctions JOIN unit_chain AS chain ON chain.unit_id = sanctions.unit_id AND chain.level = 0
           WHERE chain.department_id = ANY ($1::text[]) AND state = ANY ($2::text[])
             AND COALESCE(starts_on, decided_on) <= $3::date AND expires_on >= $3::date
           GROUP BY chain.department_id`,
    values: [departments, barringStates, on],
  });
  return new Map(rows.map(({ department, units }) => [department, units]));
}
