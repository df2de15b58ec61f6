import type { Instant } from '../../rules/calendar/instant.js';
import type { Invitation, Position } from '../../rules/committee/seats.js';
import type { Database } from '../database.js';
import { instantOrNull } from '../timestamps.js';

/** A place a person was drawn for, as they see it. */
export interface OwnSeat {
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly committee: string;
  readonly expertId: string;
  readonly position: Position;
  readonly ordinal: number;
  readonly isChair: boolean;
  readonly invitation: Invitation;
  readonly answeredAt: Instant | null;
}

/** The places a person was drawn for, the latest campaign first. */
export async function ownSeats({ pool }: Database, personId: string): Promise<readonly OwnSeat[]> {
  const { rows } = await pool.query<Omit<OwnSeat, 'answeredAt'> & { answeredAt: Date | null }>({
    name: 'own_seats',
    text: `
      SELECT campaign_id AS "campaignId", campaigns.title AS "campaignTitle", committee, expert_id AS "expertId",
             position, ordinal, is_chair AS "isChair", invitation, answered_at AS "answeredAt"
      FROM committee_members JOIN experts ON experts.id = expert_id JOIN campaigns ON campaigns.id = campaign_id
      WHERE person_id = $1 ORDER BY campaigns.created_at DESC, committee`,
    values: [personId],
  });
  return rows.map(({ answeredAt, ...row }) => ({ ...row, answeredAt: instantOrNull(answeredAt) }));
}
