import fc from 'fast-check';
import type { Score } from '../../../rules/application/facts.js';
import { compareScores, formatScore, scoreOf, specialtyAverage } from '../../../rules/defense/defenseScore.js';

const sheet = (points: number, recused = false) => ({ expertId: `expert-${points}`, points, recused });
const aScore = fc
  .integer({ min: 1, max: 9 })
  .chain((count) => fc.record({ sum: fc.integer({ min: 0, max: count * 10_000 }), count: fc.constant(count) }));

test('a score is the exact sum of the sheets, without the recused', () => {
  expect(scoreOf([sheet(8500), sheet(8600), sheet(8501), sheet(0, true)])).toEqual({ sum: 25_601, count: 3 });
  expect(scoreOf([sheet(0, true)])).toBeNull();
});

test.each([
  [{ sum: 25_600, count: 3 }, '85.33'],
  [{ sum: 25_603, count: 3 }, '85.34'],
  // 85.005 exactly: half a hundredth goes up.
  [{ sum: 17_001, count: 2 }, '85.01'],
  [{ sum: 0, count: 3 }, '0.00'],
  [{ sum: 30_000, count: 3 }, '100.00'],
  [{ sum: 21, count: 3 }, '0.07'],
])('the score %j is shown as %s', (score, shown) => {
  expect(formatScore(score)).toBe(shown);
});

test('two scores that look alike are still told apart', () => {
  const [lower, higher]: [Score, Score] = [
    { sum: 25_600, count: 3 },
    { sum: 42_667, count: 5 },
  ];
  expect(formatScore(lower)).toBe('85.33');
  expect(formatScore(higher)).toBe('85.33');
  expect(compareScores(lower, higher)).toBe(-1);
  expect(compareScores(higher, lower)).toBe(1);
  expect(compareScores(lower, { sum: 51_200, count: 6 })).toBe(0);
});

test.each([
  [0, '85'],
  [1, '85.3'],
  [3, '85.333'],
])('with %i decimals it reads %s', (decimals, shown) => {
  expect(formatScore({ sum: 25_600, count: 3 }, decimals)).toBe(shown);
});

// (85.33… + 90) / 2: 25600/3 and 18000/2 over the common denominator 6 are 51200 and 54000; their average is 105200/12.
test('the average of the specialty counts each defender once, whatever the number of experts', () => {
  expect(
    specialtyAverage([
      { sum: 25_600, count: 3 },
      { sum: 18_000, count: 2 },
    ]),
  ).toEqual({ sum: 26_300, count: 3 });
});

test('when nobody defended there is no average', () => {
  expect(specialtyAverage([])).toBeNull();
});

test('the average lies between the lowest and the highest, and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(aScore, { minLength: 1, maxLength: 200 }), (scores) => {
      const average = specialtyAverage(scores);
      if (average === null) throw new Error('there are defenders');
      const [lowest, ...others] = [...scores].sort(compareScores);
      const highest = others.at(-1) ?? lowest;
      expect(lowest && compareScores(average, lowest)).not.toBe(-1);
      expect(highest && compareScores(average, highest)).not.toBe(1);
      expect(specialtyAverage([...scores].reverse())).toEqual(average);
      expect(JSON.parse(JSON.stringify(average))).toEqual(average);
    }),
  );
});

test('equal scores average to themselves', () => {
  fc.assert(
    fc.property(aScore, fc.integer({ min: 1, max: 300 }), (score, times) => {
      const average = specialtyAverage(Array.from({ length: times }, () => score));
      expect(average && compareScores(average, score)).toBe(0);
    }),
  );
});
