import { codesOf } from '../../../rules/codesOf.js';
import { type AccountName, balancesOf, type Entry } from '../../../rules/fees/accounts.js';
import { type PostingKind, postingKinds, postingOf, postingOfChange } from '../../../rules/fees/postings.js';

/** A generator of numbers in [0, 1) that gives the same ones every time (mulberry32). */
function numbersFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.each(codesOf(postingKinds))('%s debits what it credits', (kind) => {
  const { entries } = postingOf(kind, 60_000);
  expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(entries[0].account).not.toBe(entries[1].account);
});

test.each([0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is no amount', (amount) => {
  expect(() => postingOf('pay', amount)).toThrow(RangeError);
});

test('a change posts what it changes, and a fee of nothing posts nothing', () => {
  const change = { part: 'review', amount: 60_000, before: 0, basis: null } as const;
  const kindOf = (posting: ReturnType<typeof postingOfChange>) => [posting?.kind, posting?.entries[0].amount];
  expect(kindOf(postingOfChange({ ...change, event: 'arise' }))).toEqual(['arise', 60_000]);
  expect(kindOf(postingOfChange({ ...change, event: 'arise', before: 80_000 }))).toEqual(['arise', -20_000]);
  expect(kindOf(postingOfChange({ ...change, event: 'pay' }))).toEqual(['pay', 60_000]);
  expect(postingOfChange({ ...change, event: 'arise', amount: 0 })).toBeNull();
});

type Fee = { readonly amount: number; state: 'due' | 'paid' | 'ended' | 'refunded' };
type Kept = { readonly amount: number; open: boolean };
type Refund = { readonly amount: number; state: 'approved' | 'sent' };

// What happens to money, in any order, against counts kept by another way of counting than entries.
test('10⁵ random operations lose nothing, double nothing and always balance', () => {
  const random = numbersFrom(20_240_715);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const entries: Entry[] = [];
  let sum = 0;
  const post = (kind: PostingKind, amount: number) => {
    for (const entry of postingOf(kind, amount).entries) {
      entries.push(entry);
      sum += entry.amount;
    }
  };
  const fees: Fee[] = [];
  const kept: Kept[] = [];
  const refunds: Refund[] = [];
  let moneyIn = 0;
  let moneyOut = 0;
  let exempt = 0;
  const operations: readonly (() => void)[] = [
    () => {
      const fee: Fee = { amount: 1 + Math.floor(random() * 100_000), state: 'due' };
      fees.push(fee);
      post('arise', fee.amount);
    },
    () => {
      exempt += 20_000;
      post('exempt', 20_000);
    },
    () => {
      const fee = pick(fees.slice(-50));
      if (fee?.state !== 'due') return;
      fee.state = 'paid';
      moneyIn += fee.amount;
      post('pay', fee.amount);
    },
    () => {
      const fee = pick(fees.slice(-50));
      if (fee?.state !== 'due') return;
      fee.state = 'ended';
      post('end', fee.amount);
    },
    () => {
      const payment: Kept = { amount: 1 + Math.floor(random() * 100_000), open: true };
      kept.push(payment);
      moneyIn += payment.amount;
      post('keep', payment.amount);
    },
    () => {
      const payment = pick(kept.slice(-50));
      if (!payment?.open) return;
      payment.open = false;
      const kind = pick(['not_ours', 'booked', 'refund_kept'] as const) ?? 'booked';
      if (kind === 'refund_kept') refunds.push({ amount: payment.amount, state: 'approved' });
      else moneyOut += payment.amount;
      post(kind, payment.amount);
    },
    () => {
      const fee = pick(fees.slice(-50));
      if (fee?.state !== 'paid') return;
      fee.state = 'refunded';
      refunds.push({ amount: fee.amount, state: 'approved' });
      post('refund_fee', fee.amount);
    },
    () => {
      const refund = pick(refunds.slice(-50));
      if (!refund) return;
      const sent = refund.state === 'sent';
      refund.state = sent ? 'approved' : 'sent';
      moneyOut += sent ? -refund.amount : refund.amount;
      post(sent ? 'refund_returned' : 'refund_sent', refund.amount);
    },
  ];
  const total = <T extends { readonly amount: number }>(of: readonly T[], those: (one: T) => boolean) =>
    of.reduce((all, one) => (those(one) ? all + one.amount : all), 0);
  for (let count = 0; count < 100_000; count += 1) {
    pick(operations)?.();
    if (sum !== 0) throw new Error(`unbalanced after ${count}`);
  }
  const expected: Readonly<Record<AccountName, number>> = {
    bank: moneyIn - moneyOut,
    receivable: total(fees, ({ state }) => state === 'due'),
    income: -total(fees, ({ state }) => state === 'due' || state === 'paid') - exempt,
    waived: exempt,
    suspense: -total(kept, ({ open }) => open),
    refunds: -total(refunds, ({ state }) => state === 'approved'),
  };
  expect(balancesOf(entries)).toEqual(expected);
});
