import { allHandlersFinished, condition, setHandler, sleep } from '@temporalio/workflow';
import type { CampaignAnswer } from '../../rules/campaign/campaignFacts.js';
import { continueAs } from '../continueAs.js';
import { isActOf, isNotGenuine, refuseNotGenuine } from '../genuine.js';
import { campaignRegular } from './campaignEffects.js';
import { type CampaignInput, campaignQuery, campaignUpdates, policyChanged } from './campaignMessages.js';
import { CampaignState } from './campaignState.js';
import { applyAmendment, applyOutcomes } from './fanOuts.js';
import { openRecordedCampaign } from './openCampaign.js';

/** The story of one campaign, from its preparation to its statistics. */
export async function campaign(input: CampaignInput): Promise<CampaignAnswer> {
  const opening = openRecordedCampaign(input).then((recorded) => new CampaignState(input, recorded));
  let opened: CampaignState | null = null;

  // Handlers exist from the beginning: the engine rejects an Update that finds none.
  for (const update of campaignUpdates) {
    setHandler(update, async (act, recordedSeq) => (await opening).perform(act, recordedSeq), {
      validator: (act, recordedSeq) => {
        if (!isActOf(update.name, act, recordedSeq)) refuseNotGenuine(update.name);
        opened?.check(act, recordedSeq);
      },
    });
  }
  setHandler(policyChanged, async () => (await opening).requestRecheck());
  setHandler(campaignQuery, () => {
    if (!opened) throw new Error('the campaign is still being read from the record');
    return { facts: opened.facts, fanOuts: opened.fanOuts };
  });

  const state = await opening;
  opened = state;
  state.publishState();
  while (!state.ended && !state.over) {
    state.arm();
    await condition(() => state.called);
    if (!state.ended) await processDue(state);
  }
  await condition(allHandlersFinished);
  if (!state.ended) return await continueAs<typeof campaign>(state, state.continueAsNewInput());

  await finalize(state);
  const { status, seq } = state.facts;
  return { status, seq };
}

/** How long a campaign waits whose date does not follow from the record. */
const afterMismatch = '1 minute';

/** Dates that have come, then a part of what is to be applied to the campaign's applications. */
async function processDue(state: CampaignState): Promise<void> {
  try {
    await passDates(state);
    if (state.ended) return;
    if (state.amending) await applyAmendment(state);
    await applyOutcomes(state);
  } catch (error) {
    if (!isNotGenuine(error)) throw error;
    // This workflow is not where the record is: it takes over what the record holds, and does not hurry to try again.
    await state.oneAtATime(() => state.reload());
    await sleep(afterMismatch, { summary: '等待：与登记簿不一致，稍后再核对' });
  }
}

async function passDates(state: CampaignState): Promise<void> {
  await state.oneAtATime(async () => {
    state.timer.rang = false;
    await state.readPolicy();
    await state.letDatesPass(state.now());
    state.publishState();
  });
}

/** Writes the statistics of a closed campaign. */
async function finalize(state: CampaignState): Promise<void> {
  const { campaignId } = state.facts;
  await campaignRegular.writeStatistics.executeWithOptions({ summary: '写入统计' }, [{ campaignId }]);
  state.publishState();
}
