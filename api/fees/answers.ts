import { z } from 'zod';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { paymentOutcomes, resolutionLabels } from '../../rules/fees/paymentOutcomes.js';
import { level } from '../http/campaignCodes.js';
import { at, label, status } from '../openapi/parts.js';

const resolution = z.enum(codesOf(resolutionLabels));
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
    due: at.nullable().meta({ description: '截止；期限中止的为计划恢复或复核的日期' }),
    pastDue: z.boolean(),
    paused: z.boolean().meta({ description: '期限中止' }),
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
    code: z.string().meta({ description: '不符原因' }),
    outcome: z.enum(codesOf(paymentOutcomes)).meta({ description: '这笔款项是什么' }),
    outcomeLabel: label,
    told: label.meta({ description: '告知付款人的话' }),
    payCode: z.string().nullable().meta({ description: '缴款码' }),
    part: part.nullable(),
    receivedAt: at,
    resolutions: z.array(resolution).meta({ description: '可如何处理，常用的在前' }),
    resolution: resolution.nullable(),
    reason: z.string().nullable(),
    resolvedAt: at.nullable(),
  })
  .meta({ id: 'UnmatchedPayment' });
export const FeesAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['due', 'paid']), items: z.array(Fee), next: z.string().nullable() }),
  z.object({ state: z.literal('unmatched'), items: z.array(UnmatchedPaymentAnswer), next: z.string().nullable() }),
]);
