import { formatDueZh, formatInstantZh, instantOf } from '../../../rules/calendar/instant.js';
import { campaignEventLabels } from '../../../rules/campaign/campaignLabels.js';
import { type CampaignEvent, campaignEvents } from '../../../rules/campaign/campaignLaw.js';
import { campaignTodoOf } from '../../../rules/campaign/campaignLetterRoles.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { namedRounds } from '../../../rules/policy/rounds.js';
import type { NotificationTemplate } from './notification.js';

function about(event: CampaignEvent): NotificationTemplate {
  const what = campaignEventLabels[event].zh;
  return ({ policy, detail, to }) => ({
    title: `${what}：${policy?.title ?? ''}`,
    happened: `${policy?.title ?? ''}：${what}（${formatInstantZh(detail.at)}）。`,
    todo: campaignTodoOf(event, to),
    until:
      event === 'announce' && policy
        ? namedRounds(policy).flatMap(({ label, policy: one }) =>
            filingOf(one).map((line) => `${label?.zh ?? ''}${line}`),
          )
        : [],
    // Every role has a first page of its own; the office follows a campaign on its progress page.
    path: to === 'office' ? '/office/course' : `/${to}`,
  });
}

/** From when to when applications are filed. */
function filingOf({ filing: { opens, applicant, committee } }: Policy): readonly string[] {
  const cutoff = applicant ? '个人填报截止' : '报送评委会截止';
  return [
    `申报开始：${formatInstantZh(instantOf(opens.value))}`,
    `${cutoff}：${formatDueZh(instantOf((applicant ?? committee).value))}`,
  ];
}

/** Letters about the events of a campaign. */
export const campaignNotifications = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, about(event)]),
) as Record<`campaign_${CampaignEvent}`, NotificationTemplate>;
