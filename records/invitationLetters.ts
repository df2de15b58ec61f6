import type { InvitationLetterKind } from '../rules/committee/invitationLetters.js';
import type { Position } from '../rules/committee/seats.js';
import type { Connection, Database } from './database.js';
import { type Claim, claimed, claiming } from './waitingLetters.js';

/** A letter to an expert about their place, with everything it says. */
export interface InvitationLetter {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: InvitationLetterKind;
  readonly name: string;
  readonly title: string;
  readonly position: Position;
  readonly ordinal: number;
  /** This time included. */
  readonly attempts: number;
  readonly addresses: readonly string[];
}

/** Writes letters about places, in the transaction of what they tell; one of a kind is written once. */
export async function writeInvitationLetters(
  transaction: Connection,
  {
    expertIds,
    ...letter
  }: {
    readonly campaignId: string;
    readonly committee: string;
    readonly expertIds: readonly string[];
    readonly kind: InvitationLetterKind;
  },
): Promise<void> {
  const data = expertIds.map((expertId) => ({ ...letter, expertId }));
  await transaction.invitationLetter.createMany({ data, skipDuplicates: true });
}

/** Takes letters that are due, for one sender alone until `leaseUntil`. */
export async function claimInvitationLetters(
  { pool }: Pick<Database, 'pool'>,
  claim: Claim,
): Promise<readonly InvitationLetter[]> {
  const { rows } = await pool.query<InvitationLetter>({
    name: 'claim_invitation_letters',
    text: `WITH claimed AS (${claiming('invitation_letters')})
      SELECT letter.id::text, letter.campaign_id AS "campaignId", letter.kind, users.name, campaigns.title, position,
             ordinal, letter.attempts, ARRAY[users.email] AS addresses
      FROM claimed AS letter JOIN committee_members USING (campaign_id, committee, expert_id)
        JOIN experts ON experts.id = expert_id JOIN users ON users.id = experts.person_id
        JOIN campaigns ON campaigns.id = campaign_id
      ORDER BY letter.id`,
    values: [...claimed(claim)],
  });
  return rows;
}
