import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { campaignBodies, postedCampaignActs } from '../campaigns/campaignBodies.js';
import {
  CampaignPendingAnswer,
  CampaignReceiptAnswer,
  CampaignTimelineAnswer,
  StatisticsAnswer,
  UnitStatisticsAnswer,
} from '../campaigns/progressAnswers.js';
import { ActHeaders, type Operation } from './operation.js';

const acts: Operation[] = postedCampaignActs.map(([event, form]) => ({
  method: 'post',
  path: `/api/campaigns/{id}/actions/${event}`,
  tag: '年度评审',
  summary: `${campaignEventLabels[event].zh} · ${campaignEventLabels[event].en}`,
  headers: ActHeaders,
  body: campaignBodies[form],
  answers: { 200: CampaignReceiptAnswer, 202: CampaignPendingAnswer },
}));

/** The course of a campaign: its acts, its timeline, its statistics. */
export const progressOperations: readonly Operation[] = [
  ...acts,
  {
    method: 'get',
    path: '/api/campaigns/{id}/timeline',
    tag: '年度评审',
    summary: '年度评审的经过（办事机构、主任委员、监督、运维）',
    answers: { 200: CampaignTimelineAnswer, 304: null },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/statistics',
    tag: '年度评审',
    summary: '统计（办事机构、主任委员、监督、运维）',
    answers: { 200: StatisticsAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/statistics/units',
    tag: '年度评审',
    summary: '各用人单位的统计（办事机构、主任委员、监督、运维）',
    answers: { 200: UnitStatisticsAnswer },
  },
];
