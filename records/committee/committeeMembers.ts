import type { Invitation, Position } from '../../rules/committee/seats.js';
import type { Database } from '../database.js';

/** A seat of a committee, or an alternate's place, with any state of the invitation. */
export interface CommitteeMember {
  readonly expertId: string;
  readonly personId: string;
  readonly name: string;
  readonly position: Position;
  readonly ordinal: number;
  /** The specialty of the quota it was drawn for. */
  readonly specialty: string;
  readonly isChair: boolean;
  /** 副主任委员: the member named last, unless they have become the chair. */
  readonly isDeputy: boolean;
  readonly invitation: Invitation;
}

/** Everybody drawn for a committee: members by ordinal, then alternates by ordinal; includes those who declined. */
export async function membersOf(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, committee }: { readonly campaignId: string; readonly committee: string },
): Promise<readonly CommitteeMember[]> {
  const { rows } = await pool.query<CommitteeMember>({
    name: 'committee_members',
    text: `
      SELECT expert_id AS "expertId", experts.person_id AS "personId", users.name, position, ordinal, specialty,
             is_chair AS "isChair", invitation,
             NOT is_chair AND expert_id IS NOT DISTINCT FROM (
               SELECT expert_id FROM committee_deputies WHERE campaign_id = $1 AND committee = $2
               ORDER BY ordinal DESC LIMIT 1) AS "isDeputy"
      FROM committee_members JOIN experts ON experts.id = expert_id JOIN users ON users.id = experts.person_id
      WHERE campaign_id = $1 AND committee = $2 ORDER BY position DESC, ordinal`,
    values: [campaignId, committee],
  });
  return rows;
}

/** The pool entry of a person, active or not; null when there is none. */
export async function expertOf(
  { pool }: Pick<Database, 'pool'>,
  { personId }: { readonly personId: string },
): Promise<string | null> {
  const text = 'SELECT id FROM experts WHERE person_id = $1';
  const { rows } = await pool.query<{ id: string }>({ name: 'expert_of', text, values: [personId] });
  return rows[0]?.id ?? null;
}
