import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { feesByCodes } from '../../records/payment/feeCodes.js';
import { resolveUnmatched } from '../../records/payment/resolveUnmatched.js';
import { findKept, keptOf, type UnmatchedPayment } from '../../records/payment/unmatchedPayments.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { eventOfPart } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { outcomeOf, paymentOutcomes, resolutionLabels } from '../../rules/fees/paymentOutcomes.js';
import { PendingAnswer, ReceiptAnswer } from '../acts/answers.js';
import { chooseActor } from '../acts/chooseActor.js';
import { formOf } from '../acts/formOf.js';
import { performAct } from '../acts/performAct.js';
import { sendReceipt } from '../acts/receipt.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { UnmatchedPaymentAnswer } from './answers.js';

const PaymentResolution = z.strictObject({ resolution: z.enum(codesOf(resolutionLabels)), reason: paragraph(2000) });
const Combination = z.strictObject({ payCode: z.string().max(8) });
const tag = '缴费';

/** What finance does with payments that were kept: say what became of one, or confirm a fee by several that make it up. */
export const keptPaymentRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/campaigns/{id}/unmatched-payments/{paymentId}/resolve',
    tag,
    summary: '说明一笔对不上的款项如何处理；退款的，转入退费审批',
    roles: ['finance'],
    body: PaymentResolution,
    answers: { 200: UnmatchedPaymentAnswer },
    handle: async (
      { params: { id: campaignId, paymentId: id }, body: { resolution, reason }, caller },
      { db, clock },
    ) => {
      const kept = isUuid(id) ? await findKept(db, id) : null;
      if (kept && !paymentView(kept).resolutions.some((one) => one === resolution))
        throw new Problem(
          'body_invalid',
          { zh: '这样的款项不这样处理。', en: 'This is not what is done with such a payment.' },
          { field: 'resolution' },
        );
      const by = { by: caller.personId, role: 'finance', at: await clock() } as const;
      const resolved = isUuid(id) && (await resolveUnmatched(db, { id, campaignId, resolution, reason, ...by }));
      const payment = resolved ? await findKept(db, id) : null;
      if (!payment)
        throw new Problem('not_found', {
          zh: '没有这笔待核对的款项，或已经处理。',
          en: 'There is no such payment to be matched, or it is dealt with already.',
        });
      return paymentView(payment);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/campaigns/{id}/unmatched-payments/combine',
    tag,
    summary: '几笔少缴的款项合计等于应缴金额的，合并确认',
    roles: ['finance'],
    body: Combination,
    answers: { 200: ReceiptAnswer, 202: PendingAnswer },
    handle: async ({ params: { id: campaignId }, body: { payCode }, caller, response }, services) => {
      const { db, clock } = services;
      const [fee] = await feesByCodes(db, [payCode]);
      const application = fee?.campaignId === campaignId ? await lookUpApplication(db, fee.applicationId) : null;
      if (!fee || !application)
        throw new Problem('not_found', { zh: '没有这项费用。', en: 'There is no such fee.' }, { field: 'payCode' });
      const kept = (await keptOf(db, fee.applicationId)).filter(
        ({ resolvedAt, fee: of }) => resolvedAt === null && of?.code === payCode,
      );
      const sum = kept.reduce((all, { amount }) => all + amount, 0);
      if (sum !== fee.amount)
        throw new Problem('amount_mismatch', {
          zh: `待核款项合计${sum / 100}元，应缴${fee.amount / 100}元，不能合并确认。`,
          en: `The payments kept are ${sum / 100} yuan together, and the fee is ${fee.amount / 100} yuan.`,
        });
      const event = eventOfPart[fee.part];
      const receipt = await performAct(services, {
        application,
        event,
        form: formOf(event),
        actor: await chooseActor(db, { caller, application, event }),
        key: `combined:${kept.map(({ id }) => id).join(',')}`.slice(0, 128),
        expectedSeq: null,
        body: {
          amount: sum,
          channel: kept.at(-1)?.channel,
          voucher: kept.map(({ transactionId }) => transactionId).join('、'),
        },
      });
      const at = await clock();
      const booked = { campaignId, resolution: 'booked_manually', role: 'finance', by: caller.personId, at } as const;
      for (const { id } of kept) await resolveUnmatched(db, { id, reason: '合并确认', ...booked });
      sendReceipt(response, fee.applicationId, receipt);
    },
  }),
];

/** A kept payment with what it is and what may be done with it. */
export function paymentView({ receivedAt, resolvedAt, fee, ...row }: UnmatchedPayment) {
  const outcome = outcomeOf(row, fee);
  const { zh, en, resolutions, told } = paymentOutcomes[outcome];
  return {
    ...row,
    payCode: fee?.code ?? null,
    outcome,
    outcomeLabel: { zh, en },
    told,
    resolutions: [...resolutions],
    receivedAt: isoInBeijing(receivedAt),
    resolvedAt: resolvedAt === null ? null : isoInBeijing(resolvedAt),
  };
}
