import fc from 'fast-check';
import type { Act, Amendment } from '../../../rules/application/act.js';
import { explain } from '../../../rules/application/deadline.js';
import { runningDeadlines } from '../../../rules/application/deadlines.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import type { Calendar, SpecialDay } from '../../../rules/calendar/calendar.js';
import { calendarNews } from '../../../rules/calendar/calendarNews.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { addDays, day, endOfDay, instantOf, startOfDay } from '../../../rules/calendar/instant.js';
import { amendmentFor } from '../../../rules/policy/amendedTo.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { whatIf } from '../../../rules/policy/whatIf.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

/** 2026 before anybody announced it: Monday to Friday. */
const before: Calendar = { version: 'unannounced', days: {}, officialYears: [2025] };
const official = campaignCalendar({ year: 2026, region: 'xinjiang' });

/** A unit posted its publicity on this day; five working days after it. */
function posted(on: string, calendar: Calendar): Facts {
  const facts = draft({ status: 'unit_publicity', seq: 2, postedAt: startOfDay(on) + 1, deadlines: {} });
  return { ...facts, deadlines: runningDeadlines(facts, aksu2024, calendar) };
}
function amend(facts: Facts, calendar: Calendar, policy: Policy = aksu2024): Facts {
  const next = { policy: { ...policy, version: policy.version + 1 }, calendar };
  const present = { policy: aksu2024, calendar: { ...calendar, version: 'whichever it was' } };
  return evolve(facts, decided(facts, amendmentFor(present, next, facts), next));
}
function decided(facts: Facts, data: Amendment, { policy, calendar }: { policy: Policy; calendar: Calendar }) {
  const actor = { role: 'timer', personId: 'amendment-1', scope: null } as const;
  const at = facts.lastAt ?? instantOf('2024-08-01T09:00');
  const act: Act = {
    key: 'amend-2',
    event: 'amend_policy',
    actor,
    receivedAt: at,
    expectedSeq: null,
    data,
    freeTextHash: null,
  };
  const outcome = decide(facts, act, policy, calendar, at);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

describe('The week of the Spring Festival of 2026, once it is announced: 02-14 works, 02-15 to 02-23 is off, 02-28 works', () => {
  test.each([
    ['before everything', '2026-02-06', '2026-02-13', '2026-02-13'],
    ['it would end a day and a half of holidays earlier, and stays', '2026-02-09', '2026-02-16', '2026-02-16'],
    ['into the festival', '2026-02-10', '2026-02-17', '2026-02-24'],
    ['on the last but one day before it', '2026-02-12', '2026-02-19', '2026-02-26'],
    [
      'on its last day: the Saturday made up would end it sooner, and it stays',
      '2026-02-23',
      '2026-03-02',
      '2026-03-02',
    ],
  ])('posted %s: on %s, ends %s, then %s', (_method, on, reported, then) => {
    const facts = posted(on, before);
    expect(facts.deadlines.publicity_period).toMatchObject({ due: endOfDay(reported), provisional: true, moved: [] });
    const { publicity_period } = amend(facts, official).deadlines;
    expect(publicity_period).toMatchObject({ due: endOfDay(then), provisional: false });
    const moved = then === reported ? [] : [{ from: endOfDay(reported), to: endOfDay(then), why: 'calendar' }];
    expect(publicity_period?.moved).toEqual(moved);
  });

  test('a moved date says why, names the days of the festival, and is no longer provisional', () => {
    const { publicity_period } = amend(posted('2026-02-10', before), official).deadlines;
    if (!publicity_period) throw new Error('it runs');
    const { zh, en } = explain(publicity_period);
    expect(zh).toMatch(/2026年2月24日 周二 24:00.*02-15春节.*02-23春节不计，因工作日历更新重新计算延后。$/);
    expect(zh).not.toContain('暂定');
    expect(en).toMatch(/counted anew on an updated calendar\.$/);
  });

  test('what stays keeps the calendar it was told on; a date that both give is counted on the new one', () => {
    const countedOn = (on: string) => amend(posted(on, before), official).deadlines.publicity_period?.calendarVersion;
    expect(countedOn('2026-02-09')).toBe('unannounced');
    expect(countedOn('2026-02-06')).toBe(official.version);
  });
});

const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 140 }), { maxLength: 40 });
const calendars = fc
  .record({ holidays: someDays, makeups: someDays, announced: fc.boolean() })
  .map(({ holidays, makeups, announced }): Omit<Calendar, 'version'> => {
    const special = (kind: SpecialDay['kind'], offsets: readonly number[]) =>
      offsets.map((one) => [addDays('2024-07-20', one), { kind, name: kind, source: 'national' }] as const);
    const days = Object.fromEntries([...special('makeup', makeups), ...special('holiday', holidays)]);
    return { days, officialYears: announced ? [2024] : [] };
  });
const running = ['draft', 'unit_publicity', 'correction', 'payment', 'public_notice'] as const;

test('whatever calendars come, one after another, no date that was told comes earlier, and what moves says from when', () => {
  fc.assert(
    fc.property(fc.constantFrom(...running), fc.array(calendars, { maxLength: 4 }), (status, coming) => {
      let { facts } = runStory(draft(), stories[status], aksu2024, calendar2024);
      for (const [index, days] of coming.entries()) {
        const calendar = { ...days, version: `calendar ${index}` };
        const then = amend(facts, calendar);
        for (const reported of Object.values(facts.deadlines)) {
          const now = then.deadlines[reported.name];
          expect(now?.due).toBeGreaterThanOrEqual(reported.due);
          const [last] = now?.moved.slice(reported.moved.length) ?? [];
          expect(last?.to ?? reported.due).toBe(now?.due);
          if (calendar.officialYears.length > 0) expect(now?.provisional).toBe(false);
        }
        facts = then;
      }
    }),
    { numRuns: 300 },
  );
});

describe('An amendment tells each application what comes to it', () => {
  const present = { policy: aksu2024, calendar: before };
  const next = { ...aksu2024, version: aksu2024.version + 1 };

  test('a policy alone, a calendar alone, or both', () => {
    const longer = { ...next, resultNoticeWorkingDays: { ...next.resultNoticeWorkingDays, value: 7 } };
    const { version } = next;
    expect(amendmentFor(present, { policy: longer, calendar: before }, draft())).toEqual({ version });
    const calendar = { version: official.version, alone: true };
    expect(amendmentFor(present, { policy: next, calendar: official }, draft())).toEqual({ version, calendar });
    expect(amendmentFor(present, { policy: longer, calendar: official }, draft())).toEqual({
      version,
      calendar: { ...calendar, alone: false },
    });
  });

  test.each([
    [{ version: 2 }, 'policy'],
    [{ version: 2, calendar: { version: 'c', alone: true } }, 'calendar'],
    [{ version: 2, calendar: { version: 'c', alone: false } }, 'policy_and_calendar'],
  ])('%j moves a date with the reason %s', (data, why) => {
    const facts = posted('2026-02-10', before);
    const { deadlines } = decided(facts, data, { policy: next, calendar: official });
    expect(deadlines.publicity_period?.moved.map((one) => one.why)).toEqual([why]);
    expect(deadlines.filing_cutoff?.moved).toEqual([]);
  });
});

describe('News of a calendar', () => {
  const in2026 = { year: 2026, change: 'announced' };

  test('the years that are announced now, and those of which a day was put right', () => {
    const wrong = { ...official, version: 'wrong', days: { ...official.days } };
    delete (wrong.days as Record<string, SpecialDay>)['2026-03-20'];
    expect(calendarNews(before, official)?.years).toContainEqual(in2026);
    expect(calendarNews(wrong, official)).toEqual({
      version: official.version,
      years: [{ year: 2026, change: 'corrected' }],
    });
  });

  test('none in the same days under another name, nor in a calendar that knows less', () => {
    expect(calendarNews({ ...official, version: 'same days' }, official)).toBeNull();
    expect(calendarNews(official, before)).toBeNull();
  });

  test('also where it no longer reaches back as far', () => {
    expect(calendarNews({ ...before, officialYears: [2023, 2024, 2025] }, official)?.years).toContainEqual(in2026);
  });
});

describe('What if the calendar were newer', () => {
  const now = instantOf('2026-02-11T09:00');

  test('those who gain are named, and those who would lose', () => {
    const kinds = (on: string) => whatIf(posted(on, before), aksu2024, official, now).map(({ kind }) => kind);
    expect(kinds('2026-02-10')).toEqual(['gains']);
    expect(kinds('2026-02-09')).toEqual(['loses']);
    expect(kinds('2026-02-06')).toEqual([]);
  });

  test('a date that was extended loses nothing when its count stays what it was', () => {
    const { facts } = runStory(draft(), stories.correction, aksu2024, calendar2024);
    const reported = facts.deadlines.correction_due;
    if (!reported) throw new Error('it runs');
    const extended = {
      ...facts,
      deadlines: {
        correction_due: {
          ...reported,
          due: reported.due + 2 * day,
          moved: [{ from: reported.due, to: reported.due + 2 * day, why: 'extension' as const }],
        },
      },
    };
    expect(whatIf(extended, aksu2024, calendar2024, instantOf('2024-08-12T09:00'))).toEqual([]);
  });
});
