import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { z } from 'zod';
import { paymentChannels } from '../../rules/application/paymentChannels.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { PendingAnswer, ReceiptAnswer } from '../acts/answers.js';
import { sendReceipt } from '../acts/receipt.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { localDate } from '../http/text.js';
import { receivePayment } from './receivePayment.js';

const printable = /^[\x21-\x7e]{1,100}$/;
const BankMessage = z
  .strictObject({
    transactionId: z
      .string()
      .regex(
        printable,
        bilingualMessage('应为1至100个可见的英文字符。', 'It has to be 1 to 100 visible ASCII characters.'),
      ),
    payCode: z.string().max(40).optional().describe('缴款码：一项费用一个，最好附此码'),
    number: z.string().max(60).optional().describe('申报编号'),
    applicationId: z.uuid().optional(),
    amount: z.int().min(1).max(100_000_000).describe('分'),
    channel: z.enum(paymentChannels),
    paidOn: localDate.optional().describe('到账日期，银行有则附'),
    part: z.enum(codesOf(feePartLabels)).optional().describe('缴的是哪一项费用；没有的，按缴款码或申报所处环节'),
  })
  .refine(
    ({ payCode, number, applicationId }) =>
      [payCode, number, applicationId].filter((one) => one !== undefined).length === 1,
    {
      path: ['payCode'],
      message: bilingualMessage(
        '缴款码、申报编号、内部编号应有且只有一项。',
        'Exactly one of payCode, number and applicationId is needed.',
      ),
    },
  );

/** The signature a bank's message must carry in `X-Signature`: `sha256=` and the HMAC of the raw body in hex. */
export function signatureOf(secret: string, body: Buffer | string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function isSigned(secret: string, body: Buffer, signature: string | undefined): boolean {
  const expected = Buffer.from(signatureOf(secret, body));
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The bank's messages are signed over the bytes as they were sent, so this is mounted before the JSON reader. */
export const rawPayments = express.raw({ type: () => true, limit: '64kb' });

/**
 * The bank reports a payment. Believed by its signature over the raw body; the bank's transaction id is the key, so that
 * a message sent twice counts once.
 */
export const paymentRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/payments/webhook',
    tag: '缴费',
    summary: '银行到账通知（X-Signature: sha256=HMAC）',
    roles: 'public',
    headers: z.object({ 'x-signature': z.string() }),
    rawBody: BankMessage,
    answers: { 200: ReceiptAnswer, 202: PendingAnswer },
    handle: async ({ request, response }, services) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(services.bankSecret, raw, request.get('x-signature'))) {
        throw new Problem('signature_invalid', { zh: '签名不正确。', en: 'The signature is wrong.' });
      }
      const { applicationId, receipt } = await receivePayment(services, BankMessage.parse(parse(raw)));
      sendReceipt(response, applicationId, receipt);
    },
  }),
];

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new Problem('body_malformed', { zh: '请求不是有效的 JSON。', en: 'The request is not valid JSON.' });
  }
}
