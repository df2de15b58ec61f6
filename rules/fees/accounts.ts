import type { BilingualText } from '../bilingualText.js';

interface Account extends BilingualText {
  /** Its first part in a beancount file. */
  readonly kind: 'Assets' | 'Liabilities' | 'Income' | 'Expenses';
  readonly beancount: string;
}

/** The chart of accounts. Amounts are in fen: a debit is positive, a credit negative. */
export const accounts = {
  bank: { zh: '银行存款', en: 'Bank', kind: 'Assets', beancount: 'Bank' },
  receivable: { zh: '应收费用', en: 'Fees receivable', kind: 'Assets', beancount: 'Receivable' },
  income: { zh: '费用收入', en: 'Income from fees', kind: 'Income', beancount: 'Fees' },
  waived: { zh: '减免', en: 'Waived', kind: 'Expenses', beancount: 'Waived' },
  suspense: { zh: '待核款项', en: 'Payments to be matched', kind: 'Liabilities', beancount: 'Suspense' },
  refunds: { zh: '应退款项', en: 'Refunds payable', kind: 'Liabilities', beancount: 'Refunds' },
} as const satisfies Record<string, Account>;
export type AccountName = keyof typeof accounts;

/** One line of a transfer, in fen: positive is a debit, negative a credit. */
export interface Entry {
  readonly account: AccountName;
  readonly amount: number;
}

/** The balance of every account: the fold of its entries, in fen. */
export function balancesOf(entries: Iterable<Entry>): Readonly<Record<AccountName, number>> {
  const balances = { bank: 0, receivable: 0, income: 0, waived: 0, suspense: 0, refunds: 0 };
  for (const { account, amount } of entries) balances[account] += amount;
  return balances;
}
