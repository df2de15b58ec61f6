import { dueInWords, instantOf, inWords } from '../../../rules/calendar/instant.js';
import { type CampaignEvent, campaignEvents } from '../../../rules/campaign/campaignLaw.js';
import { campaignTodoOf } from '../../../rules/campaign/campaignNotices.js';
import { campaignEventWords } from '../../../rules/campaign/campaignWords.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { WriteMatter } from './matter.js';

function about(event: CampaignEvent): WriteMatter {
  const what = campaignEventWords[event].zh;
  return ({ policy, detail, to }) => ({
    title: `${what}：${policy?.title ?? ''}`,
    happened: `${policy?.title ?? ''}：${what}（${inWords(detail.at)}）。`,
    todo: campaignTodoOf(event, to),
    until: event === 'announce' && policy ? filingOf(policy) : [],
    // Every role has a first page of its own; the office follows a campaign on the page of its course.
    path: to === 'office' ? '/office/course' : `/${to}`,
  });
}

/** From when to when applications are filed. */
function filingOf({ filing: { opens, applicant, committee } }: Policy): readonly string[] {
  const cutoff = applicant ? '个人填报截止' : '报送评委会截止';
  return [
    `申报开始：${inWords(instantOf(opens.value))}`,
    `${cutoff}：${dueInWords(instantOf((applicant ?? committee).value))}`,
  ];
}

/** Letters about the steps of a campaign. */
export const campaignMatters = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, about(event)]),
) as Record<`campaign_${CampaignEvent}`, WriteMatter>;
