import type { Instant } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import type { ReexaminationState } from '../../rules/sanctions/reexamination.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull } from '../timestamps.js';

/** A reexamination an applicant requested, and the decision. */
export interface Reexamination {
  readonly id: string;
  readonly applicationId: string;
  readonly campaignId: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: Level;
  readonly specialty: string;
  readonly state: ReexaminationState;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly decidedReason: string | null;
  readonly decidedAt: Instant | null;
  /** When upheld: the new application that waits for the meeting. */
  readonly newApplicationId: string | null;
}

const select = `SELECT reexaminations.id, application_id AS "applicationId", reexaminations.campaign_id AS "campaignId",
    applications.applicant_id AS "applicantId", users.name AS "applicantName", units.name AS "unitName", level, specialty,
    state, reason, requested_at AS "requestedAt", decided_reason AS "decidedReason", decided_at AS "decidedAt",
    new_application_id AS "newApplicationId"
  FROM reexaminations JOIN applications ON applications.id = application_id
    JOIN users ON users.id = applications.applicant_id JOIN units ON units.id = applications.unit_id`;

type Row = Omit<Reexamination, 'requestedAt' | 'decidedAt'> & {
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
};

const read = ({ requestedAt, decidedAt, ...row }: Row): Reexamination => ({
  ...row,
  requestedAt: instantFrom(requestedAt),
  decidedAt: instantOrNull(decidedAt),
});

/** The reexaminations of a campaign, pending ones first. */
export async function reexaminationsOf(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, limit }: { readonly campaignId: string; readonly limit: number },
): Promise<readonly Reexamination[]> {
  const { rows } = await pool.query<Row>({
    name: 'reexaminations_of_campaign',
    text: `${select} WHERE reexaminations.campaign_id = $1 ORDER BY state <> 'requested', requested_at, reexaminations.id LIMIT $2`,
    values: [campaignId, limit],
  });
  return rows.map(read);
}

/** The reexamination of an application, or null. */
export async function reexaminationOf(
  { pool }: Pick<Database, 'pool'>,
  applicationId: string,
): Promise<Reexamination | null> {
  const text = `${select} WHERE application_id = $1::uuid`;
  const { rows } = await pool.query<Row>({ name: 'reexamination_of', text, values: [applicationId] });
  return rows[0] ? read(rows[0]) : null;
}

/** The reexamination that opened an application again, or null. */
export async function reexaminationBehind(
  { pool }: Pick<Database, 'pool'>,
  newApplicationId: string,
): Promise<Reexamination | null> {
  const text = `${select} WHERE new_application_id = $1::uuid`;
  const { rows } = await pool.query<Row>({ name: 'reexamination_behind', text, values: [newApplicationId] });
  return rows[0] ? read(rows[0]) : null;
}
