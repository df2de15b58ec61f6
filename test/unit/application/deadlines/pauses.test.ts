import fc from 'fast-check';
import { properAct } from '../../../../prover/properAct.js';
import type { ActData } from '../../../../rules/application/act.js';
import { isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { Facts } from '../../../../rules/application/facts.js';
import type { EventName } from '../../../../rules/application/lifecycle.js';
import { judge } from '../../../../rules/application/timers.js';
import { addWorkingDays, isWorkingDay } from '../../../../rules/calendar/calendar.js';
import { addDays, hour, instantOf, isoInBeijing, localDateOf } from '../../../../rules/calendar/instant.js';
import { isPausedOn, type Pause } from '../../../../rules/calendar/pauses.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const at = (written: string) => Date.parse(`${written}:00+08:00`);

function act(facts: Facts, event: EventName, when: number, data: Partial<ActData> = {}, office = 'office-1') {
  const transition = judge(
    facts,
    properAct(facts, event, aksu2024, when, { data, people: { office } }),
    aksu2024,
    calendar2024,
    when,
  );
  if (isRefusal(transition)) throw new Error(`${event}: ${transition.code}: ${transition.message}`);
  return evolve(facts, transition);
}

/** Asked for by one person and approved by another an instant later, then resumed. */
function paused(facts: Facts, from: number, to: number): Facts {
  const asked = act(facts, 'toll', from, { until: localDateOf(from) });
  return act(act(asked, 'approve_toll', from), 'untoll', to);
}

const story = (steps: readonly StoryStep[], begin: string) =>
  runStory(draft(), steps, aksu2024, calendar2024, at(begin)).facts;
const due = (facts: Facts, name: keyof Facts['deadlines']) =>
  isoInBeijing(facts.deadlines[name]?.due ?? 0).slice(0, 16);

describe('A period of working days', () => {
  test('is counted anew without the days a pause took', () => {
    const posted = story(['submit', 'post_publicity'], '2024-08-09T08:00');
    const resumed = paused(posted, at('2024-08-12T00:00'), at('2024-08-15T00:00'));
    expect(due(resumed, 'publicity_period')).toBe('2024-08-22T00:00');
    expect(resumed.deadlines.publicity_period?.skipped).toContainEqual({ date: '2024-08-13', reason: '期限中止' });
    expect(resumed.deadlines.publicity_period?.moved).toEqual([
      { from: at('2024-08-17T00:00'), to: at('2024-08-22T00:00'), why: 'toll' },
    ]);
  });

  test('loses nothing to a weekend, and then tells no move', () => {
    const posted = story(['submit', 'post_publicity'], '2024-08-08T08:00');
    const resumed = paused(posted, at('2024-08-10T00:00'), at('2024-08-12T00:00'));
    expect(resumed.deadlines.publicity_period).toMatchObject({ due: at('2024-08-16T00:00'), moved: [] });
  });

  test('does not count a day of which an hour was lost, and the cutoff behind it keeps its distance', () => {
    const posted = story(['submit', 'post_publicity'], '2024-08-22T08:00');
    const resumed = paused(posted, at('2024-08-27T10:00'), at('2024-08-27T11:00'));
    expect(due(resumed, 'publicity_period')).toBe('2024-08-31T00:00');
    expect(due(resumed, 'filing_cutoff')).toBe('2024-08-31T18:00');
  });
});

test('a date the notice fixes gets hours back for hours', () => {
  const resumed = paused(story(['submit'], '2024-08-20T08:00'), at('2024-08-21T10:00'), at('2024-08-21T13:30'));
  expect(due(resumed, 'filing_cutoff')).toBe('2024-08-30T21:30');
});

test('a deadline that began during the pause moves only by what of the pause came after', () => {
  const audited = story(stories.committee_audit, '2024-08-05T08:00');
  const asked = act(audited, 'toll', at('2024-08-19T00:00'), { until: '2024-08-19' });
  const standing = act(asked, 'approve_toll', at('2024-08-19T00:00'));
  const returned = act(standing, 'return_for_correction', at('2024-08-21T10:00'));
  expect(due(returned, 'correction_due')).toBe('2024-08-24T00:00');
  const resumed = act(returned, 'untoll', at('2024-08-23T00:00'));
  expect(due(resumed, 'correction_due')).toBe('2024-08-25T00:00');
});

test('an extended deadline keeps what was granted through a pause', () => {
  const returned = story([...stories.committee_audit, 'return_for_correction'], '2024-08-05T08:00');
  const before = returned.deadlines.correction_due?.due ?? 0;
  const asked = act(returned, 'extend', before - 40 * hour, { deadline: 'correction_due', due: before + 18 * hour });
  const extended = act(asked, 'approve_extension', before - 39 * hour, {}, 'office-2');
  const resumed = paused(extended, before - 38 * hour, before - 37 * hour);
  expect(resumed.deadlines.correction_due?.due).toBe(before + 42 * hour);
});

describe('Whoever pauses', () => {
  const waiting = () =>
    act(story(['submit'], '2024-08-12T08:00'), 'toll', at('2024-08-13T08:00'), { until: '2024-08-20' });
  const outcome = (facts: Facts, event: EventName, when: string, more: Parameters<typeof properAct>[4] = {}) =>
    judge(facts, properAct(facts, event, aksu2024, at(when), more), aksu2024, calendar2024, at(when));

  test('needs a second person, and until then nothing stands still', () => {
    const asked = waiting();
    expect(asked).toMatchObject({
      tolledSince: null,
      pendingPause: { until: '2024-08-20', requestedBy: 'operator-1' },
    });
    const same = { role: 'operator', people: { operator: 'operator-1' } } as const;
    expect(outcome(asked, 'approve_toll', '2024-08-13T09:00', same)).toMatchObject({ code: 'second_person_needed' });
    const approved = act(asked, 'approve_toll', at('2024-08-13T09:00'));
    expect(approved).toMatchObject({
      tolledSince: at('2024-08-13T09:00'),
      pausedUntil: '2024-08-20',
      pendingPause: null,
    });
  });

  test.each(['2024-08-12', '2024-09-13'])('states a planned end within the policy’s days, not %s', (until) => {
    const facts = story(['submit'], '2024-08-12T08:00');
    expect(outcome(facts, 'toll', '2024-08-13T09:00', { data: { until } })).toMatchObject({
      code: 'pause_not_planned',
      field: 'until',
    });
  });
});

describe('Whatever pauses there are', () => {
  const span = fc.record({ after: fc.integer({ min: 0, max: 300 }), hours: fc.integer({ min: 1, max: 200 }) });
  const spans = fc.array(span, { maxLength: 4 });

  test('a period of working days has its number of days outside them, and ends on such a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 20 }), spans, (start, days, given) => {
        const from = addDays('2024-01-01', start);
        let end = instantOf(`${from}T00:00`);
        const pauses = given.map(({ after, hours }): Pause => {
          const began = end + after * hour;
          end = began + hours * hour;
          return { from: began, to: end };
        });
        const { last } = addWorkingDays(calendar2024, from, days, pauses);
        const counted: string[] = [];
        for (let date = addDays(from, 1); date <= last; date = addDays(date, 1)) {
          if (isWorkingDay(calendar2024, date) && !isPausedOn(date, pauses)) counted.push(date);
        }
        expect(counted).toHaveLength(days);
        expect(counted.at(-1)).toBe(last);
      }),
      { numRuns: 300 },
    );
  });

  test('a publicity on notice keeps its five, its cutoff follows, and nothing comes earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), spans, (posted, given) => {
        let facts = runStory(
          draft(),
          ['submit', 'post_publicity'],
          aksu2024,
          calendar2024,
          at('2024-07-22T08:00') + posted * hour,
        ).facts;
        const slack = (facts.deadlines.filing_cutoff?.due ?? 0) - (facts.deadlines.publicity_period?.due ?? 0);
        let now = facts.postedAt ?? 0;
        for (const { after, hours } of given) {
          now += after * hour;
          if (now >= Math.min(...Object.values(facts.deadlines).map((one) => one.due))) break;
          const before = facts.deadlines;
          facts = paused(facts, now, now + hours * hour);
          now += hours * hour;
          for (const { name, due: was } of Object.values(before)) {
            expect(facts.deadlines[name]?.due).toBeGreaterThanOrEqual(was);
          }
        }
        const { publicity_period: period, filing_cutoff: cutoff } = facts.deadlines;
        let counted = 0;
        const last = localDateOf((period?.due ?? 0) - 1);
        for (let date = addDays(period?.countedFrom ?? last, 1); date <= last; date = addDays(date, 1)) {
          if (isWorkingDay(calendar2024, date) && !isPausedOn(date, facts.pauses)) counted += 1;
        }
        expect(counted).toBeGreaterThanOrEqual(5);
        expect((cutoff?.due ?? 0) - (period?.due ?? 0)).toBeGreaterThanOrEqual(slack);
      }),
      { numRuns: 200 },
    );
  });
});
