import { formatDueZh, formatInstantZh } from '../../rules/calendar/instant.js';
import type { CampaignFacts } from '../../rules/campaign/campaignFacts.js';
import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import { nextCampaignDate } from '../../rules/campaign/decideCampaign.js';
import { headed } from '../markdownList.js';
import type { FanOutCursor } from './campaignMessages.js';

/** Current details for the Temporal UI, as Markdown for people who do not know the code. */
export function describeCampaign(facts: CampaignFacts, fanOuts: Readonly<Record<string, FanOutCursor>>): string {
  const next = nextCampaignDate(facts);
  const heading = `**${campaignLaw[facts.status].zh}**（第 ${facts.seq} 步，政策第 ${facts.schedule.policyVersion} 版）`;
  return headed(heading, [
    ...(next ? [`下一个日期：${campaignEventLabels[next.event].zh}，${formatDueZh(next.receivedAt)}`] : []),
    ...facts.meetings.map(({ committee, metOn, signedAt, counts, meetingId }) => {
      const applied = counts ?? fanOuts[meetingId];
      const outcome = applied ? `，结果已落实 ${applied.moved + applied.refused}/${applied.total}` : '';
      const refused = applied && applied.refused > 0 ? `（其中 ${applied.refused} 份依规未能落实）` : '';
      return `${committee}：${signedAt === null ? '评审会进行中' : `${metOn ?? ''} 评审，${formatInstantZh(signedAt)}签署`}${outcome}${refused}`;
    }),
  ]);
}
