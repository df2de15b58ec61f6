import { type Instant, isoInBeijing, localDateOf } from '../calendar/instant.js';
import { type AccountName, accounts } from './accounts.js';
import { type PostingKind, postingKinds } from './postings.js';

/** A transfer as a beancount file shows it: no names. */
interface Exported {
  readonly id: string;
  readonly kind: PostingKind;
  readonly pending: boolean;
  readonly part: string | null;
  readonly payCode: string | null;
  readonly reference: string | null;
  readonly resolves: string | null;
  readonly at: Instant;
  readonly entries: readonly { readonly account: AccountName; readonly amount: number }[];
}

/** A component of an account: letters, digits and hyphens, the first a capital or a digit. */
function component(text: string): string {
  const plain = text.replaceAll(/[^A-Za-z0-9-]/g, '-');
  return /^[a-z]/.test(plain) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain.replace(/^-+/, '') || 'X';
}

/** An account of a campaign: `Income:Fees:Aksu-2024:Review`. */
function accountOf(name: AccountName, campaignId: string, part: string | null): string {
  const { kind, beancount } = accounts[name];
  const split = name === 'income' || name === 'receivable' || name === 'waived';
  return [kind, beancount, component(campaignId), ...(split && part !== null ? [component(part)] : [])].join(':');
}

/** Fen as yuan, exactly. */
const yuan = (fen: number): string => {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
};
const quoted = (text: string): string => `"${text.replaceAll(/["\\\n]/g, ' ')}"`;

/** A day before anything is posted: no entry of a beancount file may come before its account is opened. */
const openedOn = '1970-01-01';

/** How a beancount file begins: its accounts. */
export function beancountHead(campaignId: string, parts: readonly string[]): string {
  const names = Object.keys(accounts) as readonly AccountName[];
  const all = names.flatMap((name) => [null, ...parts].map((part) => accountOf(name, campaignId, part)));
  const opened = [...new Set(all)].map((account) => `${openedOn} open ${account} CNY`);
  return ['option "operating_currency" "CNY"', '', ...opened, '', ''].join('\n');
}

/** One transfer in the syntax of beancount, with what it is about as metadata. */
export function beancountTransaction(transfer: Exported, campaignId: string): string {
  const { id, kind, pending, part, payCode, reference, resolves, at, entries } = transfer;
  const more = [
    ['transfer', id],
    ['paycode', payCode],
    ['reference', reference],
    ['resolves', resolves],
    ['at', isoInBeijing(at)],
  ] as const;
  return [
    `${localDateOf(at)} ${pending ? '!' : '*'} ${quoted(postingKinds[kind].zh)}`,
    ...more.flatMap(([name, value]) => (value === null ? [] : [`  ${name}: ${quoted(value)}`])),
    ...entries.map(({ account, amount }) => `  ${accountOf(account, campaignId, part)}  ${yuan(amount)} CNY`),
    '',
  ].join('\n');
}
