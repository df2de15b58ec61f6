import fc from 'fast-check';
import { scoreOf } from '../../../rules/defense/defenseScore.js';
import { countedSheets, scorersOf, stillToScore } from '../../../rules/defense/panel.js';

const experts = Array.from({ length: 9 }, (_, index) => `expert-${index}`);
const aSheet = fc.record({
  expertId: fc.constantFrom(...experts),
  total: fc.integer({ min: 0, max: 10_000 }),
  submitted: fc.boolean(),
});
const sheets = fc.uniqueArray(aSheet, { selector: ({ expertId }) => expertId, maxLength: experts.length });
const recusals = fc.subarray(experts).map((some) => new Set(some));

test('the order of experts and of their sheets changes nothing', () => {
  fc.assert(
    fc.property(sheets, recusals, fc.shuffledSubarray(experts, { minLength: 9 }), (some, recused, shuffled) => {
      const counted = countedSheets(scorersOf(experts, recused), some);
      expect(countedSheets(scorersOf(shuffled, recused), some.toReversed())).toEqual(counted);
      expect(scoreOf(counted.toReversed())).toEqual(scoreOf(counted));
    }),
  );
});

test('the sheet of whoever is recused never counts, also one handed in before', () => {
  fc.assert(
    fc.property(sheets, recusals, (some, recused) => {
      const counted = countedSheets(scorersOf(experts, recused), some);
      expect(counted.filter(({ expertId }) => recused.has(expertId))).toEqual([]);
      const others = some.filter(({ expertId }) => !recused.has(expertId));
      expect(countedSheets(scorersOf(experts, recused), others)).toEqual(counted);
    }),
  );
});

test('whoever is not recused and has handed nothing in is waited for, and nobody else', () => {
  fc.assert(
    fc.property(sheets, recusals, (some, recused) => {
      const scorers = scorersOf(experts, recused);
      const missing = stillToScore(scorers, some);
      expect(missing.length + countedSheets(scorers, some).length).toBe(scorers.length);
      expect(missing.some((expertId) => recused.has(expertId))).toBe(false);
    }),
  );
});

test('a recusal from one application changes nothing for another', () => {
  const one = countedSheets(scorersOf(['a', 'b', 'c', 'd'], new Set(['a'])), receivedPapers);
  const other = countedSheets(scorersOf(['a', 'b', 'c', 'd'], new Set()), receivedPapers);
  expect(one.map(({ expertId }) => expertId)).toEqual(['b', 'c', 'd']);
  expect(other.map(({ expertId }) => expertId)).toEqual(['a', 'b', 'c', 'd']);
});
const receivedPapers = ['a', 'b', 'c', 'd'].map((expertId) => ({ expertId, total: 8_000, submitted: true }));
