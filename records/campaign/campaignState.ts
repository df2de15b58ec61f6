import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignFacts } from '../../rules/campaign/campaignFacts.js';
import { campaignLaw, campaignStatuses } from '../../rules/campaign/campaignLaw.js';
import { newCampaign, scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { firstHash } from '../application/eventHash.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import { type Campaign, findCampaign } from './campaigns.js';

const ended = campaignStatuses.filter((status) => campaignLaw[status].final);

/** The recorded state of a campaign. */
export interface CampaignState {
  readonly facts: CampaignFacts;
  readonly lastHash: string;
  readonly startedAt: Date | null;
}

/** The recorded state of a campaign, or null when nothing is recorded yet. */
export async function findCampaignState(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<CampaignState | null> {
  const { rows } = await pool.query<CampaignState>({
    name: 'campaign_state',
    text: `SELECT facts, last_hash AS "lastHash", started_at AS "startedAt" FROM campaign_states WHERE campaign_id = $1`,
    values: [campaignId],
  });
  return rows[0] ?? null;
}

/**
 * The same, inserted when it is missing; a campaign that is open already counts as announced. Null when there is no such
 * campaign.
 */
export async function ensureCampaignState(database: Database, campaignId: string): Promise<CampaignState | null> {
  const known = await findCampaignState(database, campaignId);
  const campaign = known ? null : await findCampaign(database, campaignId);
  if (!campaign) return known;
  const facts = factsOf(campaign);
  await database.pool.query({
    name: 'begin_campaign_state',
    text: `INSERT INTO campaign_states (campaign_id, status, seq, facts, last_hash) VALUES ($1, $2, 0, $3, $4)
           ON CONFLICT (campaign_id) DO NOTHING`,
    values: [campaignId, facts.status, JSON.stringify(facts), firstHash],
  });
  return await findCampaignState(database, campaignId);
}

/** The facts of a campaign of which nothing is recorded yet. */
export function factsOf({ id, policy, calendar, state }: Campaign): CampaignFacts {
  return newCampaign(id, scheduleOf(policy, calendar), state === 'open');
}

/** Notes that the campaign's workflow runs. */
export async function markCampaignStarted(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, at }: { readonly campaignId: string; readonly at: Instant },
): Promise<void> {
  await pool.query({
    name: 'mark_campaign_started',
    text: 'UPDATE campaign_states SET started_at = $2 WHERE campaign_id = $1 AND started_at IS NULL',
    values: [campaignId, stored(at)],
  });
}

/** For the sweeper: campaigns that are not closed and whose workflow was not started. */
export async function unstartedCampaigns({ pool }: Pick<Database, 'pool'>): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'unstarted_campaigns',
    text: `SELECT campaign.id FROM campaigns AS campaign LEFT JOIN campaign_states AS current ON current.campaign_id = campaign.id
           WHERE campaign.state <> 'closed' AND current.started_at IS NULL ORDER BY campaign.created_at`,
  });
  return rows.map(({ id }) => id);
}

/** Campaigns that are not closed and whose workflow was started. */
export async function runningCampaigns({ pool }: Pick<Database, 'pool'>): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'running_campaigns',
    text: `SELECT campaign_id AS id FROM campaign_states WHERE started_at IS NOT NULL AND status <> ALL ($1)`,
    values: [ended],
  });
  return rows.map(({ id }) => id);
}
