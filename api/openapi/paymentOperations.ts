import { z } from 'zod';
import { PendingAnswer, ReceiptAnswer } from '../acts/answers.js';
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
];
