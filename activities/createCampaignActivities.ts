import { campaignEventsAfter } from '../records/campaignEvents.js';
import { writeStatistics } from '../records/campaignStatistics.js';
import { findCampaign } from '../records/campaigns.js';
import { recordCampaignEvent } from '../records/recordCampaignEvent.js';
import { scheduleOf } from '../rules/campaignSchedule.js';
import type { CampaignActivities } from './campaignActivities.js';
import { type FanOutOptions, fanOutPart } from './fanOut.js';

/** Every effect the workflow of a campaign relies on. */
export function createCampaignActivities(options: FanOutOptions): CampaignActivities {
  const { database } = options;
  return {
    campaignSchedule: async ({ campaignId }) => {
      const campaign = await findCampaign(database, campaignId);
      if (!campaign) throw new Error(`no campaign ${campaignId}`);
      return scheduleOf(campaign.policy, campaign.calendar);
    },
    recordCampaignEvent: ({ campaignId, transition }) => recordCampaignEvent(database, campaignId, transition),
    campaignEventsAfter: (input) => campaignEventsAfter(database, input),
    fanOutPart: (part) => fanOutPart(options, part),
    writeStatistics: (input) => writeStatistics(database, input),
  };
}
