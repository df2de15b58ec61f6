import type { Response } from 'express';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Receipt } from './performAct.js';

const registered = {
  detail: '已收件登记，正在办理；以收件时间为准。',
  detailEn: 'Registered, and being dealt with; the instant of registration counts.',
};

/** 200 with status and seq, or 202 with where to ask later; either way with the instant of registration (收件时间). */
export function sendReceipt(response: Response, applicationId: string, receipt: Receipt): void {
  const { answer, key } = receipt;
  response.set('Idempotency-Key', key);
  if (answer) response.set('ETag', `"${answer.seq}"`);
  else response.status(202).location(`/api/applications/${applicationId}/acts/${encodeURIComponent(key)}`);
  response.json(receiptBody(receipt));
}

/** A receipt as it is sent: with status and seq, or with words that the act is on its way. */
export function receiptBody({ answer, key, receivedAt }: Receipt) {
  const received = { key, receivedAt: isoInBeijing(receivedAt) };
  return answer ? { ...answer, ...received } : { status: null, seq: null, ...received, ...registered };
}
