import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { runningIn } from '../../records/campaign/campaignStatistics.js';
import { changePolicy } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import { lintCampaign, mayOpen } from '../../rules/policy/lint/linter.js';
import { ChangedCampaignAnswer } from '../campaigns/answers.js';
import { campaignInPath, summary } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { namedCalendar } from './namedCalendar.js';
import { PolicyChange } from './policyChange.js';

const ended = statuses.filter(isFinal);

/** Changes the policy for applications opened from now on. A newer calendar needs an amendment once applications run. */
export const changePolicyRoute = defineRoute({
  method: 'put',
  path: '/api/campaigns/{id}/policy',
  tag: '年度评审',
  summary: '更改政策（此后新开的申报适用）',
  roles: ['office', 'operator'],
  subject: campaignInPath,
  body: PolicyChange,
  answers: { 200: ChangedCampaignAnswer },
  handle: async ({ subject: campaign, body, caller }, services) => {
    const { db, clock } = services;
    const { reason, policy: proposed, calendarVersion } = body;
    const { version } = campaign.policy;
    if (proposed.id !== campaign.policy.id)
      throw new Problem(
        'body_invalid',
        { zh: '政策编号不能更改。', en: 'The id of a policy cannot be changed.' },
        { field: 'policy.id' },
      );
    const changed = new Problem(
      'policy_changed',
      {
        zh: `政策已更新为第${version}版，请重新载入后再修改。`,
        en: `The policy is at version ${version} now; please reload it before you change it.`,
      },
      {
        field: 'policy.version',
      },
    );
    if (proposed.version !== version) throw changed;
    const present = await presentCalendar(db);
    const calendar = namedCalendar(campaign, proposed, calendarVersion, present) ?? campaign.calendar;
    if (calendar !== campaign.calendar && (await runningIn(db, { campaignId: campaign.id, ended })).running > 0) {
      throw new Problem(
        'applications_running',
        {
          zh: '已有办理中的申报，更新工作日历须提出修订，由另一人批准。',
          en: 'Applications are under way, so a newer calendar has to be proposed as an amendment and approved by a second person.',
        },
        {
          field: 'calendarVersion',
        },
      );
    }
    const policy = { ...proposed, version: version + 1 };
    const by = { changedBy: caller.personId, changedAt: await clock(), reason };
    const change = { campaignId: campaign.id, policy, calendar, ...by };
    await changePolicy(db, change).catch((error: unknown) => {
      throw isAlreadyThere(error) ? changed : error;
    });
    await signalPolicyChanged(services, campaign.id);
    const findings = lintCampaign({ ...campaign, policy, calendar }, await clock());
    return {
      ...summary({ ...campaign, policy, calendar }, by.changedAt, present),
      policy,
      mayOpen: mayOpen(findings),
      findings,
    };
  },
});
