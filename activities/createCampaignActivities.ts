import { campaignEventsAfter } from '../records/campaign/campaignEvents.js';
import { writeStatistics } from '../records/campaign/campaignStatistics.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { amendmentToApply } from '../records/campaign/policyAmendments.js';
import { recordCampaignEvent } from '../records/campaign/recordCampaignEvent.js';
import { recordedCampaign } from '../records/campaign/recordedCampaign.js';
import { NotGenuine } from '../records/notGenuine.js';
import { campaignLaw } from '../rules/campaign/campaignLaw.js';
import { campaignLetterRoles } from '../rules/campaign/campaignLetterRoles.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { type Alarm, genuinely } from './alarm.js';
import { amendPart } from './amend.js';
import type { CampaignActivities } from './campaignActivities.js';
import { type FanOutOptions, fanOutPart } from './fanOut.js';
import { mustHaveCome, mustKeepTime } from './time.js';

export interface CampaignOptions extends FanOutOptions {
  readonly alarm: Alarm;
  /** As in `ActivityOptions`. */
  readonly clockOffset: number | null;
}

/** The effects of campaigns. */
export function createCampaignActivities(options: CampaignOptions): CampaignActivities {
  const { database, alarm, clockOffset } = options;
  return {
    recordedCampaign: async (input) =>
      await genuinely(alarm, 'start', input.campaignId, async () => {
        mustKeepTime(input.clockOffset, clockOffset);
        return await recordedCampaign(database, input.campaignId);
      }),
    campaignNow: async ({ campaignId }) => {
      const campaign = await findCampaign(database, campaignId);
      if (!campaign) throw new Error(`no campaign ${campaignId}`);
      const amending = (await amendmentToApply(database, campaignId)) !== null;
      return { schedule: scheduleOf(campaign.policy, campaign.calendar), amending };
    },
    amendPart: (part) => amendPart(options, part),
    recordCampaignEvent: async ({ campaignId, transition, notify }) => {
      const instead = await genuinely(alarm, transition.event, campaignId, async () => {
        mustHaveCome(transition.at, clockOffset);
        return await recordCampaignEvent(database, { campaignId, transition, notify });
      });
      if (notify && campaignLetterRoles[transition.event]) options.wakeMailWorkflow();
      return instead;
    },
    campaignEventsAfter: (input) => campaignEventsAfter(database, input),
    fanOutPart: (part) => fanOutPart(options, part),
    writeStatistics: async ({ campaignId }) =>
      await genuinely(alarm, 'statistics', campaignId, async () => {
        const { facts } = await recordedCampaign(database, campaignId);
        const { status, lastAt } = facts;
        if (!campaignLaw[status].final || lastAt === null) throw new NotGenuine(`${campaignId} is not closed`);
        await writeStatistics(database, { campaignId, at: lastAt });
      }),
  };
}
