import { formatInstantZh, instantOf } from '../../../rules/calendar/instant.js';
import { campaignEventLabels } from '../../../rules/campaign/campaignLabels.js';
import { type CampaignEvent, campaignEvents } from '../../../rules/campaign/campaignLaw.js';
import { campaignTodoOf } from '../../../rules/campaign/campaignLetterRoles.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { departmentWindows, filingWindows } from '../../../rules/policy/policyWindows.js';
import { namedRounds } from '../../../rules/policy/rounds.js';
import type { LetterDate } from '../terms.js';
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
            filingOf(one).map(({ zh, en, ...rest }) => ({
              ...rest,
              zh: `${label?.zh ?? ''}${zh}`,
              en: label === null ? en : `${label.en}: ${en}`,
            })),
          )
        : [],
    // Every role has a first page of its own; the office follows a campaign on its progress page.
    path: to === 'office' ? '/office/course' : `/${to}`,
  });
}

/** From when applications are filed, and until when by whom. */
function filingOf(policy: Policy): readonly LetterDate[] {
  const cutoffs = [...filingWindows(policy), ...departmentWindows(policy)];
  return [
    { zh: '申报开始', en: 'Filing opens', at: instantOf(policy.filing.opens.value) },
    ...cutoffs.map(({ zh, en, due }) => ({ zh: `${zh}截止`, en, ends: due })),
  ];
}

/** Letters about the events of a campaign. */
export const campaignNotifications = Object.fromEntries(
  campaignEvents.map((event) => [`campaign_${event}`, about(event)]),
) as Record<`campaign_${CampaignEvent}`, NotificationTemplate>;
