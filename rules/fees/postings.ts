import type { BilingualText } from '../bilingualText.js';
import type { AccountName, Entry } from './accounts.js';
import type { FeeChange } from './feeChanges.js';

interface Kind extends BilingualText {
  readonly debit: AccountName;
  readonly credit: AccountName;
  /** Whether something has to follow: exactly one transfer resolves it. */
  readonly pending: boolean;
}

/** What is posted for whatever happens to money; the amount is debited to one account and credited to another. */
export const postingKinds = {
  arise: { zh: '费用产生', en: 'Fee arises', debit: 'receivable', credit: 'income', pending: false },
  exempt: { zh: '免缴', en: 'Exemption', debit: 'waived', credit: 'income', pending: false },
  pay: { zh: '到账', en: 'Payment', debit: 'bank', credit: 'receivable', pending: false },
  end: { zh: '费用作废', en: 'Fee ends unpaid', debit: 'income', credit: 'receivable', pending: false },
  keep: { zh: '收到待核款项', en: 'Payment kept', debit: 'bank', credit: 'suspense', pending: true },
  /** The same money stands in the books by a confirmation made by hand. */
  booked: {
    zh: '待核款项已人工入账',
    en: 'Kept payment booked by hand',
    debit: 'suspense',
    credit: 'bank',
    pending: false,
  },
  not_ours: { zh: '非本单位款项转出', en: 'Payment passed on', debit: 'suspense', credit: 'bank', pending: false },
  refund_kept: {
    zh: '待核款项退费',
    en: 'Refund of a kept payment',
    debit: 'suspense',
    credit: 'refunds',
    pending: true,
  },
  refund_fee: { zh: '已缴费用退费', en: 'Refund of a fee', debit: 'income', credit: 'refunds', pending: true },
  refund_sent: { zh: '退款付出', en: 'Refund sent', debit: 'refunds', credit: 'bank', pending: false },
  refund_returned: { zh: '退款被退回', en: 'Refund came back', debit: 'bank', credit: 'refunds', pending: true },
} as const satisfies Record<string, Kind>;
export type PostingKind = keyof typeof postingKinds;

/** A transfer as it is to be posted. */
export interface LedgerPosting {
  readonly kind: PostingKind;
  readonly pending: boolean;
  readonly entries: readonly [Entry, Entry];
}

/**
 * The entries of what happened, in fen; a negative amount takes as much back, as an amendment does that makes a fee smaller.
 *
 * @throws RangeError for an amount that is nothing, or no whole number of fen
 */
export function postingOf(kind: PostingKind, amount: number): LedgerPosting {
  if (!Number.isSafeInteger(amount) || amount === 0) throw new RangeError(`not an amount in fen: ${amount}`);
  const { debit, credit, pending } = postingKinds[kind];
  return {
    kind,
    pending,
    entries: [
      { account: debit, amount },
      { account: credit, amount: -amount },
    ],
  };
}

/** What a change of a fee posts; null: nothing, as where the amount is 0. */
export function postingOfChange({ event, amount, before }: FeeChange): LedgerPosting | null {
  const posted = event === 'arise' ? amount - before : amount;
  return posted === 0 ? null : postingOf(event, posted);
}
