import { z } from 'zod';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { mayOpen } from '../../rules/policy/lint/linter.js';
import { defineRoute } from '../http/defineRoute.js';
import { json } from '../openapi/parts.js';
import { PolicyBody } from '../policy/policyBody.js';
import { CampaignAnswer, LintAnswer } from './answers.js';
import { campaignInPath, summary } from './campaign.js';
import { progressOf } from './campaignProgress.js';
import { findingsOn } from './findingsOn.js';
import { CampaignProgressAnswer } from './progressAnswers.js';

const tag = '年度评审';

/** Campaigns, their policies and what the linter finds in them: everybody who is signed in may read them. */
export const campaignRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns',
    tag,
    summary: '年度评审列表',
    roles: 'signed in',
    answers: { 200: z.object({ items: z.array(CampaignAnswer) }), 304: null },
    handle: async (_input, { db }) => ({ items: (await listCampaigns(db)).map(summary) }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}',
    tag,
    summary: '年度评审及其政策',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: {
      200: CampaignAnswer.extend({ policy: PolicyBody, calendar: json, progress: CampaignProgressAnswer }).meta({
        id: 'CampaignWithPolicy',
      }),
    },
    handle: async ({ subject: campaign, caller }, { db }) => {
      const { policy, calendar } = campaign;
      return { ...summary(campaign), policy, calendar, progress: await progressOf(db, caller, campaign) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/lint',
    tag,
    summary: '检查政策',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: { 200: LintAnswer },
    handle: async ({ subject: campaign }, { db, clock }) => {
      const findings = await findingsOn(db, campaign, await clock());
      return { mayOpen: mayOpen(findings), findings };
    },
  }),
];
