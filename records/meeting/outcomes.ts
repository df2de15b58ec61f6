import type { Tally } from '../../rules/application/facts.js';
import type { OutcomeCounts } from '../../rules/campaign/campaignFacts.js';
import type { MeetingState } from '../../rules/meeting/meetingLaw.js';
import { sealedStates } from '../../rules/meeting/meetingLaw.js';
import { isCounted, type MotionState, motionStates } from '../../rules/meeting/motionLaw.js';
import type { Database } from '../database.js';

/** The decision of a meeting on an application. */
export interface Outcome {
  readonly motionId: string;
  readonly applicationId: string;
  readonly tally: Tally;
}

export const counted: readonly MotionState[] = motionStates.filter(isCounted);

export const sealed: readonly MeetingState[] = sealedStates;

/**
 * A page of the outcomes of a signed meeting by application id, to be applied to the applications. A meeting that is not
 * signed has none, nor has a void round.
 */
export async function outcomesAfter(
  { pool }: Pick<Database, 'pool'>,
  { meetingId, after, limit }: { readonly meetingId: string; readonly after: string | null; readonly limit: number },
): Promise<readonly Outcome[]> {
  const { rows } = await pool.query<Tally & { motionId: string; applicationId: string }>({
    name: 'outcomes_after',
    text: `SELECT motions.id AS "motionId", application_id AS "applicationId", motions.committee, attending, recused,
             agree, disagree, abstain
           FROM motions JOIN meetings ON meetings.id = meeting_id
           WHERE meeting_id = $1 AND motions.state = ANY($4::text[]) AND meetings.state = ANY($5::text[])
             AND ($2::uuid IS NULL OR application_id > $2::uuid)
           ORDER BY application_id LIMIT $3`,
    values: [meetingId, after, limit, counted, sealed],
  });
  return rows.map(({ motionId, applicationId, ...tally }) => ({ motionId, applicationId, tally }));
}

/** The key of the act that applies a motion's outcome to its application. */
export const tallyKey = (motionId: string) => `tally-${motionId}`;

/** How many outcomes a signed meeting has, and how many of them the record holds as applied or as refused. */
export async function countApplied({ pool }: Pick<Database, 'pool'>, meetingId: string): Promise<OutcomeCounts> {
  const { rows } = await pool.query<OutcomeCounts>({
    name: 'count_applied',
    text: `SELECT count(*)::int AS total, count(event.key)::int AS moved,
             count(*) FILTER (WHERE event.key IS NULL AND intake.outcome = 'refused')::int AS refused
           FROM motions JOIN meetings ON meetings.id = meeting_id
           LEFT JOIN intakes AS intake
             ON intake.application_id = motions.application_id AND intake.key = 'tally-' || motions.id
           LEFT JOIN events AS event
             ON event.application_id = motions.application_id AND event.key = 'tally-' || motions.id
           WHERE meeting_id::text = $1 AND motions.state = ANY($2::text[]) AND meetings.state = ANY($3::text[])`,
    values: [meetingId, counted, sealed],
  });
  return rows[0] ?? { total: 0, moved: 0, refused: 0 };
}
