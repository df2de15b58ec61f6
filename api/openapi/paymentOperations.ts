import { z } from 'zod';
import { PendingAnswer, ReceiptAnswer } from '../acts/answers.js';
import { FeesAnswer, UnmatchedPaymentAnswer } from '../fees/answers.js';
import { FeesQuery, PaymentResolution } from '../fees/fees.js';
import { BankMessage } from '../payments/payments.js';
import type { Operation } from './operation.js';

/** The bank's messages. */
export const paymentOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/payments/webhook',
    tag: '缴费',
    summary: '银行到账通知（X-Signature: sha256=HMAC）',
    open: true,
    headers: z.object({ 'x-signature': z.string() }),
    body: BankMessage,
    answers: { 200: ReceiptAnswer, 202: PendingAnswer },
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/fees',
    tag: '缴费',
    summary: '应收、已收和对不上的款项',
    query: FeesQuery,
    answers: { 200: FeesAnswer, 304: null },
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/unmatched-payments/{paymentId}/resolve',
    tag: '缴费',
    summary: '说明一笔对不上的款项如何处理',
    body: PaymentResolution,
    answers: { 200: UnmatchedPaymentAnswer },
  },
];
