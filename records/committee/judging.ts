import { judgingMeetingStates, judgingSessionStates, notHeardOutcomes } from '../../rules/access/judging.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import type { Database } from '../database.js';

/** Whether an expert judges an application now: in a panel whose session is under way, or with a seat in a meeting. */
export async function isJudging(
  { pool }: Pick<Database, 'pool'>,
  { expertId, applicationId }: { readonly expertId: string; readonly applicationId: string },
): Promise<boolean> {
  const { rows } = await pool.query<{ judges: boolean }>({
    name: 'is_judging',
    text: `
      SELECT EXISTS (
        SELECT FROM defense_panel AS panel JOIN defense_sessions AS session ON session.id = panel.session_id
          JOIN defense_slots AS slot ON slot.session_id = session.id
        WHERE panel.expert_id = $1::uuid AND slot.application_id = $2::uuid AND session.state = ANY($3::text[])
          AND (slot.outcome IS NULL OR slot.outcome <> ALL($4::text[]))
      ) OR EXISTS (
        SELECT FROM motions AS motion JOIN meetings AS meeting ON meeting.id = motion.meeting_id
          JOIN committee_members AS seat
            ON seat.campaign_id = meeting.campaign_id AND seat.committee = meeting.committee
        WHERE seat.expert_id = $1::uuid AND seat.position = 'member' AND seat.invitation = ANY($5::text[])
          AND motion.application_id = $2::uuid AND meeting.state = ANY($6::text[])
      ) AS judges`,
    values: [expertId, applicationId, judgingSessionStates, notHeardOutcomes, seatedInvitations, judgingMeetingStates],
  });
  return rows[0]?.judges ?? false;
}
