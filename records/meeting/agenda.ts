import type { Status } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';

/** One line of a meeting's agenda. */
export interface AgendaItem {
  readonly applicationId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: string;
  readonly specialty: string;
  readonly status: Status;
}

/**
 * Adds the applications of these specialties that wait for a meeting to the end of its agenda. Returns how many were
 * added.
 */
export async function fillAgenda(
  { pool }: Pick<Database, 'pool'>,
  given: {
    readonly meetingId: string;
    readonly campaignId: string;
    readonly specialties: readonly string[];
    readonly statuses: readonly Status[];
    /** Applications that cannot be voted yet. */
    readonly except?: readonly string[];
  },
): Promise<number> {
  const { meetingId, campaignId, specialties, statuses, except = [] } = given;
  const { rowCount } = await pool.query({
    name: 'fill_agenda',
    text: `INSERT INTO motions (meeting_id, application_id, ordinal)
      SELECT $1, id, (SELECT COALESCE(max(ordinal), 0) FROM motions WHERE meeting_id = $1)
        + row_number() OVER (ORDER BY specialty, level, unit_id, id)
      FROM applications WHERE campaign_id = $2 AND specialty = ANY($3::text[]) AND status = ANY($4::text[])
        AND id <> ALL($5::uuid[])
        AND NOT EXISTS (SELECT FROM motions WHERE meeting_id = $1 AND application_id = applications.id)
      ON CONFLICT DO NOTHING`,
    values: [meetingId, campaignId, specialties, statuses, except],
  });
  return rowCount ?? 0;
}

/** Candidates of these specialties, exempt from the defense, who wait for a meeting: their score is the average of others. */
export async function exemptWaiting(
  { pool }: Pick<Database, 'pool'>,
  {
    campaignId,
    specialties,
    statuses,
  }: { readonly campaignId: string; readonly specialties: readonly string[]; readonly statuses: readonly Status[] },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'exempt_waiting',
    text: `SELECT id FROM applications WHERE campaign_id = $1 AND specialty = ANY($2::text[])
             AND status = ANY($3::text[]) AND (facts->'profile'->>'defenseExempt')::boolean ORDER BY id`,
    values: [campaignId, specialties, statuses],
  });
  return rows.map(({ id }) => id);
}

/** Agenda lines by application. */
export async function agendaOf(
  { pool }: Pick<Database, 'pool'>,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, AgendaItem>> {
  const { rows } = await pool.query<AgendaItem>({
    name: 'agenda_of',
    text: `SELECT application.id AS "applicationId", users.name AS "applicantName", units.name AS "unitName",
             application.level, application.specialty, application.status
           FROM applications AS application
           JOIN users ON users.id = application.applicant_id JOIN units ON units.id = application.unit_id
           WHERE application.id = ANY($1::uuid[])`,
    values: [applicationIds],
  });
  return new Map(rows.map((row) => [row.applicationId, row]));
}
