import type { LocalDate } from '../../rules/calendar/instant.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Database } from '../database.js';

/** The last day of the sanctions in force against this person or unit on a day; null when there are none. */
export async function sanctionedUntil(
  database: Database,
  { personId, unitId, on }: { readonly personId: string; readonly unitId: string; readonly on: LocalDate },
): Promise<LocalDate | null> {
  const { rows } = await database.pool.query<{ until: LocalDate | null }>({
    name: 'sanctioned_until',
    text: `SELECT max(expires_on)::text AS until FROM sanctions
           WHERE (person_id = $1 OR unit_id = $2) AND state = ANY ($3::text[])
             AND COALESCE(starts_on, decided_on) <= $4::date AND expires_on >= $4::date`,
    values: [personId, unitId, barringStates, on],
  });
  return rows[0]?.until ?? null;
}
