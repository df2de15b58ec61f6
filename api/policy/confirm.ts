import { z } from 'zod';
import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { changePolicy } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { confirmValue } from '../../rules/policy/confirmValue.js';
import { fieldsByPath } from '../../rules/policy/fieldsByPath.js';
import { lintCampaign, mayOpen } from '../../rules/policy/lint/linter.js';
import { policyValues } from '../../rules/policy/policyValues.js';
import { ChangedCampaignAnswer } from '../campaigns/answers.js';
import { campaignInPath, summary } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';

/** Which values, by their paths in the policy, and what the confirmation rests on. */
const Confirmation = z.strictObject({ paths: z.array(line(100)).min(1).max(500), reason: paragraph(2000) });

/**
 * The office confirms values that the notice does not state, several at once where they share a reason. Each confirmation
 * is one version of the policy, so that it stays known who confirmed which numbers, and why.
 */
export const confirmRoute = defineRoute({
  method: 'post',
  path: '/api/campaigns/{id}/policy/confirm',
  tag: '年度评审',
  summary: '确认一项或多项未经确认的政策，合为一版（办事机构）',
  roles: ['office'],
  subject: campaignInPath,
  body: Confirmation,
  answers: { 200: ChangedCampaignAnswer },
  handle: async ({ subject: campaign, body, caller }, services) => {
    const { db, clock } = services;
    const { reason } = body;
    const present = new Map(policyValues(campaign.policy));
    const confirmed = [...new Set(body.paths)].reduce((policy, path) => {
      const value = present.get(path);
      if (!value)
        throw new Problem(
          'body_invalid',
          { zh: `政策中没有“${path}”这一项。`, en: `The policy has no value “${path}”.` },
          { field: 'paths' },
        );
      if (value.confirmed)
        throw new Problem(
          'already_done',
          {
            zh: `“${fieldsByPath[path]?.zh ?? path}”已经确认过，请重新载入后再确认其余各项。`,
            en: `“${fieldsByPath[path]?.en ?? path}” is confirmed already; please reload the page and confirm the others.`,
          },
          { field: 'paths', clause: value.clause },
        );
      return confirmValue(policy, path);
    }, campaign.policy);
    const policy = { ...confirmed, version: campaign.policy.version + 1 };
    const change = { campaignId: campaign.id, policy, changedBy: caller.personId, changedAt: await clock(), reason };
    await changePolicy(db, change).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem(
            'policy_changed',
            {
              zh: '政策刚被他人更新，请重新载入后再确认。',
              en: 'Somebody has just changed the policy; please reload it before you confirm.',
            },
            { field: 'paths' },
          )
        : error;
    });
    await signalPolicyChanged(services, campaign.id);
    const findings = lintCampaign({ ...campaign, policy }, await clock());
    return {
      ...summary({ ...campaign, policy }, change.changedAt, await presentCalendar(db)),
      policy,
      mayOpen: mayOpen(findings),
      findings,
    };
  },
});
