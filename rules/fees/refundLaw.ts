import { lifecycle, type Role, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { NotificationKind } from '../notifications/notificationKinds.js';
import { type Refusal, refuse } from '../refusal.js';
import { type FeeState, stateAfter } from './feeStates.js';
import type { PostingKind } from './postings.js';

export const refundStateLabels = {
  asked: { zh: '待审批', en: 'Waiting for approval' },
  refused: { zh: '不予退费', en: 'Refused' },
  approved: { zh: '待付款', en: 'To be sent' },
  sent: { zh: '已退款', en: 'Sent' },
  returned: { zh: '银行退回', en: 'Returned by the bank' },
} as const satisfies Record<string, BilingualText>;
export type RefundState = keyof typeof refundStateLabels;

export const refundEventLabels = {
  approve: { zh: '批准退费', en: 'Approve the refund' },
  refuse: { zh: '不予退费', en: 'Refuse the refund' },
  send: { zh: '登记已付', en: 'Record as sent' },
  return: { zh: '登记被退回', en: 'Record as returned' },
} as const satisfies Record<string, BilingualText>;
export type RefundEvent = keyof typeof refundEventLabels;

/** Who asks for a refund. */
export const refundAskers = ['applicant', 'finance', 'office'] as const satisfies readonly Role[];
export type RefundAsker = (typeof refundAskers)[number];

/** A refund: state → event → state. What the bank sends back is paid out again. */
export const refundLaw: Readonly<Record<RefundState, Readonly<Partial<Record<RefundEvent, RefundState>>>>> = {
  asked: { approve: 'approved', refuse: 'refused' },
  refused: {},
  approved: { send: 'sent' },
  sent: { return: 'returned' },
  returned: { send: 'sent' },
};

/** What the ledger posts for each event, of a fee and of a kept payment; null: nothing. */
export const refundPosting = {
  approve: { fee: 'refund_fee', payment: 'refund_kept' },
  refuse: { fee: null, payment: null },
  send: { fee: 'refund_sent', payment: 'refund_sent' },
  return: { fee: 'refund_returned', payment: 'refund_returned' },
} as const satisfies Record<RefundEvent, Readonly<Record<'fee' | 'payment', PostingKind | null>>>;

/** The letter each event writes to the candidate. */
export const refundLetters = {
  approve: 'refund_approved',
  refuse: 'refund_refused',
  send: 'refund_sent',
  return: 'refund_returned',
} as const satisfies Record<RefundEvent, NotificationKind>;

/** Whether an event decides about a refund, as another person than asked for it does. */
export const decides = (event: RefundEvent): boolean => event in refundLaw.asked;

/** The refusal of an event on a refund, or null. */
export function refundProblem(
  event: RefundEvent,
  { state, askedBy }: { readonly state: RefundState; readonly askedBy: string },
  { by, clause }: { readonly by: string; readonly clause: string },
): Refusal | null {
  const label = refundEventLabels[event];
  if (refundLaw[state][event] === undefined) {
    return refuse('event_not_allowed', clause, {
      zh: `这笔退费现为“${refundStateLabels[state].zh}”，不能${label.zh}。`,
      en: `This refund is “${refundStateLabels[state].en}”: “${label.en}” is not possible.`,
    });
  }
  if (!decides(event) || askedBy !== by) return null;
  return refuse('second_person_needed', clause, {
    zh: '退费由申请人以外的另一人审批。',
    en: 'Another person than the one who asked decides about a refund.',
  });
}

/** Why a fee cannot be paid back, or null: it was paid, and, where the payer asks, the application ended before the review. */
export function feeRefundProblem(
  { state, status, asker }: { readonly state: FeeState; readonly status: Status; readonly asker: RefundAsker },
  clause: string,
): Refusal | null {
  if (stateAfter(state, 'refund') === null) {
    return refuse('event_not_allowed', clause, {
      zh: '这项费用没有缴，或已经退过，不能退费。',
      en: 'This fee was not paid, or was paid back already.',
    });
  }
  const ended: readonly Status[] = ['withdrawn', 'lapsed', 'not_accepted'];
  if (asker !== 'applicant' || ended.includes(status)) return null;
  return refuse('event_not_allowed', clause, {
    zh: `申报在“${lifecycle[status].zh}”环节，评审费不退；申报终止后可申请退费。`,
    en: `The application is in “${lifecycle[status].en}”; a refund can be asked for once it has ended.`,
  });
}
