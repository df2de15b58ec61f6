import { z } from 'zod';
import { startCampaign } from '../../engine/startCampaign.js';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { type Campaign, createCampaign } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { lintCampaign, mayOpen } from '../../rules/policy/lint/linter.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { FirstPolicy } from '../policy/firstPolicy.js';
import { PolicyBody } from '../policy/policyBody.js';
import { CampaignAnswer, LintAnswer } from './answers.js';
import { summary } from './campaign.js';

/** The first version of a policy, and what it rests on. */
const NewCampaign = z.strictObject({ reason: paragraph(2000), policy: FirstPolicy });

export const NewCampaignAnswer = CampaignAnswer.extend({ policy: PolicyBody })
  .extend(LintAnswer.shape)
  .meta({ id: 'NewCampaignAnswer' });

/** Prepares a campaign, for operators of the whole installation. It opens when its policy is confirmed. */
export const createCampaignRoute = defineRoute({
  method: 'post',
  path: '/api/campaigns',
  tag: '设立',
  summary: '设立年度评审，状态为准备中（运维）',
  roles: ['operator'],
  body: NewCampaign,
  answers: {
    201: NewCampaignAnswer,
  },
  handle: async ({ body, caller, response }, services) => {
    const { db, clock, logger } = services;
    const { reason, policy } = body;
    const { id, title } = policy;
    const present = await presentCalendar(db);
    const campaign: Campaign = { id, title, policy, calendar: present(policy), state: 'preparing' };
    const changedAt = await clock();
    await createCampaign(db, campaign, { changedBy: caller.personId, changedAt, reason }).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem('already_there', { zh: '这个编号已经有了。', en: 'This id is taken.' }, { field: 'policy.id' })
        : error;
    });
    // The campaign is there all the same; the sweeper starts what was not started here.
    await startCampaign(services, id).catch((error: unknown) => {
      logger.error({ err: error, campaign: id }, 'could not start a campaign');
    });
    const findings = lintCampaign(campaign, await clock());
    response.location(`/api/campaigns/${id}`);
    return { ...summary(campaign, changedAt, present), policy, mayOpen: mayOpen(findings), findings };
  },
});
