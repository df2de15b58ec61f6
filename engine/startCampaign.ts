import { ensureCampaignState, markCampaignStarted } from '../records/campaign/campaignState.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import type { Database } from '../records/database.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Engine } from './engine.js';

/** What starting a campaign's workflow needs. */
export interface StartingCampaign {
  readonly db: Database;
  readonly engine: Pick<Engine, 'startCampaign'>;
  readonly clock: () => Instant | Promise<Instant>;
  readonly clockOffset: number;
}

/**
 * Starts the workflow of a campaign where its record ends, and notes that it runs. Safe to repeat. What it answered
 * earlier it does not remember: the door looks into the record first.
 */
export async function startCampaign(
  { db, engine, clock, clockOffset }: StartingCampaign,
  campaignId: string,
): Promise<void> {
  const [campaign, state] = await Promise.all([findCampaign(db, campaignId), ensureCampaignState(db, campaignId)]);
  if (!campaign || !state) return;
  const { title, policy } = campaign;
  await engine.startCampaign({ facts: state.facts, answers: {}, clockOffset }, { title, committee: policy.committee });
  await markCampaignStarted(db, { campaignId, at: await clock() });
}
