import type { Status } from '../../rules/application/lifecycle.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Database } from '../database.js';
import { counted, sealed } from './outcomes.js';

/** An application that did not take the outcome of a signed meeting. */
export interface OutcomeNotTaken {
  readonly meetingId: string;
  readonly applicationId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly status: Status;
  /** Why the law did not let it; null: its record does not hold, and the outcome waits for it. */
  readonly refusal: Refusal | null;
}

/** The most of them that are named at once. */
const limit = 200;

/** The applications of a campaign that did not take the outcome of a signed meeting, by meeting and application. */
export async function outcomesNotTaken(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly OutcomeNotTaken[]> {
  const { rows } = await pool.query<OutcomeNotTaken>({
    name: 'outcomes_not_taken',
    text: `SELECT meetings.id AS "meetingId", application.id AS "applicationId", users.name AS "applicantName",
             units.name AS "unitName", application.status, intake.refusal
           FROM meetings JOIN motions ON motions.meeting_id = meetings.id
           JOIN applications AS application ON application.id = motions.application_id
           JOIN users ON users.id = application.applicant_id JOIN units ON units.id = application.unit_id
           JOIN intakes AS intake
             ON intake.application_id = application.id AND intake.key = 'tally-' || motions.id
           LEFT JOIN record_checks AS checked
             ON checked.kind = 'application' AND checked.subject = application.id::text
           WHERE meetings.campaign_id = $1 AND motions.state = ANY($2::text[]) AND meetings.state = ANY($3::text[])
             AND (intake.outcome = 'refused' OR intake.outcome IS NULL AND checked.fault IS NOT NULL)
             AND NOT EXISTS (SELECT FROM events WHERE events.application_id = application.id AND events.key = intake.key)
           ORDER BY meetings.signed_at, application.id LIMIT ${limit}`,
    values: [campaignId, counted, sealed],
  });
  return rows;
}
