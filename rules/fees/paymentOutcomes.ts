import type { BilingualText } from '../bilingualText.js';
import { type FeeState, isPayable, stateAfter } from './feeStates.js';

/** What finance can do with a payment that was kept. */
export const resolutionLabels = {
  refunded: { zh: '退款', en: 'Pay it back' },
  booked_manually: { zh: '已人工入账', en: 'Booked by hand' },
  not_ours: { zh: '不是本单位款项', en: 'Not ours' },
} as const satisfies Record<string, BilingualText>;
export type Resolution = keyof typeof resolutionLabels;

interface Outcome extends BilingualText {
  /** Whether the fee is confirmed, and what of the money is kept to be matched. */
  readonly confirms: boolean;
  readonly keeps: 'nothing' | 'surplus' | 'all';
  /** What finance may do with what is kept; the usual one first. */
  readonly resolutions: readonly Resolution[];
  /** What the payer is told. */
  readonly told: BilingualText;
}

/**
 * What becomes of money that arrives. Whoever pays, the pay code says for whom: a payment by another is that of the fee, and what
 * goes back goes back by the way it came. A fee that was paid stays paid when the application ends later; it is paid back when
 * somebody asks and another approves (`refundLaw.ts`).
 */
export const paymentOutcomes = {
  exact: {
    zh: '相符',
    en: 'As due',
    confirms: true,
    keeps: 'nothing',
    resolutions: [],
    told: { zh: '已到账。', en: 'It has arrived.' },
  },
  over: {
    zh: '多缴',
    en: 'Overpaid',
    confirms: true,
    keeps: 'surplus',
    resolutions: ['refunded', 'not_ours'],
    told: {
      zh: '已按应缴金额确认，多缴的部分由财务退回。',
      en: 'The fee is confirmed; finance pays back what is too much.',
    },
  },
  under: {
    zh: '少缴',
    en: 'Underpaid',
    confirms: false,
    keeps: 'all',
    resolutions: ['booked_manually', 'refunded', 'not_ours'],
    told: {
      zh: '到账金额少于应缴金额，尚未确认。请在截止前用同一缴款码补足差额，补足后由财务合并确认。',
      en: 'Less than the fee has arrived, and nothing is confirmed. Please pay the rest under the same code in time; finance confirms both together.',
    },
  },
  twice: {
    zh: '重复缴费',
    en: 'Paid twice',
    confirms: false,
    keeps: 'all',
    resolutions: ['refunded', 'not_ours'],
    told: {
      zh: '该费用此前已确认，重复缴的一笔由财务退回。',
      en: 'The fee was confirmed before; finance pays back the second payment.',
    },
  },
  early: {
    zh: '提前缴费',
    en: 'Before its time',
    confirms: false,
    keeps: 'all',
    resolutions: ['booked_manually', 'refunded', 'not_ours'],
    told: {
      zh: '缴费尚未开始，到账后由财务在开始后确认。',
      en: 'Payment has not opened; finance confirms it once it has.',
    },
  },
  late: {
    zh: '逾期缴费',
    en: 'Too late',
    confirms: false,
    keeps: 'all',
    resolutions: ['refunded', 'not_ours'],
    told: {
      zh: '到账时申报已逾期或已终止，款项由财务退回。',
      en: 'The application had lapsed or ended; finance pays the money back.',
    },
  },
  changed: {
    zh: '同一流水内容不同',
    en: 'Another message of the same transaction',
    confirms: false,
    keeps: 'all',
    resolutions: ['not_ours', 'booked_manually', 'refunded'],
    told: { zh: '由财务与银行核对。', en: 'Finance asks the bank.' },
  },
  unknown: {
    zh: '无从对应',
    en: 'Belongs to nothing',
    confirms: false,
    keeps: 'all',
    resolutions: ['booked_manually', 'refunded', 'not_ours'],
    told: { zh: '由财务与付款人核对。', en: 'Finance asks the payer.' },
  },
} as const satisfies Record<string, Outcome>;
export type PaymentOutcome = keyof typeof paymentOutcomes;

/** The code under which what is too much is kept, while the rest confirms the fee. */
export const surplusCode = 'overpaid';

/** How a payment that arrives divides: what confirms the fee, and what is too much, in fen. */
export function divided(amount: number, fee: { readonly amount: number; readonly state: FeeState } | undefined) {
  const over = fee !== undefined && isPayable(fee.state) && fee.amount > 0 && amount > fee.amount;
  return over ? { confirms: fee.amount, surplus: amount - fee.amount } : { confirms: amount, surplus: 0 };
}

/** What a kept payment is, by the code under which it was refused and what its fee is now. */
export function outcomeOf(
  { code, amount }: { readonly code: string; readonly amount: number },
  fee: { readonly amount: number; readonly state: FeeState } | null,
): PaymentOutcome {
  if (code === 'key_reused') return 'changed';
  if (fee === null || code === 'not_found') return 'unknown';
  if (code === 'window_not_open') return 'early';
  const paid = stateAfter(fee.state, 'refund') !== null;
  if (code === surplusCode) return 'over';
  if (code === 'amount_mismatch' && !paid) return amount < fee.amount ? 'under' : 'unknown';
  if (code === 'amount_mismatch') return 'over';
  if (paid || code === 'already_done') return 'twice';
  return isPayable(fee.state) ? 'unknown' : 'late';
}
