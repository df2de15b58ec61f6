import {
  DefenseCancelBody,
  DefenseCheckBody,
  DefenseMoveBody,
  DefensePlanBody,
  DefenseTurnBody,
} from '../defense/planBody.js';
import { SheetBody } from '../defense/sheetRoutes.js';
import {
  DefenseCheckAnswer,
  DefenseOrderAnswer,
  DefensePublishedAnswer,
  DefenseSavedAnswer,
  DefenseSessionAnswer,
  DefenseSessionsAnswer,
  DefenseTurnAnswer,
  DefenseWaitingAnswer,
  OwnDefenseAnswer,
  ScoreSheetAnswer,
} from './defenseAnswers.js';
import type { Operation } from './operation.js';

const campaign = '/api/campaigns/{id}/defense';
const sheet = '/api/defense/sessions/{sessionId}/sheets/{applicationId}';
const tag = '答辩';

/** Sessions of the defense, and the score sheets of those who hear it. */
export const defenseOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${campaign}/waiting`,
    tag,
    summary: '待答辩而未排入场次的申报',
    answers: { 200: DefenseWaitingAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/check`,
    tag,
    summary: '保存前查看：各人时间、回避与冲突',
    body: DefenseCheckBody,
    answers: { 200: DefenseCheckAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/sessions`,
    tag,
    summary: '答辩场次（办事机构、主任委员、监督）',
    answers: { 200: DefenseSessionsAnswer, 304: null },
  },
  {
    method: 'get',
    path: `${campaign}/sessions/{sessionId}`,
    tag,
    summary: '一场答辩',
    answers: { 200: DefenseSessionAnswer, 304: null },
  },
  {
    method: 'get',
    path: `${campaign}/sessions/{sessionId}/order`,
    tag,
    summary: '一场答辩的顺序表',
    answers: { 200: DefenseOrderAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/sessions`,
    tag,
    summary: '拟定一场答辩：地点、时间、答辩组、顺序',
    body: DefensePlanBody,
    answers: { 201: DefenseSavedAnswer },
  },
  {
    method: 'put',
    path: `${campaign}/sessions/{sessionId}`,
    tag,
    summary: '改动；已通知的须再次通知',
    body: DefensePlanBody,
    answers: { 200: DefenseSavedAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/sessions/{sessionId}/publish`,
    tag,
    summary: '通知：逐人安排答辩，告知答辩组；可重复',
    answers: { 200: DefensePublishedAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/sessions/{sessionId}/move`,
    tag,
    summary: '已通知的场次整场改期或换地点，逐人通知答辩人与答辩组',
    body: DefenseMoveBody,
    answers: { 200: DefensePublishedAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/sessions/{sessionId}/cancel`,
    tag,
    summary: '取消场次；已通知的逐人告知，不算缺席；可重复',
    body: DefenseCancelBody,
    answers: { 200: DefensePublishedAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/sessions/{sessionId}/applications/{applicationId}/{event}`,
    tag,
    summary: '一名答辩人：release 改期（告知本人理由）、absent 缺席、score 评分齐后记入申报',
    body: DefenseTurnBody,
    answers: { 200: DefenseTurnAnswer },
  },
  {
    method: 'get',
    path: '/api/me/defense',
    tag,
    summary: '本人参加的答辩场次与评分表；应回避的不在其中',
    answers: { 200: OwnDefenseAnswer, 304: null },
  },
  {
    method: 'get',
    path: sheet,
    tag,
    summary: '本人的评分表',
    answers: { 200: ScoreSheetAnswer, 304: null },
  },
  {
    method: 'put',
    path: sheet,
    tag,
    summary: '保存草稿',
    body: SheetBody,
    answers: { 200: ScoreSheetAnswer },
  },
  {
    method: 'post',
    path: `${sheet}/submit`,
    tag,
    summary: '提交评分表，不能再改；最后一份提交后申报转入评审会',
    body: SheetBody,
    answers: { 200: ScoreSheetAnswer },
  },
];
