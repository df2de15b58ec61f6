import { campaignEventsAfter } from '../records/campaign/campaignEvents.js';
import { writeStatistics } from '../records/campaign/campaignStatistics.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { amendmentToApply } from '../records/campaign/policyAmendments.js';
import { recordCampaignEvent } from '../records/campaign/recordCampaignEvent.js';
import { campaignLetterRoles } from '../rules/campaign/campaignLetterRoles.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { amendPart } from './amend.js';
import type { CampaignActivities } from './campaignActivities.js';
import { type FanOutOptions, fanOutPart } from './fanOut.js';

/** The effects of campaigns. */
export function createCampaignActivities(
  options: FanOutOptions & { readonly wakeMailWorkflow: () => void },
): CampaignActivities {
  const { database } = options;
  return {
    campaignNow: async ({ campaignId }) => {
      const campaign = await findCampaign(database, campaignId);
      if (!campaign) throw new Error(`no campaign ${campaignId}`);
      const amending = (await amendmentToApply(database, campaignId)) !== null;
      return { schedule: scheduleOf(campaign.policy, campaign.calendar), amending };
    },
    amendPart: (part) => amendPart(options, part),
    recordCampaignEvent: async ({ campaignId, transition, notify }) => {
      const instead = await recordCampaignEvent(database, { campaignId, transition, notify });
      if (notify && campaignLetterRoles[transition.event]) options.wakeMailWorkflow();
      return instead;
    },
    campaignEventsAfter: (input) => campaignEventsAfter(database, input),
    fanOutPart: (part) => fanOutPart(options, part),
    writeStatistics: (input) => writeStatistics(database, input),
  };
}
