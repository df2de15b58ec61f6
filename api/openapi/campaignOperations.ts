import { z } from 'zod';
import { PolicyBody } from '../campaigns/policyBody.js';
import { PolicyChange, StateChange } from '../campaigns/routes.js';
import { CampaignAnswer, LintAnswer } from './campaignAnswers.js';
import type { Operation } from './operation.js';

/** Campaigns. */
export const campaignOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/campaigns',
    tag: '年度评审',
    summary: '年度评审列表',
    answers: { 200: z.object({ items: z.array(CampaignAnswer) }) },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}',
    tag: '年度评审',
    summary: '年度评审及其政策',
    answers: {
      200: CampaignAnswer.extend({ policy: PolicyBody, calendar: z.record(z.string(), z.unknown()) }).meta({
        id: 'CampaignWithPolicy',
      }),
    },
  },
  {
    method: 'put',
    path: '/api/campaigns/{id}/policy',
    tag: '年度评审',
    summary: '更改政策（此后新开的申报适用）',
    body: PolicyChange,
    answers: {
      200: CampaignAnswer.extend({ policy: PolicyBody }).extend(LintAnswer.shape).meta({ id: 'ChangedCampaign' }),
    },
  },
  {
    method: 'put',
    path: '/api/campaigns/{id}/state',
    tag: '年度评审',
    summary: '开放或结束',
    body: StateChange,
    answers: { 200: CampaignAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/lint',
    tag: '年度评审',
    summary: '检查政策',
    answers: { 200: LintAnswer },
  },
];
