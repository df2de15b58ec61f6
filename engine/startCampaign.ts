import { ensureCampaignState, markCampaignStarted } from '../records/campaign/campaignState.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import type { EngineDeps } from './deps.js';
import type { Engine } from './engine.js';

/** What starting a campaign's workflow needs. */
export interface StartCampaignDeps extends Pick<EngineDeps, 'db' | 'clock' | 'clockOffset'> {
  readonly engine: Pick<Engine, 'startCampaign'>;
}

/**
 * Starts the workflow of a campaign where its record ends, and marks it as started. Safe to repeat.
 */
export async function startCampaign(
  { db, engine, clock, clockOffset }: StartCampaignDeps,
  campaignId: string,
): Promise<void> {
  const [campaign, state] = await Promise.all([findCampaign(db, campaignId), ensureCampaignState(db, campaignId)]);
  if (!campaign || !state) return;
  const { title, policy } = campaign;
  await engine.startCampaign({ facts: state.facts, clockOffset }, { title, committee: policy.committee });
  await markCampaignStarted(db, { campaignId, at: await clock() });
}
