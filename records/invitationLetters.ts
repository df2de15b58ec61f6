import type { Instant } from '../rules/instant.js';
import type { InvitationLetterKind } from '../rules/invitationLetters.js';
import type { Position } from '../rules/seats.js';
import type { Connection, Database } from './database.js';
import { instantOrNull, stored } from './instants.js';

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
  { now, leaseUntil, limit }: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number },
): Promise<readonly InvitationLetter[]> {
  const { rows } = await pool.query<InvitationLetter>({
    name: 'claim_invitation_letters',
    text: `WITH claimed AS (
        UPDATE invitation_letters SET attempts = attempts + 1, next_attempt_at = $2
        WHERE id IN (SELECT id FROM invitation_letters
          WHERE state = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= $1)
          ORDER BY next_attempt_at NULLS FIRST, id LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT letter.id::text, letter.campaign_id AS "campaignId", letter.kind, users.name, campaigns.title, position,
             ordinal, letter.attempts, ARRAY[users.email] AS addresses
      FROM claimed AS letter JOIN committee_members USING (campaign_id, committee, expert_id)
        JOIN experts ON experts.id = expert_id JOIN users ON users.id = experts.person_id
        JOIN campaigns ON campaigns.id = campaign_id
      ORDER BY letter.id`,
    values: [stored(now), stored(leaseUntil), limit],
  });
  return rows;
}

/** When the next letter is due: null when none waits, 0 when one is due at once. */
export async function nextInvitationLetterAt({ pool }: Pick<Database, 'pool'>): Promise<Instant | null> {
  const { rows } = await pool.query<{ next: Date | null }>({
    name: 'next_invitation_letter',
    text: `SELECT next_attempt_at AS next FROM invitation_letters WHERE state = 'pending'
           ORDER BY next_attempt_at NULLS FIRST LIMIT 1`,
  });
  return rows[0] ? (instantOrNull(rows[0].next) ?? 0) : null;
}

/** What became of a letter. It is tried again at `nextAttemptAt`. */
export async function noteInvitationLetter(
  { pool }: Pick<Database, 'pool'>,
  noted: {
    readonly id: string;
    readonly state: 'sent' | 'skipped' | 'pending' | 'parked';
    readonly at: Instant;
    readonly error: string | null;
    readonly nextAttemptAt: Instant | null;
  },
): Promise<void> {
  const { id, state, at, error, nextAttemptAt } = noted;
  await pool.query({
    name: 'note_invitation_letter',
    text: `UPDATE invitation_letters SET state = $2, last_error = $4, next_attempt_at = $5,
             sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END WHERE id = $1`,
    values: [id, state, stored(at), error, nextAttemptAt === null ? null : stored(nextAttemptAt)],
  });
}
