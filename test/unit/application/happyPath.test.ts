import { happyPath, mayEnd, placeInDrawing, targetsOf } from '../../../rules/application/happyPath.js';
import { type EventLaw, isFinal, lawsIn, statuses } from '../../../rules/application/lifecycle.js';
import { statusHelp } from '../../../rules/application/statusHelp.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { cite } from '../../../rules/policy/clauses.js';

test('the main road goes from draft to conferral past every stage, and leaves the correction aside', () => {
  expect(happyPath).toEqual([
    'draft',
    'unit_review',
    'unit_publicity',
    'recommendation',
    'superior_review',
    'committee_audit',
    'payment',
    'defense_payment',
    'defense',
    'review',
    'public_notice',
    'conferred',
  ]);
});

test('each step of the road is an event of the law', () => {
  for (const [index, to] of happyPath.slice(1).entries()) {
    const from = happyPath[index];
    expect(from && lawsIn(from).some(([, law]) => targetsOf(law, from).includes(to))).toBe(true);
  }
});

test('what is beside the road is drawn at the step it branches off from', () => {
  expect(placeInDrawing('correction')).toBe(happyPath.indexOf('committee_audit'));
  expect(placeInDrawing('not_passed')).toBe(happyPath.indexOf('review'));
  for (const status of statuses) expect(placeInDrawing(status)).toBeGreaterThanOrEqual(0);
});

test('an event that may end the application is told as one', () => {
  const law = (event: string) => lawsIn('unit_publicity').find(([name]) => name === event)?.[1] as EventLaw;
  expect(mayEnd(law('withdraw'), 'unit_publicity')).toBe(true);
  expect(mayEnd(law('resolve_objection'), 'unit_publicity')).toBe(true);
  expect(mayEnd(law('raise_objection'), 'unit_publicity')).toBe(false);
});

test.each(statuses)(
  'the help on %s says what there is to know, in both languages, and no number of the policy',
  (status) => {
    const { zh, en, clause } = statusHelp[status];
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(cite(aksu2024, clause)).toMatch(/通知|人社部令/);
    expect(`${zh}${en}`.replace(/附件\d|Annex \d/g, '')).not.toMatch(/\d/);
    expect(isFinal(status) || zh.length > 50).toBe(true);
  },
);
