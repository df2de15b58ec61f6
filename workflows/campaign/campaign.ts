import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { CampaignAnswer } from '../../rules/campaign/campaignFacts.js';
import { type CampaignInput, campaignQuery, campaignUpdates, policyChanged } from './campaignMessages.js';
import { CampaignState } from './campaignState.js';

/** The story of one campaign, from its preparation to its statistics. */
export async function campaign(input: CampaignInput): Promise<CampaignAnswer> {
  const campaignState = new CampaignState(input);

  for (const update of campaignUpdates) {
    setHandler(update, (act, recorded) => campaignState.perform(act, recorded), {
      validator: (act, recorded) => campaignState.check(act, recorded),
    });
  }
  setHandler(policyChanged, () => campaignState.requestRecheck());
  setHandler(campaignQuery, () => ({ facts: campaignState.facts, fanOuts: campaignState.fanOuts }));

  campaignState.publishState();
  while (!campaignState.ended && !campaignState.long) {
    campaignState.arm();
    await condition(() => campaignState.called);
    if (!campaignState.ended) await campaignState.processDue();
  }
  await condition(allHandlersFinished);
  if (!campaignState.ended) return await continueAsNew<typeof campaign>(campaignState.continueAsNewInput());

  await campaignState.finalize();
  const { status, seq } = campaignState.facts;
  return { status, seq };
}
