import { z } from 'zod';
import { resolutions } from '../../records/payment/unmatchedPayments.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { level } from '../http/campaignCodes.js';
import { at, code, status } from '../openapi/parts.js';

const part = z.enum(codesOf(feePartLabels)).meta({ description: 'review 评审费，defense 答辩费' });

const Fee = z
  .object({
    applicationId: z.uuid(),
    number: z.string().meta({ description: '申报编号' }),
    applicantName: z.string(),
    unitName: z.string(),
    level,
    status,
    part,
    fee: z.int().meta({ description: '分' }),
    due: at.nullable(),
    pastDue: z.boolean(),
    paidAt: at.nullable(),
    paidOn: z.iso.date().nullable().meta({ description: '到账日期，登记时写明的' }),
  })
  .meta({ id: 'Fee' });
export const UnmatchedPaymentAnswer = z
  .object({
    id: z.uuid(),
    transactionId: z.string(),
    reference: z.string().meta({ description: '银行通知所附的缴款码、申报编号或内部编号' }),
    applicationId: z.uuid().nullable(),
    amount: z.int().meta({ description: '分' }),
    channel: z.string(),
    code,
    part: part.nullable(),
    receivedAt: at,
    resolution: z.enum(resolutions).nullable(),
    reason: z.string().nullable(),
    resolvedAt: at.nullable(),
  })
  .meta({ id: 'UnmatchedPayment' });
export const FeesAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['due', 'paid']), items: z.array(Fee), next: z.string().nullable() }),
  z.object({ state: z.literal('unmatched'), items: z.array(UnmatchedPaymentAnswer), next: z.string().nullable() }),
]);
