import { campaignEventsAfter } from '../records/campaign/campaignEvents.js';
import { writeStatistics } from '../records/campaign/campaignStatistics.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { amendmentToCarry } from '../records/campaign/policyAmendments.js';
import { recordCampaignEvent } from '../records/campaign/recordCampaignEvent.js';
import { campaignNotices } from '../rules/campaign/campaignNotices.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { amendPart } from './amend.js';
import type { CampaignActivities } from './campaignActivities.js';
import { type FanOutOptions, fanOutPart } from './fanOut.js';

/** Every effect the workflow of a campaign relies on. */
export function createCampaignActivities(
  options: FanOutOptions & { readonly nudgeMail: () => void },
): CampaignActivities {
  const { database } = options;
  return {
    campaignNow: async ({ campaignId }) => {
      const campaign = await findCampaign(database, campaignId);
      if (!campaign) throw new Error(`no campaign ${campaignId}`);
      const amending = (await amendmentToCarry(database, campaignId)) !== null;
      return { schedule: scheduleOf(campaign.policy, campaign.calendar), amending };
    },
    amendPart: (part) => amendPart(options, part),
    recordCampaignEvent: async ({ campaignId, transition, tell }) => {
      const instead = await recordCampaignEvent(database, { campaignId, transition, tell });
      if (tell && campaignNotices[transition.event]) options.nudgeMail();
      return instead;
    },
    campaignEventsAfter: (input) => campaignEventsAfter(database, input),
    fanOutPart: (part) => fanOutPart(options, part),
    writeStatistics: (input) => writeStatistics(database, input),
  };
}
