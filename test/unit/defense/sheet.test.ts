import fc from 'fast-check';
import { criteriaProblem, fullMarks, type Points, pointsProblem, sheetTotal } from '../../../rules/defense/sheet.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const criteria = aksu2024.reviewCommittee.criteria.value;
const aSheet: fc.Arbitrary<Points> = fc.record(
  Object.fromEntries(criteria.map((one) => [one.code, fc.integer({ min: 0, max: fullMarks(one) })])),
);

test('the criteria of the campaign are out of 100 points together', () => {
  expect(criteriaProblem(criteria, aksu2024)).toBeNull();
  const full = Object.fromEntries(criteria.map((one) => [one.code, fullMarks(one)]));
  expect(sheetTotal(full, criteria, aksu2024)).toBe(10_000);
});

test('a total is the sum of what was given, to the hundredth, whatever the order of the criteria', () => {
  fc.assert(
    fc.property(aSheet, (points) => {
      const total = sheetTotal(points, criteria, aksu2024);
      expect(total).toBe(Object.values(points).reduce((sum, given) => sum + given, 0));
      expect(sheetTotal(points, criteria.toReversed(), aksu2024)).toBe(total);
    }),
  );
});

test('a sheet with a gap has no total, and says which criterion is missing', () => {
  fc.assert(
    fc.property(aSheet, fc.constantFrom(...criteria), (points, { code }) => {
      const { [code]: _left, ...rest } = points;
      expect(sheetTotal(rest, criteria, aksu2024)).toMatchObject({ code: 'score_invalid', field: `points.${code}` });
      expect(pointsProblem(rest, criteria, aksu2024)).toBeNull();
    }),
  );
});

test.each([
  ['more than full marks', { [criteria[0]?.code ?? '']: 30 * 100 + 1 }],
  ['less than nothing', { [criteria[0]?.code ?? '']: -1 }],
  ['parts of a hundredth', { [criteria[0]?.code ?? '']: 0.5 }],
  ['an unknown criterion', { charm: 100 }],
])('%s is refused', (_what, points) => {
  expect(pointsProblem(points, criteria, aksu2024)).toMatchObject({ code: 'score_invalid' });
});

test.each([
  ['99', [{ code: 'a', name: '甲', weight: 99 }]],
  [
    'halves',
    [
      { code: 'a', name: '甲', weight: 50.5 },
      { code: 'b', name: '乙', weight: 49.5 },
    ],
  ],
  ['none', []],
])('weights of %s in sum are nothing to score by', (_sum, wrong) => {
  expect(criteriaProblem(wrong, aksu2024)).toMatchObject({ code: 'policy_not_in_order' });
  expect(sheetTotal({}, wrong, aksu2024)).toMatchObject({ code: 'policy_not_in_order' });
});
