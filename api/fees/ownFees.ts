import { z } from 'zod';
import { qrCode } from '../../documents/paper/setPaper.js';
import { type CodedFee, feesOf } from '../../records/payment/feeCodes.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { feeStateLabels } from '../../rules/fees/feeStates.js';
import { payQr } from '../../rules/fees/payQr.js';
import type { Policy } from '../../rules/policy/policy.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { at, label, own } from '../openapi/parts.js';

const OwnFeesAnswer = z.object({
  items: z.array(
    z
      .object({
        part: z.enum(codesOf(feePartLabels)),
        payCode: z.string().meta({ description: '缴款码' }),
        amount: z.int().meta({ description: '分' }),
        state: z.enum(codesOf(feeStateLabels)),
        basis: z.string().nullable().meta({ description: '免缴依据' }),
        arisenAt: at,
        qr: z.object({ svg: z.string(), caption: label }),
      })
      .meta({ id: 'OwnFee' }),
  ),
});

/** What an application pays, part by part. */
export const ownFeeRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/fees`,
    tag: '缴费',
    summary: '这份申报的费用：缴款码、金额、收款码',
    roles: 'signed in',
    among: ['applicant', 'office', 'finance', 'supervisor'],
    subject: visibleApplication,
    answers: { 200: OwnFeesAnswer, 304: null },
    handle: async ({ subject: { application } }, { db, clock }) => {
      const [fees, { policy }] = await Promise.all([
        feesOf(db, application.id),
        snapshotAt(db, application, await clock()),
      ]);
      return { items: await Promise.all(fees.map((fee) => feeAnswer(fee, policy))) };
    },
  }),
];

async function feeAnswer({ part, code, amount, state, basis, arisenAt }: CodedFee, policy: Policy) {
  const { text, caption } = payQr({ part, code, amount }, policy);
  const qr = { svg: await qrCode(text), caption };
  return { part, payCode: code, amount, state, basis, arisenAt: isoInBeijing(arisenAt), qr };
}
