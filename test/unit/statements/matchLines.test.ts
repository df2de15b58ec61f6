import fc from 'fast-check';
import { inventedStatement } from '../../../bench/data/statements.js';
import { applicationNumber } from '../../../rules/application/applicationNumber.js';
import { payCode } from '../../../rules/fees/payCode.js';
import { type MatchedFee, matchLines } from '../../../rules/statements/matchLines.js';
import { keyOfLine, type StatementLine } from '../../../rules/statements/statementLine.js';
import { randomOf } from '../../../simulation/chaos/random.js';

const fee = (of: Partial<MatchedFee> = {}): MatchedFee => ({
  applicationId: 'a',
  part: 'review',
  code: payCode(1),
  number: applicationNumber('2024-AKSU', 1),
  applicantName: '阿卜杜热合曼·阿卜杜克热木',
  amount: 60_000,
  state: 'due',
  paidDays: [],
  fromLine: false,
  ...of,
});
const line = (of: Partial<StatementLine> = {}): StatementLine => ({
  row: 1,
  booked: '2024-09-11T10:00:00',
  direction: 'in',
  amount: 60_000,
  balance: null,
  account: null,
  counterparty: '财付通支付科技有限公司',
  remark: '',
  serial: 'S1',
  ...of,
});
const nothing = { keys: new Set<string>(), serials: new Set<string>() };
const judge = (one: StatementLine, fees: readonly MatchedFee[], known = nothing) =>
  matchLines([one], fees, known).get(one);
const ofCode = (code: string) => `评审费 ${code}`;
const fullWidth = (text: string) =>
  text.replaceAll(/./g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

test.each([
  ['its pay code', payCode(1)],
  ['its pay code, spaced', `${payCode(1).slice(0, 4)} ${payCode(1).slice(4)}`],
  ['its pay code in full width', fullWidth(payCode(1))],
  ['its short number', applicationNumber('2024-AKSU', 1)],
  ['its short number, run together', applicationNumber('2024-AKSU', 1).replaceAll('-', '').toLowerCase()],
  ['both', `${payCode(1)} ${applicationNumber('2024-AKSU', 1)}`],
])('a line with the fee and %s is certain, whoever it came from', (_, code) => {
  expect(judge(line({ remark: ofCode(code) }), [fee()])).toMatchObject({
    verdict: 'certain',
    candidates: [{ applicationId: 'a' }],
  });
});

test.each([
  ['of another amount', { amount: 40_000 }, {}, 'amount'],
  ['of a fee that is paid', {}, { state: 'paid' }, 'paid_already'],
  [
    'of a fee that another line paid the same day',
    {},
    { state: 'paid', fromLine: true, paidDays: ['2024-09-11'] },
    'paid_already',
  ],
  ['of a fee that is not asked for', {}, { state: 'other' }, 'not_due'],
] as const)('a line that names a fee and is %s differs', (_, ofLine, ofFee, reason) => {
  expect(judge(line({ remark: ofCode(payCode(1)), ...ofLine }), [fee(ofFee)])).toMatchObject({
    verdict: 'differs',
    reason,
  });
});

test('a line that names two applications is certain of neither', () => {
  const other = fee({ applicationId: 'b', code: payCode(2), number: applicationNumber('2024-AKSU', 2) });
  const both = line({ remark: `${payCode(1)} ${payCode(2)}` });
  expect(judge(both, [fee(), other])).toMatchObject({ verdict: 'differs', reason: 'several', candidates: [{}, {}] });
});

test('a code that may be a day counts only beside the name of its applicant', () => {
  const dated =
    Array.from({ length: 3_000_000 }, (_, ordinal) => ordinal).find((ordinal) =>
      /^20(1\d|2\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d)$/.test(payCode(ordinal)),
    ) ?? 0;
  const fees = [fee({ code: payCode(dated) })];
  const remark = ofCode(payCode(dated));
  expect(judge(line({ remark }), fees)).toMatchObject({ verdict: 'differs', reason: 'date_like' });
  expect(judge(line({ remark, counterparty: '阿卜杜热合曼阿卜杜克热木' }), fees)?.verdict).toBe('certain');
});

test('a name, or an amount that few fees have, only suggests', () => {
  const named = line({ counterparty: '阿卜杜热合曼•阿卜杜克热木', amount: 1 });
  expect(judge(named, [fee()])).toMatchObject({ verdict: 'candidates', candidates: [{ applicationId: 'a' }] });
  expect(judge(line(), [fee()])?.verdict).toBe('candidates');
  const many = Array.from({ length: 9 }, (_, n) =>
    fee({ applicationId: `${n}`, code: payCode(n), applicantName: `申报人${n}` }),
  );
  expect(judge(line(), many)).toMatchObject({ verdict: 'none', candidates: [] });
  expect(judge(line({ remark: '申报人7评审费' }), many)).toMatchObject({ candidates: [{ applicationId: '7' }] });
});

test('what the bank told of, or somebody registered of that day, is known already', () => {
  const told = { ...nothing, serials: new Set(['S1']) };
  expect(judge(line({ remark: ofCode(payCode(1)) }), [fee()], told)).toMatchObject({
    verdict: 'known',
    reason: 'bank_message',
  });
  const paid = fee({ state: 'paid', paidDays: ['2024-09-11'] });
  const [first, second] = [
    line({ remark: ofCode(payCode(1)) }),
    line({ row: 2, serial: 'S2', remark: ofCode(payCode(1)) }),
  ];
  const verdicts = matchLines([first, second], [paid], nothing);
  expect(verdicts.get(first)).toMatchObject({ verdict: 'known', reason: 'registered' });
  expect(verdicts.get(second)).toMatchObject({ verdict: 'differs', reason: 'paid_already' });
});

test('what goes out is nobody’s', () => {
  expect(judge(line({ direction: 'out', remark: ofCode(payCode(1)) }), [fee()])?.verdict).toBe('outgoing');
});

describe('Of a whole statement', () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });
  const summed = (lines: readonly StatementLine[], fees: readonly MatchedFee[], known = nothing) =>
    [...matchLines(lines, fees, known)]
      .map(([one, { verdict, reason, candidates }]) => [
        keyOfLine(one),
        verdict,
        reason,
        candidates.map(({ applicationId }) => applicationId),
      ])
      .map((one) => JSON.stringify(one))
      .toSorted();

  test('no order of the lines changes a verdict', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const { lines, fees } = inventedStatement(120, seed);
        const ordered = lines.map(({ line: one }) => one);
        const shuffled = randomOf(other).shuffled(ordered);
        expect(summed(shuffled, fees)).toEqual(summed(ordered, fees));
      }),
      { numRuns: 30 },
    );
  });

  test('no match is certain that is wrong, none is certain twice, and every good line is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { lines, fees } = inventedStatement(150, seed);
        const matches = matchLines(
          lines.map(({ line: one }) => one),
          fees,
          nothing,
        );
        const certain = lines.filter(({ line: one }) => matches.get(one)?.verdict === 'certain');
        const paid = certain.map(({ line: one }) => matches.get(one)?.candidates[0]);
        for (const [index, one] of certain.entries()) expect(paid[index]).toBe(one.fee);
        expect(new Set(paid).size).toBe(paid.length);
        expect(new Set(paid)).toEqual(
          new Set(lines.flatMap((one) => (one.kind === 'good' && one.fee ? [one.fee] : []))),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('the same lines again, or a part of them, are all known, and add nothing', () => {
    fc.assert(
      fc.property(seeds, fc.nat(120), (seed, until) => {
        const { lines, fees } = inventedStatement(120, seed);
        const known = { ...nothing, keys: new Set(lines.map(({ line: one }) => keyOfLine(one))) };
        const again = lines.slice(0, until).map(({ line: one }) => one);
        for (const { reason } of matchLines(again, fees, known).values()) expect(reason).toBe('same_line');
      }),
      { numRuns: 20 },
    );
  });
});
