import { ApplicationAnswer, CountsAnswer, ListAnswer } from '../applications/answers.js';
import { NewApplication } from '../applications/create.js';
import { DossierQuery } from '../applications/dossier.js';
import { DifferenceAnswer, DossierAnswer, SavedAnswer, SubmissionsAnswer } from '../applications/dossierAnswers.js';
import { CountsQuery, ListQuery } from '../applications/list.js';
import { DossierPatch } from '../applications/patch.js';
import { DifferenceQuery } from '../applications/submissions.js';
import { TimelineAnswer } from '../applications/timelineAnswers.js';
import { PolicyBody } from '../policy/policyBody.js';
import { ActHeaders, type Operation, own } from './operation.js';

/** Applications. */
export const applicationOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/applications',
    tag: '申报',
    summary: '新建申报',
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    body: NewApplication,
    answers: { 201: ApplicationAnswer },
  },
  {
    method: 'get',
    path: '/api/applications',
    tag: '申报',
    summary: '我的待办与可见申报，最早到期的在前',
    query: ListQuery,
    answers: { 200: ListAnswer, 304: null },
  },
  {
    method: 'get',
    path: '/api/applications/counts',
    tag: '申报',
    summary: '可见申报按环节计数（条件与列表相同，至多迟5秒）',
    query: CountsQuery,
    answers: { 200: CountsAnswer, 304: null },
  },
  {
    method: 'get',
    path: own,
    tag: '申报',
    summary: '状态、期限及其解释、我能做什么',
    answers: { 200: ApplicationAnswer, 304: null },
  },
  {
    method: 'patch',
    path: own,
    tag: '申报',
    summary: '保存申报材料；If-Match 可带材料的 ETag（"d12"），别处改过则为 409，errors 指明哪些部分',
    headers: ActHeaders.pick({ 'if-match': true }),
    body: DossierPatch,
    answers: { 200: SavedAnswer },
  },
  {
    method: 'get',
    path: `${own}/dossier`,
    tag: '申报',
    summary: '申报材料：本人看草稿，其他人看上报的版本',
    query: DossierQuery,
    answers: { 200: DossierAnswer },
  },
  {
    method: 'get',
    path: `${own}/policy`,
    tag: '申报',
    summary: '这份申报适用的评审政策：以申报时的版本为准，之后的修改不影响',
    answers: { 200: PolicyBody, 304: null },
  },
  {
    method: 'get',
    path: `${own}/submissions`,
    tag: '申报',
    summary: '历次上报的版本',
    answers: { 200: SubmissionsAnswer },
  },
  {
    method: 'get',
    path: `${own}/submissions/diff`,
    tag: '申报',
    summary: '两个上报版本的差异：字段和材料',
    query: DifferenceQuery,
    answers: { 200: DifferenceAnswer },
  },
  {
    method: 'get',
    path: `${own}/timeline`,
    tag: '申报',
    summary: '全部经过',
    answers: { 200: TimelineAnswer, 304: null },
  },
];
