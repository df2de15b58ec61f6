import { outcomeOf } from '../../../rules/fees/paymentOutcomes.js';
import { keptAs } from '../../../rules/statements/keptAs.js';
import type { MatchedFee } from '../../../rules/statements/matchLines.js';
import { type LineReason, type LineVerdict, lineReasons, lineVerdicts } from '../../../rules/statements/verdicts.js';

const fee = { amount: 20_000, code: '12345674', number: 'A-1' } as MatchedFee;

test.each(Object.keys(lineVerdicts) as LineVerdict[])(
  'a line that is %s is kept only where it cannot be confirmed',
  (verdict) => {
    const kept = keptAs({ verdict, reason: null, candidates: [fee] });
    expect(kept).toEqual(['differs', 'candidates', 'none'].includes(verdict) ? { code: 'not_found', fee: null } : null);
  },
);

test('a line is kept for the fee it names where that is certain, and what it is follows from why it differs', () => {
  const of = Object.fromEntries(
    (Object.keys(lineReasons) as LineReason[]).map((reason) => [
      reason,
      keptAs({ verdict: 'differs', reason, candidates: [fee] })?.fee === fee,
    ]),
  );
  expect(Object.keys(of).filter((reason) => of[reason])).toEqual(['amount', 'paid_already', 'not_due', 'taken']);
});

test('another amount than the fee: too little can be made up; too much confirmed nothing, and finance says what it is', () => {
  const what = (amount: number) => outcomeOf({ code: 'amount_mismatch', amount }, { amount: 20_000, state: 'issued' });
  expect([19_999, 20_001].map(what)).toEqual(['under', 'unknown']);
});
