import type { Instant } from '../rules/calendar/instant.js';
import type { CampaignEvent } from '../rules/campaign/campaignLaw.js';
import type { Role } from '../rules/lifecycle.js';
import type { Database } from './database.js';
import { type Claim, claimed, claiming } from './waitingLetters.js';

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
  claim: Claim,
): Promise<readonly CampaignLetter[]> {
  const { rows } = await pool.query<Omit<CampaignLetter, 'at'> & { readonly at: Date }>({
    name: 'claim_campaign_letters',
    text: `WITH claimed AS (${claiming('campaign_letters')})
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
    values: [...claimed(claim)],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}
