import type { Invitation, Position } from '../../rules/committee/seats.js';
import { type Connection, sql } from '../database.js';

/** Every place of a committee, locked until the transaction ends: two who decline at once get two different successors. */
export async function lockPlaces(
  transaction: Connection,
  { campaignId, committee }: { readonly campaignId: string; readonly committee: string },
) {
  return await transaction.$queryRaw<
    {
      readonly expertId: string;
      readonly personId: string;
      readonly position: Position;
      readonly ordinal: number;
      readonly specialty: string;
      readonly isChair: boolean;
      readonly invitation: Invitation;
    }[]
  >(sql`
    SELECT expert_id AS "expertId", experts.person_id AS "personId", position, ordinal, specialty, is_chair AS "isChair",
           invitation
    FROM committee_members JOIN experts ON experts.id = expert_id
    WHERE campaign_id = ${campaignId} AND committee = ${committee} ORDER BY expert_id FOR UPDATE OF committee_members`);
}
