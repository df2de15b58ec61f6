import fc from 'fast-check';
import { postedUndecided } from '../../../rules/application/publicity/decidedFirst.js';
import { planPublicity } from '../../../rules/application/publicity/publicityPlan.js';
import { addDays, endOfDay, instantOf, startOfDay } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { filingWindowOf } from '../../../rules/policy/policyWindows.js';
import { runStory } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const planned = (from: string, policy: Policy = aksu2024) => planPublicity(from, policy, calendar2024);

test('a publicity is planned to end as it will, on whatever day it is posted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), (days) => {
      const from = addDays('2024-07-23', days);
      const notBefore = startOfDay(from) + 36_000_000;
      const story = ['submit', { event: 'post_publicity', notBefore }] as const;
      const { facts } = runStory(draft(), story, aksu2024, calendar2024);
      expect(planned(from)?.deadline).toEqual(facts.deadlines.publicity_period);
    }),
    { numRuns: 26 },
  );
});

test('it is safe up to the last day after which the unit still recommends in time, which 08-22 is in 2024', () => {
  const cutoff = filingWindowOf('unit', aksu2024, ['*']);
  const about = { lastSafeDay: '2024-08-22', cutoff: instantOf('2024-08-30T18:00') };
  expect(planned('2024-08-21')).toMatchObject({ ...about, safe: true });
  expect(planned('2024-08-22')).toMatchObject({ ...about, safe: true });
  expect(planned('2024-08-23')).toMatchObject({ ...about, safe: false });
  expect(planned('2024-08-22')?.cutoffLabel).toEqual({
    zh: expect.stringContaining(cutoff.zh),
    en: expect.stringContaining(cutoff.en),
  });
});

test('an application whose cutoff was moved is safe as long as its own period ends before it', () => {
  const moved = (due: string) => planPublicity('2024-08-26', aksu2024, calendar2024, undefined, instantOf(due));
  expect(planned('2024-08-26')).toMatchObject({ safe: false });
  const later = moved('2024-09-03T18:00');
  expect(later).toMatchObject({ lastSafeDay: '2024-08-26', safe: true, cutoff: instantOf('2024-09-03T18:00') });
  expect(later?.cutoffLabel).toEqual(planned('2024-08-26')?.cutoffLabel);
  expect(moved('2024-09-02T18:00')).toMatchObject({ lastSafeDay: '2024-08-25', safe: false });
});

test('where no day is early enough none is safe, and there is no cutoff to name', () => {
  const days = fromNotice(60, '通知 四（二）');
  expect(planned('2024-07-22', { ...aksu2024, unitPublicityWorkingDays: days })).toMatchObject({
    lastSafeDay: null,
    safe: false,
    cutoff: null,
    cutoffLabel: null,
  });
});

test('where units do not post, nothing is planned', () => {
  const stages = { ...aksu2024.stages, unitPublicity: fromNotice(false, '通知') };
  expect(planned('2024-08-01', { ...aksu2024, stages })).toBeNull();
});

test('a unit posts on the day it decided, or after it', () => {
  const posted = instantOf('2024-08-01T10:00');
  expect(['2024-07-31', '2024-08-01', '2024-08-02'].map((decided) => postedUndecided(decided, posted))).toEqual([
    false,
    false,
    true,
  ]);
  expect(postedUndecided('2024-08-01', endOfDay('2024-07-31') - 1)).toBe(true);
  expect(postedUndecided('2024-08-01', null)).toBe(false);
});
