import { z } from 'zod';
import { qrCode } from '../../documents/paper/setPaper.js';
import { type CodedFee, feesOf } from '../../records/payment/feeCodes.js';
import { type ListedRefund, refundsOf } from '../../records/payment/refundList.js';
import { keptOf, type UnmatchedPayment } from '../../records/payment/unmatchedPayments.js';
import type { Role, Status } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { feeStateLabels } from '../../rules/fees/feeStates.js';
import { payQr } from '../../rules/fees/payQr.js';
import { feeRefundProblem, refundStateLabels } from '../../rules/fees/refundLaw.js';
import type { Policy } from '../../rules/policy/policy.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { visibleAmong } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { at, label, own } from '../openapi/parts.js';
import { paymentView } from './keptPayments.js';

const OwnFeesAnswer = z.object({
  fees: z.array(
    z
      .object({
        part: z.enum(codesOf(feePartLabels)),
        payCode: z.string().meta({ description: '缴款码' }),
        amount: z.int().meta({ description: '分' }),
        state: z.enum(codesOf(feeStateLabels)),
        basis: z.string().nullable().meta({ description: '免缴依据' }),
        arisenAt: at,
        kept: z
          .array(z.object({ amount: z.int(), receivedAt: at, told: label }))
          .meta({ description: '另外到账、尚未处理的款项，及告知付款人的话' }),
        refund: z.object({ state: z.enum(codesOf(refundStateLabels)), stateLabel: label }).nullable(),
        mayAskRefund: z.boolean(),
        qr: z.object({ svg: z.string(), caption: label }),
      })
      .meta({ id: 'OwnFee' }),
  ),
});

const readers: readonly Role[] = ['applicant', 'office', 'finance', 'supervisor'];

/** What an application pays, part by part. */
export const ownFeeRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/fees`,
    tag: '缴费',
    summary: '这份申报的费用：缴款码、金额、收款码',
    roles: 'signed in',
    among: readers,
    subject: visibleAmong(readers),
    answers: { 200: OwnFeesAnswer, 304: null },
    handle: async ({ subject: { application } }, { db, clock }) => {
      const { id: applicationId, campaignId } = application;
      const [fees, kept, refunds, { policy, facts }] = await Promise.all([
        feesOf(db, applicationId),
        keptOf(db, applicationId),
        refundsOf(db, { campaignId, applicationId, states: codesOf(refundStateLabels), limit: 100 }),
        snapshotAt(db, application, await clock()),
      ]);
      const items = fees.map((fee) => feeAnswer(fee, { kept, refunds, policy, status: facts.status }));
      return { fees: await Promise.all(items) };
    },
  }),
];

interface Beside {
  readonly kept: readonly UnmatchedPayment[];
  readonly refunds: readonly ListedRefund[];
  readonly policy: Policy;
  readonly status: Status;
}

async function feeAnswer(fee: CodedFee, { kept, refunds, policy, status }: Beside) {
  const { part, code, amount, state, basis, arisenAt } = fee;
  const { text, caption } = payQr({ part, code, amount }, policy);
  const refund = refunds.findLast(({ payCode, transactionId }) => payCode === code && !isKept(kept, transactionId));
  return {
    part,
    payCode: code,
    amount,
    state,
    basis,
    arisenAt: isoInBeijing(arisenAt),
    qr: { svg: await qrCode(text), caption },
    kept: kept
      .filter((payment) => payment.fee?.code === code && payment.resolvedAt === null)
      .map((payment) => {
        const { told, receivedAt } = paymentView(payment);
        return { amount: payment.amount, receivedAt, told };
      }),
    refund: refund ? { state: refund.state, stateLabel: refundStateLabels[refund.state] } : null,
    mayAskRefund: refund === undefined && feeRefundProblem({ state, status, asker: 'applicant' }, '') === null,
  };
}

/** Whether a transaction is one of the payments that were kept: a refund of it is not one of the fee. */
const isKept = (kept: readonly UnmatchedPayment[], transactionId: string | null) =>
  kept.some((payment) => payment.transactionId === transactionId);
