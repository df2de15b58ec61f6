import { z } from 'zod';
import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import { changePolicy } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { confirmValue } from '../../rules/policy/confirmValue.js';
import { lintCampaign, mayOpen } from '../../rules/policy/lint/linter.js';
import { policyValues } from '../../rules/policy/policyValues.js';
import { ChangedCampaignAnswer } from '../campaigns/answers.js';
import { campaignInPath, summary } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';

/** Which value, by its path in the policy, and what the confirmation rests on. */
const Confirmation = z.strictObject({ path: line(100), reason: paragraph(2000) });

/**
 * The office confirms one value that the notice does not state. Each confirmation is a version of the policy, so that it
 * stays known who confirmed which number, and why.
 */
export const confirmRoute = defineRoute({
  method: 'post',
  path: '/api/campaigns/{id}/policy/confirm',
  tag: '年度评审',
  summary: '确认一项未经确认的政策（办事机构）',
  roles: ['office'],
  subject: campaignInPath,
  body: Confirmation,
  answers: { 200: ChangedCampaignAnswer },
  handle: async ({ subject: campaign, body, caller }, services) => {
    const { db, clock } = services;
    const { path, reason } = body;
    const present = policyValues(campaign.policy).find(([known]) => known === path)?.[1];
    const confirmed = confirmValue(campaign.policy, path);
    if (!present || !confirmed)
      throw new Problem(
        'body_invalid',
        { zh: '政策中没有这一项。', en: 'The policy has no such value.' },
        { field: 'path' },
      );
    const { clause } = present;
    if (present.confirmed)
      throw new Problem(
        'already_done',
        {
          zh: '这一项已经确认过，不必重复确认。',
          en: 'This value is confirmed already and need not be confirmed again.',
        },
        { field: 'path', clause },
      );
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
            { field: 'path' },
          )
        : error;
    });
    await signalPolicyChanged(services, campaign.id);
    const findings = lintCampaign({ ...campaign, policy }, await clock());
    return { ...summary({ ...campaign, policy }, change.changedAt), policy, mayOpen: mayOpen(findings), findings };
  },
});
