import { z } from 'zod';
import { personEvents, repairs } from '../../rules/lifecycle.js';
import { eventWords } from '../../rules/words.js';
import { SignIn } from '../accounts/routes.js';
import { bodies } from '../acts/bodies.js';
import { formOf } from '../acts/formOf.js';
import { As } from '../acts/routes.js';
import { NewApplication } from '../applications/create.js';
import { ListQuery } from '../applications/list.js';
import { DossierPatch } from '../applications/patch.js';
import { PolicyBody } from '../campaigns/policyBody.js';
import { PolicyChange, StateChange } from '../campaigns/routes.js';
import { UploadQuery } from '../documents/routes.js';
import { NoticesQuery } from '../notices.js';
import { OutboxQuery } from '../operations/routes.js';
import { BankMessage } from '../payments.js';
import * as answers from './answers.js';

/** One operation of the API as the reference tells it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly open?: true;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType | 'file';
  /** By HTTP status; null: no body. */
  readonly answers: Readonly<Record<number, z.ZodType | 'file' | null>>;
}

const ActHeaders = z.object({
  'idempotency-key': z.string().max(128).optional().meta({ description: '同一次办理重复发送时用同一个值' }),
  'if-match': z.string().optional().meta({ description: '所见页面的序号，例如 "12"' }),
});
const items = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
const own = '/api/applications/{id}';

const acts: Operation[] = personEvents.map((event) => ({
  method: 'post',
  path: `${own}/actions/${event}`,
  tag: '办理',
  summary: `${eventWords[event].zh} · ${eventWords[event].en}`,
  query: As,
  headers: ActHeaders,
  body: bodies[formOf(event)],
  answers: { 200: answers.ReceiptAnswer, 202: answers.PendingAnswer },
}));
const repairActs: Operation[] = repairs.map((name) => ({
  method: 'post',
  path: `${own}/actions/${name}`,
  tag: '运维',
  summary: name === 'retry_step' ? '重试待处理步骤' : '跳过待处理步骤',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  body: bodies.step,
  answers: { 200: answers.ReceiptAnswer },
}));

/** Every operation of the API; the acts and repairs come from the law. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/auth/sign-in',
    tag: '账户',
    summary: '登录',
    open: true,
    body: SignIn,
    answers: { 200: z.object({ personId: z.string() }) },
  },
  { method: 'post', path: '/api/auth/sign-out', tag: '账户', summary: '退出', open: true, answers: { 204: null } },
  { method: 'get', path: '/api/me', tag: '账户', summary: '我是谁，有哪些角色', answers: { 200: answers.MeAnswer } },
  {
    method: 'get',
    path: '/api/campaigns',
    tag: '年度评审',
    summary: '年度评审列表',
    answers: { 200: z.object({ items: z.array(answers.CampaignAnswer) }) },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}',
    tag: '年度评审',
    summary: '年度评审及其政策',
    answers: {
      200: answers.CampaignAnswer.extend({ policy: PolicyBody, calendar: z.record(z.string(), z.unknown()) }).meta({
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
      200: answers.CampaignAnswer.extend({ policy: PolicyBody })
        .extend(answers.LintAnswer.shape)
        .meta({ id: 'ChangedCampaign' }),
    },
  },
  {
    method: 'put',
    path: '/api/campaigns/{id}/state',
    tag: '年度评审',
    summary: '开放或结束',
    body: StateChange,
    answers: { 200: answers.CampaignAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/lint',
    tag: '年度评审',
    summary: '检查政策',
    answers: { 200: answers.LintAnswer },
  },
  {
    method: 'post',
    path: '/api/applications',
    tag: '申报',
    summary: '新建申报',
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    body: NewApplication,
    answers: { 201: answers.ApplicationAnswer },
  },
  {
    method: 'get',
    path: '/api/applications',
    tag: '申报',
    summary: '我的待办与可见申报，最早到期的在前',
    query: ListQuery,
    answers: { 200: answers.ListAnswer },
  },
  {
    method: 'get',
    path: own,
    tag: '申报',
    summary: '状态、期限及其解释、我能做什么',
    answers: { 200: answers.ApplicationAnswer },
  },
  {
    method: 'patch',
    path: own,
    tag: '申报',
    summary: '保存申报材料',
    body: DossierPatch,
    answers: { 200: answers.SavedAnswer },
  },
  {
    method: 'get',
    path: `${own}/dossier`,
    tag: '申报',
    summary: '申报材料：本人看草稿，其他人看上报的版本',
    answers: { 200: answers.DossierAnswer },
  },
  {
    method: 'get',
    path: `${own}/timeline`,
    tag: '申报',
    summary: '全部经过',
    answers: { 200: answers.TimelineAnswer },
  },
  {
    method: 'get',
    path: `${own}/acts/{key}`,
    tag: '办理',
    summary: '一次办理的结果',
    answers: { 200: answers.OutcomeAnswer },
  },
  ...acts,
  {
    method: 'post',
    path: `${own}/documents`,
    tag: '材料',
    summary: '上传材料（PDF、JPEG、PNG，至多20MB；文件本身为请求内容）',
    query: UploadQuery,
    body: 'file',
    answers: { 201: answers.DocumentAnswer },
  },
  { method: 'get', path: `${own}/documents/{documentId}`, tag: '材料', summary: '下载材料', answers: { 200: 'file' } },
  { method: 'delete', path: `${own}/documents/{documentId}`, tag: '材料', summary: '删除材料', answers: { 204: null } },
  {
    method: 'post',
    path: '/api/payments/webhook',
    tag: '缴费',
    summary: '银行到账通知（X-Signature: sha256=HMAC）',
    open: true,
    headers: z.object({ 'x-signature': z.string() }),
    body: BankMessage,
    answers: { 200: answers.ReceiptAnswer, 202: answers.PendingAnswer },
  },
  {
    method: 'get',
    path: '/api/notices',
    tag: '公示',
    summary: '正在公示的名单',
    open: true,
    query: NoticesQuery,
    answers: { 200: answers.NoticesAnswer },
  },
  {
    method: 'get',
    path: '/api/notices/{id}',
    tag: '公示',
    summary: '一份公示',
    open: true,
    answers: { 200: answers.NoticeAnswer },
  },
  {
    method: 'get',
    path: '/api/operations/outbox',
    tag: '运维',
    summary: '未发出的邮件',
    query: OutboxQuery,
    answers: { 200: items },
  },
  { method: 'get', path: '/api/operations/intakes', tag: '运维', summary: '未办结的收文', answers: { 200: items } },
  { method: 'get', path: '/api/operations/parked', tag: '运维', summary: '待处理步骤', answers: { 200: items } },
  ...repairActs,
];
