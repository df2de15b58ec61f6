import { beancountHead, beancountTransaction } from '../../../rules/fees/beancount.js';
import { postingOf } from '../../../rules/fees/postings.js';

const at = Date.parse('2024-09-11T17:00:00Z');
const about = { part: 'review', payCode: '12345674', reference: 'T-"1', resolves: null, at } as const;
const transfer = { id: 'one', ...about, ...postingOf('pay', 60_005) };

test('a transfer is written with its day in Beijing, exact yuan, and no name', () => {
  expect(beancountTransaction(transfer, 'aksu-2024')).toBe(
    [
      '2024-09-12 * "到账"',
      '  transfer: "one"',
      '  paycode: "12345674"',
      '  reference: "T- 1"',
      '  at: "2024-09-12T01:00:00.000+08:00"',
      '  Assets:Bank:Aksu-2024  600.05 CNY',
      '  Assets:Receivable:Aksu-2024:Review  -600.05 CNY',
      '',
    ].join('\n'),
  );
});

test('every account of a transaction is opened, once', () => {
  const head = beancountHead('aksu-2024', ['review', 'defense']);
  const opened = head.split('\n').flatMap((line) => / open (\S+) CNY$/.exec(line)?.[1] ?? []);
  expect(new Set(opened).size).toBe(opened.length);
  const used = (['arise', 'exempt', 'pay', 'keep', 'refund_fee', 'refund_sent'] as const).flatMap((kind) =>
    [null, 'review', 'defense'].flatMap((part) =>
      [
        ...beancountTransaction({ ...transfer, part, ...postingOf(kind, 5) }, 'aksu-2024').matchAll(
          /^ {2}([A-Z]\S+) {2}/gm,
        ),
      ].map(([, account]) => account),
    ),
  );
  expect(used.filter((account) => !opened.includes(account ?? ''))).toEqual([]);
  expect(
    opened.every((account) => /^(Assets|Liabilities|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$/.test(account)),
  ).toBe(true);
});
