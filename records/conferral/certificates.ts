import type { LocalDate } from '../../rules/calendar/instant.js';
import type { Level, Track } from '../../rules/campaign/codes.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Database } from '../database.js';

/** A conferred title with its number, and whether it has been revoked since. */
export interface ConferredTitle {
  readonly applicationId: string;
  readonly campaignId: string;
  readonly number: string;
  readonly holderId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly level: Level;
  readonly specialty: string;
  readonly track: Track;
  readonly conferredOn: LocalDate;
  readonly revokedOn: LocalDate | null;
  readonly revokedBasis: string | null;
  readonly revokedClause: string | null;
}

/** More titles than a campaign confers. */
export const mostTitles = 5_000;

// A certificate comes from a conferring event of the chain: a row without one is none.
// A sanction that was lifted without restoring the title has still revoked it.
const revoked = `LEFT JOIN LATERAL (SELECT decided_on, basis, clause FROM sanctions
    WHERE application_id = certificates.application_id AND revokes
      AND (state = ANY ($1::text[]) OR (state = 'lifted' AND NOT restores_title)) LIMIT 1) AS revocation ON true`;
const select = `SELECT certificates.application_id AS "applicationId", certificates.campaign_id AS "campaignId", certificates.number,
    users.id AS "holderId", users.name, units.id AS "unitId", units.name AS "unitName", level, specialty, track, conferred_on::text AS "conferredOn",
    revocation.decided_on::text AS "revokedOn", revocation.basis AS "revokedBasis", revocation.clause AS "revokedClause"
  FROM certificates JOIN applications ON applications.id = certificates.application_id
    JOIN events AS conferring ON conferring.application_id = certificates.application_id
      AND conferring.to_status = 'conferred' AND conferring.from_status <> 'conferred'
    JOIN users ON users.id = applications.applicant_id JOIN units ON units.id = applications.unit_id ${revoked}`;

/** The titles a campaign conferred, by unit and number; of one unit when given. */
export async function conferredTitles(
  { pool }: Pick<Database, 'pool'>,
  given: { readonly campaignId: string; readonly unitId: string | null; readonly limit: number },
): Promise<readonly ConferredTitle[]> {
  const { rows } = await pool.query<ConferredTitle>({
    name: 'conferred_titles',
    text: `${select} WHERE certificates.campaign_id = $2 AND ($3::text IS NULL OR units.id = $3)
           ORDER BY units.name, units.id, ordinal LIMIT $4`,
    values: [barringStates, given.campaignId, given.unitId, given.limit],
  });
  return rows;
}

/** The title with a certificate number, or null. */
export async function titleOfNumber({ pool }: Pick<Database, 'pool'>, number: string): Promise<ConferredTitle | null> {
  const values = [barringStates, number];
  const { rows } = await pool.query<ConferredTitle>({
    name: 'title_of_number',
    text: `${select} WHERE certificates.number = $2`,
    values,
  });
  return rows[0] ?? null;
}

/** The title conferred on an application, or null. */
export async function titleOf({ pool }: Pick<Database, 'pool'>, applicationId: string): Promise<ConferredTitle | null> {
  const text = `${select} WHERE certificates.application_id = $2::uuid`;
  const values = [barringStates, applicationId];
  return (await pool.query<ConferredTitle>({ name: 'title_of_application', text, values })).rows[0] ?? null;
}

/** Titles that have been revoked, the latest first. */
export async function revokedTitles(
  { pool }: Pick<Database, 'pool'>,
  limit: number,
): Promise<readonly ConferredTitle[]> {
  const { rows } = await pool.query<ConferredTitle>({
    name: 'revoked_titles',
    text: `${select} WHERE revocation.decided_on IS NOT NULL ORDER BY revocation.decided_on DESC, certificates.number LIMIT $2`,
    values: [barringStates, limit],
  });
  return rows;
}
