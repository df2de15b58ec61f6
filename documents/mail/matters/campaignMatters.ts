import { inWords } from '../../../rules/calendar/instant.js';
import { type CampaignEvent, campaignEvents } from '../../../rules/campaign/campaignLaw.js';
import { campaignTodo } from '../../../rules/campaign/campaignNotices.js';
import { campaignEventWords } from '../../../rules/campaign/campaignWords.js';
import type { WriteMatter } from './matter.js';

function about(event: CampaignEvent): WriteMatter {
  const what = campaignEventWords[event].zh;
  return ({ policy, detail }) => ({
    title: `${what}：${policy?.title ?? ''}`,
    happened: `${policy?.title ?? ''}：${what}（${inWords(detail.at)}）。`,
    todo: campaignTodo[event] ?? '请登录系统查看。',
    path: '/',
  });
}

/** Letters about the steps of a campaign. */
export const campaignMatters = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, about(event)]),
) as Record<`campaign_${CampaignEvent}`, WriteMatter>;
