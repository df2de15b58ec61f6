import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { CampaignAnswer } from '../../rules/campaign/campaignFacts.js';
import { CampaignLife } from './campaignLife.js';
import { type CampaignInput, campaignQuery, campaignUpdates, policyChanged } from './campaignMessages.js';

/** The story of one campaign, from its preparation to its statistics. */
export async function campaign(input: CampaignInput): Promise<CampaignAnswer> {
  const life = new CampaignLife(input);

  for (const update of campaignUpdates) {
    setHandler(update, (act, recorded) => life.carry(act, recorded), {
      validator: (act, recorded) => life.check(act, recorded),
    });
  }
  setHandler(policyChanged, () => life.lookAgain());
  setHandler(campaignQuery, () => ({ facts: life.facts, fanOuts: life.fanOuts }));

  life.show();
  while (!life.ended && !life.long) {
    life.arm();
    await condition(() => life.called);
    if (!life.ended) await life.goOn();
  }
  await condition(allHandlersFinished);
  if (!life.ended) return await continueAsNew<typeof campaign>(life.carryOn());

  await life.conclude();
  const { status, seq } = life.facts;
  return { status, seq };
}
