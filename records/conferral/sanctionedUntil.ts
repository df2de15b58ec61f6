import type { LocalDate } from '../../rules/calendar/instant.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Database } from '../database.js';

/** Whom a sanction would have to be about; the unit alone where no person is asked about. */
export interface AskedAbout {
  readonly unitId: string;
  readonly personId?: string;
  /** The hash of the ID number in the person's form: it finds them under every account they have had. */
  readonly idNumberHash?: string | null;
  readonly on: LocalDate;
}

/**
 * The last day of the sanctions in force against this person or unit on a day; null when there are none. A person is who
 * their ID number says they are: a sanction of one account holds for every other one of the same person.
 */
export async function sanctionedUntil(
  database: Database,
  { personId, unitId, idNumberHash, on }: AskedAbout,
): Promise<LocalDate | null> {
  const { rows } = await database.pool.query<{ until: LocalDate | null }>({
    name: 'sanctioned_until',
    text: `SELECT max(expires_on)::text AS until FROM sanctions
           WHERE (unit_id = $2 OR person_id = $1 OR person_id IN (
               SELECT applicant_id FROM dossiers JOIN applications ON applications.id = application_id
               WHERE id_number_hash = $5))
             AND state = ANY ($3::text[])
             AND COALESCE(starts_on, decided_on) <= $4::date AND expires_on >= $4::date`,
    values: [personId ?? null, unitId, barringStates, on, idNumberHash ?? null],
  });
  return rows[0]?.until ?? null;
}
