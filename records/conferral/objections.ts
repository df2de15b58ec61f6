import type { Objection } from '../../rules/application/facts.js';
import type { Status } from '../../rules/application/lifecycle.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** An unresolved objection, with the applicant it concerns. */
export interface OpenObjection extends Pick<Objection, 'id' | 'stage' | 'raisedAt'> {
  readonly applicationId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly status: Status;
  /** Who investigates it and until when; null while nobody is assigned. */
  readonly investigatorName: string | null;
  readonly dueOn: LocalDate | null;
}

/** Unresolved objections of a campaign, oldest first, among applications in the statuses where the law resolves them. */
export async function openObjections(
  { pool }: Database,
  given: { readonly campaignId: string; readonly statuses: readonly Status[]; readonly limit: number },
): Promise<readonly OpenObjection[]> {
  const { rows } = await pool.query<OpenObjection>({
    name: 'open_objections',
    text: `
      SELECT applications.id AS "applicationId", users.name AS "applicantName", units.name AS "unitName",
             applications.status, objection->>'id' AS id, objection->>'stage' AS stage,
             (objection->>'raisedAt')::float8 AS "raisedAt", investigator.name AS "investigatorName", due_on::text AS "dueOn"
      FROM applications CROSS JOIN LATERAL jsonb_array_elements(applications.facts->'objections') AS objection
        JOIN users ON users.id = applications.applicant_id JOIN units ON units.id = applications.unit_id
        LEFT JOIN objection_files ON application_id = applications.id AND objection_id = objection->>'id'
        LEFT JOIN users AS investigator ON investigator.id = investigator_id
      WHERE campaign_id = $1 AND status = ANY($2::text[]) AND objection->>'outcome' IS NULL
      ORDER BY (objection->>'raisedAt')::float8, applications.id LIMIT $3`,
    values: [given.campaignId, given.statuses, given.limit],
  });
  return rows;
}
