import type { CampaignEvent } from '../rules/campaignLaw.js';
import type { Instant } from '../rules/instant.js';
import type { Role } from '../rules/lifecycle.js';
import type { Database } from './database.js';
import { instantOrNull, stored } from './instants.js';

/** A letter about a step of a campaign, with everything it says and to whom it goes. */
export interface CampaignLetter {
  readonly id: string;
  readonly campaignId: string;
  readonly seq: number;
  readonly role: Role;
  readonly event: CampaignEvent;
  readonly at: Instant;
  readonly title: string;
  readonly committee: string;
  /** This time included. */
  readonly attempts: number;
  /** Everybody who holds the role for its scope, each once. */
  readonly addresses: readonly string[];
}

/** Takes letters that are due, for one sender alone until `leaseUntil`. */
export async function claimCampaignLetters(
  { pool }: Pick<Database, 'pool'>,
  { now, leaseUntil, limit }: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number },
): Promise<readonly CampaignLetter[]> {
  const { rows } = await pool.query<Omit<CampaignLetter, 'at'> & { readonly at: Date }>({
    name: 'claim_campaign_letters',
    text: `WITH claimed AS (
        UPDATE campaign_letters SET attempts = attempts + 1, next_attempt_at = $2
        WHERE id IN (SELECT id FROM campaign_letters
          WHERE state = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= $1)
          ORDER BY next_attempt_at NULLS FIRST, id LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT letter.id::text, letter.campaign_id AS "campaignId", letter.seq, letter.role, event.event, event.at,
        campaign.title, campaign.policy->>'committee' AS committee, letter.attempts,
        ARRAY(SELECT DISTINCT email FROM role_bindings AS binding JOIN users ON users.id = binding.person_id
          WHERE binding.role = letter.role AND CASE letter.role
            WHEN 'unit' THEN binding.unit_id = letter.scope
            WHEN 'department' THEN binding.department_id = letter.scope
            ELSE binding.campaign_id IS NULL OR binding.campaign_id = letter.scope END
          ORDER BY email) AS addresses
      FROM claimed AS letter JOIN campaigns AS campaign ON campaign.id = letter.campaign_id
      JOIN campaign_events AS event ON event.campaign_id = letter.campaign_id AND event.seq = letter.seq
      ORDER BY letter.id`,
    values: [stored(now), stored(leaseUntil), limit],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

/** When the next letter is due: null when none waits, 0 when one is due at once. */
export async function nextCampaignLetterAt({ pool }: Pick<Database, 'pool'>): Promise<Instant | null> {
  const { rows } = await pool.query<{ next: Date | null }>({
    name: 'next_campaign_letter',
    text: `SELECT next_attempt_at AS next FROM campaign_letters WHERE state = 'pending'
           ORDER BY next_attempt_at NULLS FIRST LIMIT 1`,
  });
  return rows[0] ? (instantOrNull(rows[0].next) ?? 0) : null;
}

/** What became of a letter. It is tried again at `nextAttemptAt`. */
export async function noteCampaignLetter(
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
    name: 'note_campaign_letter',
    text: `UPDATE campaign_letters SET state = $2, last_error = $4, next_attempt_at = $5,
             sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END WHERE id = $1`,
    values: [id, state, stored(at), error, nextAttemptAt === null ? null : stored(nextAttemptAt)],
  });
}
