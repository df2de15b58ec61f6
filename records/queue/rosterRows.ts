import type { Facts } from '../../rules/application/facts.js';
import type { Role, Status } from '../../rules/application/lifecycle.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { pinnedVersion } from '../application/pinnedPolicy.js';
import type { Database } from '../database.js';
import { openDossier, type SealedDossier } from '../sealed/sealedDossier.js';

/** Which applications of a campaign: those that a role sees and that were submitted, in some statuses or in any. */
export interface RosterScope {
  readonly campaignId: string;
  readonly role: Role;
  /** The unit or department; of the office it does not matter. */
  readonly scope: string | null;
  readonly statuses: readonly Status[] | null;
}

const submitted = `a.campaign_id = $1 AND a.facts->>'dossierHash' IS NOT NULL
  AND CASE $2 WHEN 'unit' THEN a.unit_id = $3 WHEN 'department' THEN a.facts->'chain' ? $3 ELSE $2 = 'office' END
  AND ($4::text[] IS NULL OR a.status = ANY ($4))`;
const scopeValues = ({ campaignId, role, scope, statuses }: RosterScope) => [campaignId, role, scope ?? '', statuses];

/** Whose data a roster holds. */
export interface RosterSubject {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly status: Status;
}

/** Everybody on a roster, without their data. */
export async function rosterSubjects({ pool }: Database, scope: RosterScope): Promise<readonly RosterSubject[]> {
  const { rows } = await pool.query<RosterSubject>({
    name: 'roster_subjects',
    text: `SELECT a.id AS "applicationId", a.applicant_id AS "applicantId", a.status FROM applications a
           WHERE ${submitted}`,
    values: scopeValues(scope),
  });
  return rows;
}

/** What a roster says of one application. */
export interface RosterRow {
  readonly id: string;
  readonly number: string;
  readonly applicantId: string;
  readonly name: string;
  readonly unitName: string;
  readonly departmentName: string | null;
  readonly facts: Facts;
  readonly certificate: string | null;
  readonly conferredOn: LocalDate | null;
  readonly faulty: boolean;
  /** The version of the policy it is judged by. */
  readonly policyVersion: number;
  readonly dossier: Dossier;
}

/** A page of a roster by short number, with each form as it was submitted last; empty where its person's data were erased. */
export async function rosterPage(
  { pool, vault }: Database,
  given: RosterScope & { readonly after: string; readonly limit: number },
): Promise<readonly RosterRow[]> {
  const { rows } = await pool.query<Omit<RosterRow, 'dossier'> & { readonly sealed: SealedDossier | null }>({
    name: 'roster_page',
    text: `SELECT a.id, a.number, a.applicant_id AS "applicantId", users.name, units.name AS "unitName",
             department.name AS "departmentName", a.facts, certificates.number AS certificate,
             certificates.conferred_on::text AS "conferredOn", record.fault IS NOT NULL AS faulty,
             version.frozen->'dossier' AS sealed, pinned.version AS "policyVersion"
           FROM applications a
           JOIN users ON users.id = a.applicant_id JOIN units ON units.id = a.unit_id
           LEFT JOIN departments AS department ON department.id = a.facts->'chain'->>-1
           LEFT JOIN certificates ON certificates.application_id = a.id
           LEFT JOIN record_checks AS record ON record.kind = 'application' AND record.subject = a.id::text
           LEFT JOIN dossier_versions AS version
             ON version.application_id = a.id AND version.hash = a.facts->>'dossierHash'
           ${pinnedVersion('a')}
           WHERE ${submitted} AND a.number > $5
           ORDER BY a.number LIMIT $6`,
    values: [...scopeValues(given), given.after, given.limit],
  });
  return await Promise.all(
    rows.map(async ({ sealed, ...row }) => ({
      ...row,
      dossier: (sealed && (await openDossier(vault, row.id, sealed))) ?? {},
    })),
  );
}
