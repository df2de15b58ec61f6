import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { cursorOf, placeOf } from '../../records/keyset.js';
import { feesByCodes } from '../../records/payment/feeCodes.js';
import { type ListedRefund, refundsOf } from '../../records/payment/refundList.js';
import { askFeeRefund, changeRefund } from '../../records/payment/refunds.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import {
  decides,
  type RefundEvent,
  type RefundState,
  refundAskers,
  refundEventLabels,
  refundLaw,
  refundStateLabels,
} from '../../rules/fees/refundLaw.js';
import { type Caller, holds } from '../accounts/caller.js';
import { isUuid, visibleApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { at, label, own } from '../openapi/parts.js';
import type { Services } from '../services.js';

const tag = '退费';
const states = codesOf(refundStateLabels);
const refundEvents = codesOf(refundEventLabels);

export const RefundAnswer = z
  .object({
    id: z.uuid(),
    state: z.enum(states),
    stateLabel: label,
    transactionId: z.string().nullable().meta({ description: '原交易流水号：按原路退回' }),
    amount: z.int().meta({ description: '分' }),
    payCode: z.string().nullable().meta({ description: '缴款码' }),
    number: z.string().nullable().meta({ description: '申报编号' }),
    applicantName: z.string().nullable(),
    part: z.enum(codesOf(feePartLabels)).nullable(),
    reason: z.string(),
    decision: z.string().nullable().meta({ description: '审批意见' }),
    askedRole: z.enum(refundAskers),
    askedAt: at,
    changedAt: at,
    actions: z.array(z.enum(refundEvents)).meta({ description: '现在可办理的' }),
  })
  .meta({ id: 'Refund' });
const RefundsAnswer = z.object({ items: z.array(RefundAnswer), next: z.string().nullable() });
const RefundsQuery = z.strictObject({
  state: z.enum(states).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
const Asking = z.strictObject({ payCode: z.string().max(8), reason: paragraph(2000) });
const Change = z.strictObject({ reason: paragraph(2000).optional() });
const Asked = z.object({ id: z.uuid() });

/** Refunds: asked by the payer, the office or finance, decided by another person, sent by the bank. */
export const refundRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/refunds',
    tag,
    summary: '退费；状态为待付款的，导出后交银行',
    roles: ['finance', 'office'],
    subject: campaignInPath,
    query: RefundsQuery,
    answers: { 200: RefundsAnswer, 304: null },
    handle: async ({ subject: { id: campaignId }, query: { state, cursor, limit }, caller }, { db }) => {
      const after = cursor === undefined ? undefined : placeOf(cursor);
      if (after === null)
        throw new Problem(
          'body_invalid',
          { zh: '翻页标记无效。', en: 'The cursor is not valid.' },
          { field: 'cursor' },
        );
      const wanted: readonly RefundState[] = state === undefined ? states : [state];
      const rows = await refundsOf(db, { campaignId, states: wanted, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => refundView(row, caller)),
        next: rows.length > limit && last ? cursorOf({ at: last.askedAt, id: last.id }) : null,
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/campaigns/{id}/refunds',
    tag,
    summary: '为已缴的费用提出退费',
    roles: ['finance', 'office'],
    subject: campaignInPath,
    body: Asking,
    answers: { 201: Asked },
    handle: async ({ subject: { id: campaignId, policy }, body, caller }, services) => {
      const role = holds(caller, 'finance', campaignId) ? 'finance' : 'office';
      const { clause } = policy.fees;
      return await ask(services, {
        ...body,
        role,
        caller,
        clause,
        within: ({ campaignId: one }) => one === campaignId,
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: `${own}/refunds`,
    tag,
    summary: '申报人申请退费',
    roles: 'signed in',
    among: ['applicant'],
    subject: async (arrival, services) => {
      const { application, roles } = await visibleApplication(arrival, services);
      if (!roles.includes('applicant')) throw new Problem('not_permitted', notYours);
      return application;
    },
    body: Asking,
    answers: { 201: Asked },
    handle: async ({ subject: application, body, caller }, services) => {
      const { policy } = await pinnedPolicy(services.db, application);
      const { clause } = policy.fees;
      const within = ({ applicationId }: { readonly applicationId: string }) => applicationId === application.id;
      return await ask(services, { ...body, role: 'applicant', caller, clause, within });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/campaigns/{id}/refunds/{refundId}/{event}',
    tag,
    summary: '审批退费，登记已付或被退回（approve、refuse、send、return）',
    roles: ['finance', 'office'],
    subject: campaignInPath,
    body: Change,
    answers: { 200: z.object({ id: z.uuid() }) },
    handle: async ({ subject: { id: campaignId, policy }, params, body: { reason = null }, caller }, { db, clock }) => {
      const event = z.enum(refundEvents).safeParse(params.event).data;
      const id = params.refundId;
      if (event === undefined || !isUuid(id)) throw noSuchRefund();
      if (event === 'refuse' && reason === null)
        throw new Problem(
          'free_text_missing',
          { zh: '不予退费的，须说明理由。', en: 'A refusal needs a reason.' },
          { field: 'reason' },
        );
      const by = { by: caller.personId, at: await clock(), clause: policy.fees.clause };
      const changed = await changeRefund(db, { id, campaignId, event, reason, ...by });
      if (changed === null) throw noSuchRefund();
      if (changed !== true) throw problemOf(changed);
      return { id };
    },
  }),
];

const notYours = { zh: '退费由申报人本人申请。', en: 'The applicant asks for the refund.' };
const noSuchRefund = () => new Problem('not_found', { zh: '没有这笔退费。', en: 'There is no such refund.' });

interface Ask {
  readonly payCode: string;
  readonly reason: string;
  readonly role: (typeof refundAskers)[number];
  readonly caller: Caller;
  readonly clause: string;
  readonly within: (fee: { readonly campaignId: string; readonly applicationId: string }) => boolean;
}

async function ask(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { payCode, reason, role, caller, clause, within }: Ask,
) {
  const [fee] = await feesByCodes(db, [payCode]);
  const application = fee && within(fee) ? await lookUpApplication(db, fee.applicationId) : null;
  if (!fee || !application)
    throw new Problem('not_found', { zh: '没有这项费用。', en: 'There is no such fee.' }, { field: 'payCode' });
  const by = { by: caller.personId, at: await clock(), clause };
  const asked = await askFeeRefund(db, { ...fee, status: application.status }, { role, reason, ...by });
  if (asked === null)
    throw new Problem('already_done', { zh: '已经提出过退费。', en: 'A refund was asked for already.' });
  if ('code' in asked) throw problemOf(asked);
  return asked;
}

/** A refund as its reader sees it, with what they may do. */
export function refundView({ askedAt, changedAt, askedBy, applicationId: _, ...row }: ListedRefund, caller: Caller) {
  const possible = Object.keys(refundLaw[row.state]) as readonly RefundEvent[];
  return {
    ...row,
    stateLabel: refundStateLabels[row.state],
    askedAt: isoInBeijing(askedAt),
    changedAt: isoInBeijing(changedAt),
    actions: possible.filter((event) => !decides(event) || askedBy !== caller.personId),
  };
}
