import { z } from 'zod';
import { CampaignAnswer, LintAnswer } from '../campaigns/answers.js';
import { BoardAnswer } from '../campaigns/boardAnswer.js';
import { CalendarQuery } from '../campaigns/calendar.js';
import { CampaignProgressAnswer } from '../campaigns/progressAnswers.js';
import { PublicityQuery } from '../campaigns/publicity.js';
import { AmendmentAnswer } from '../policy/amendmentAnswers.js';
import { CalendarAnswer, PolicyVersionsAnswer, PreviewAnswer, PublicityAnswer } from '../policy/answers.js';
import { Confirmation } from '../policy/confirm.js';
import { PolicyBody } from '../policy/policyBody.js';
import { PolicyChange } from '../policy/policyChange.js';
import { PolicyPreview } from '../policy/preview.js';
import { ObjectionsAnswer } from './objectionAnswers.js';
import type { Operation } from './operation.js';
import { json } from './parts.js';

const ChangedAnswer = CampaignAnswer.extend({ policy: PolicyBody })
  .extend(LintAnswer.shape)
  .meta({ id: 'ChangedCampaign' });

/** Campaigns. */
export const campaignOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/campaigns',
    tag: '年度评审',
    summary: '年度评审列表',
    answers: { 200: z.object({ items: z.array(CampaignAnswer) }), 304: null },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}',
    tag: '年度评审',
    summary: '年度评审及其政策',
    answers: {
      200: CampaignAnswer.extend({ policy: PolicyBody, calendar: json, progress: CampaignProgressAnswer }).meta({
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
    answers: { 200: ChangedAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/lint',
    tag: '年度评审',
    summary: '检查政策',
    answers: { 200: LintAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/board',
    tag: '年度评审',
    summary: '看板：各状态数量、上报趋势、临近期限、逾期审核、需要处理（办事机构、监督、运维）',
    answers: { 200: BoardAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/objections',
    tag: '年度评审',
    summary: '未办结的异议（办事机构、监督、运维）',
    answers: { 200: ObjectionsAnswer, 304: null },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/calendar',
    tag: '年度评审',
    summary: '一年的工作日历',
    query: CalendarQuery,
    answers: { 200: CalendarAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/publicity',
    tag: '年度评审',
    summary: '某日张贴的单位公示何时期满，是否赶得上截止',
    query: PublicityQuery,
    answers: { 200: PublicityAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/policy/versions',
    tag: '年度评审',
    summary: '政策的历次更改（办事机构、监督、运维）',
    answers: { 200: PolicyVersionsAnswer },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/policy/preview',
    tag: '年度评审',
    summary: '若按此政策，办理中的哪些申报期限会延后、提前或错过（不作任何更改）',
    body: PolicyPreview,
    answers: { 200: PreviewAnswer },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/policy/confirm',
    tag: '年度评审',
    summary: '确认一项未经确认的政策（办事机构）',
    body: Confirmation,
    answers: { 200: ChangedAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/amendments',
    tag: '年度评审',
    summary: '适用于办理中申报的政策修订（办事机构、监督、运维）',
    answers: { 200: z.object({ items: z.array(AmendmentAnswer) }) },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/amendments',
    tag: '年度评审',
    summary: '提出修订，须另一人批准（办事机构）',
    body: PolicyChange,
    answers: { 201: AmendmentAnswer },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/amendments/{amendmentId}/approve',
    tag: '年度评审',
    summary: '批准修订：新申报即时适用，办理中的申报逐份适用，期限只延不缩（办事机构另一人）',
    answers: { 200: AmendmentAnswer },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/amendments/{amendmentId}/withdraw',
    tag: '年度评审',
    summary: '撤回待批准的修订（办事机构）',
    answers: { 200: AmendmentAnswer },
  },
];
