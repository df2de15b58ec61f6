import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { CampaignAnswer } from '../../rules/campaign/campaignFacts.js';
import { campaignRegular } from './campaignEffects.js';
import { type CampaignInput, campaignQuery, campaignUpdates, policyChanged } from './campaignMessages.js';
import { CampaignState } from './campaignState.js';
import { applyAmendment, applyOutcomes } from './fanOuts.js';

/** The story of one campaign, from its preparation to its statistics. */
export async function campaign(input: CampaignInput): Promise<CampaignAnswer> {
  const state = new CampaignState(input);

  for (const update of campaignUpdates) {
    setHandler(update, (act, recordedSeq) => state.perform(act, recordedSeq), {
      validator: (act, recordedSeq) => state.check(act, recordedSeq),
    });
  }
  setHandler(policyChanged, () => state.requestRecheck());
  setHandler(campaignQuery, () => ({ facts: state.facts, fanOuts: state.fanOuts }));

  state.publishState();
  while (!state.ended && !state.long) {
    state.arm();
    await condition(() => state.called);
    if (!state.ended) await processDue(state);
  }
  await condition(allHandlersFinished);
  if (!state.ended) return await continueAsNew<typeof campaign>(state.continueAsNewInput());

  await finalize(state);
  const { status, seq } = state.facts;
  return { status, seq };
}

/** Dates that have come, then a part of what is to be applied to the campaign's applications. */
async function processDue(state: CampaignState): Promise<void> {
  await state.oneAtATime(async () => {
    state.timer.rang = false;
    await state.readPolicy();
    await state.letDatesPass(state.now());
    state.publishState();
  });
  if (state.ended) return;
  if (state.amending) await applyAmendment(state);
  await applyOutcomes(state);
}

/** Writes the statistics of a closed campaign. */
async function finalize(state: CampaignState): Promise<void> {
  const { campaignId, lastAt } = state.facts;
  const at = lastAt ?? state.now();
  await campaignRegular.writeStatistics.executeWithOptions({ summary: '写入统计' }, [{ campaignId, at }]);
  state.publishState();
}
