import { filingCutoff } from '../../../../rules/application/counting/filingCutoff.js';
import { asWritten, dayPeriod, laterOf, workingDayPeriod } from '../../../../rules/application/counting/periods.js';
import { beganAt, runningDeadlines } from '../../../../rules/application/deadlines.js';
import type { Facts } from '../../../../rules/application/facts.js';
import type { Calendar } from '../../../../rules/calendar/calendar.js';
import { hour, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { keptOf } from '../../../../rules/policy/promised.js';
import { calendar2024, draft } from '../../../support/facts.js';

const at = (written: string) => Date.parse(`${written}:00+08:00`);
const due = ({ due: instant }: { readonly due: number }) => isoInBeijing(instant).slice(0, 16);
const ruled = <T>(value: T) => fromNotice(value, '通知 测试');

/** The same days in a year that nobody has announced. */
const unannounced: Calendar = { ...calendar2024, officialYears: [] };

describe('A date as the notice writes it', () => {
  // 09-15 is Mid-Autumn Festival until 09-17.
  const written = at('2024-09-16T00:00');
  const rolling: Policy = { ...aksu2024, rollToWorkingDay: ruled(true) };

  test('stays on a holiday where the policy does not move it', () => {
    expect(asWritten(written, '条款', aksu2024, calendar2024)).toEqual({
      due: written,
      clause: '条款',
      rule: 'as_written',
      countedFrom: null,
      days: null,
      skipped: [],
      provisional: false,
    });
  });

  test('moves to the end of the next working day where the policy says so, and tells each day passed over', () => {
    const counted = asWritten(written, '条款', rolling, calendar2024);
    expect(due(counted)).toBe('2024-09-19T00:00');
    expect(counted.skipped).toEqual([
      { date: '2024-09-15', reason: '非工作日，顺延' },
      { date: '2024-09-16', reason: '非工作日，顺延' },
      { date: '2024-09-17', reason: '非工作日，顺延' },
    ]);
    expect(counted.provisional).toBe(false);
  });

  test('keeps its hour when it moves, and does not move from a working day', () => {
    expect(due(asWritten(at('2024-09-15T18:00'), '条款', rolling, calendar2024))).toBe('2024-09-18T18:00');
    expect(asWritten(at('2024-08-30T18:00'), '条款', rolling, calendar2024)).toMatchObject({
      due: at('2024-08-30T18:00'),
      skipped: [],
    });
  });

  test('is provisional only where it may move and its days are not announced', () => {
    expect(asWritten(written, '条款', rolling, unannounced).provisional).toBe(true);
    expect(asWritten(written, '条款', aksu2024, unannounced).provisional).toBe(false);
    expect(asWritten(at('2024-08-30T18:00'), '条款', rolling, unannounced).provisional).toBe(true);
  });

  test('looks at its own day and those it passes over, and at none before', () => {
    const festival = { kind: 'holiday', name: '肉孜节（暂定）', source: 'regional' } as const;
    const with9 = (date: string): Calendar => ({ ...calendar2024, days: { ...calendar2024.days, [date]: festival } });
    // A derived festival may be a day earlier or later.
    expect(asWritten(at('2024-08-30T18:00'), '条款', rolling, with9('2024-08-28')).provisional).toBe(false);
    expect(asWritten(at('2024-08-30T18:00'), '条款', rolling, with9('2024-08-29')).provisional).toBe(true);
  });

  test('has the hours given back that pauses took', () => {
    const pauses = [{ from: at('2024-08-20T10:00'), to: at('2024-08-20T13:00') }];
    expect(due(asWritten(at('2024-08-30T18:00'), '条款', aksu2024, calendar2024, pauses))).toBe('2024-08-30T21:00');
  });
});

describe('A period of days', () => {
  test('counts the day of the act only where the policy says so', () => {
    const counting: Policy = { ...aksu2024, dayOfActCounts: ruled(true) };
    expect(workingDayPeriod('2024-08-05', ruled(5), aksu2024, calendar2024)).toMatchObject({
      due: at('2024-08-13T00:00'),
      countedFrom: '2024-08-05',
      days: 5,
      rule: 'working_days',
      clause: '通知 测试',
    });
    expect(workingDayPeriod('2024-08-05', ruled(5), counting, calendar2024)).toMatchObject({
      due: at('2024-08-10T00:00'),
      countedFrom: '2024-08-04',
    });
    expect(dayPeriod('2024-08-05', ruled({ days: 2, count: 'calendar' }), counting, calendar2024)).toMatchObject({
      due: at('2024-08-07T00:00'),
      countedFrom: '2024-08-04',
    });
  });

  test('of working days is provisional where one of its days is; of calendar days it never is', () => {
    const days = (count: 'working' | 'calendar') => ruled({ days: 2, count });
    expect(dayPeriod('2024-08-02', days('working'), aksu2024, unannounced)).toMatchObject({
      due: at('2024-08-07T00:00'),
      provisional: true,
    });
    expect(dayPeriod('2024-08-02', days('calendar'), aksu2024, unannounced)).toMatchObject({
      due: at('2024-08-05T00:00'),
      rule: 'calendar_days',
      provisional: false,
    });
  });

  test('looks at the days after its start up to its last', () => {
    const festival = { kind: 'holiday', name: '古尔邦节（暂定）', source: 'regional' } as const;
    const on = (date: string): Calendar => ({ ...calendar2024, days: { ...calendar2024.days, [date]: festival } });
    const provisional = (date: string) => workingDayPeriod('2024-08-05', ruled(2), aksu2024, on(date)).provisional;
    expect(['2024-08-04', '2024-08-05', '2024-08-08', '2024-08-09'].map(provisional)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test('of two counts that end together the first one speaks', () => {
  const one = asWritten(at('2024-08-30T18:00'), '其一', aksu2024, calendar2024);
  const other = asWritten(at('2024-08-30T18:00'), '其二', aksu2024, calendar2024);
  expect(laterOf(one, other).clause).toBe('其一');
  expect(laterOf(one, { ...other, due: other.due + 1 }).clause).toBe('其二');
  expect(laterOf({ ...one, due: one.due + 1 }, other).clause).toBe('其一');
});

describe('A cutoff that was promised before an amendment', () => {
  const dates = (applicant: string, unit: string, chain: string): Policy => ({
    ...aksu2024,
    filing: { ...aksu2024.filing, applicant: ruled(applicant), unit: ruled(unit), chain: fromNotice(chain, '各级') },
  });
  const before = dates('2024-08-09T18:00', '2024-08-16T18:00', '2024-08-23T18:00');
  const after = dates('2024-08-05T18:00', '2024-08-17T18:00', '2024-08-23T18:00');
  const promised = keptOf(before, after, draft());
  const counted = (more: Partial<Facts>) =>
    filingCutoff(draft({ deadlines: {}, promised, ...more }), after, calendar2024);

  test('holds for whoever has the application, where it is later than the one in force', () => {
    expect(due(counted({ status: 'draft' }))).toBe('2024-08-09T18:00');
    expect(due(counted({ status: 'unit_review' }))).toBe('2024-08-17T18:00');
    expect(due(counted({ status: 'superior_review' }))).toBe('2024-08-23T18:00');
    expect(due(counted({ status: 'superior_review', chainLevel: 1 }))).toBe('2024-08-30T18:00');
  });

  test('of the same instant gives way to the clause in force', () => {
    const renamed: Policy = { ...after, filing: { ...after.filing, chain: fromNotice('2024-08-23T18:00', '新条款') } };
    const facts = draft({ deadlines: {}, promised, status: 'superior_review' });
    expect(filingCutoff(facts, renamed, calendar2024).clause).toBe('新条款');
  });
});

describe('A cutoff that had passed when an application came back', () => {
  const cutoffs: Policy = {
    ...aksu2024,
    filing: {
      ...aksu2024.filing,
      applicant: ruled('2024-08-09T18:00'),
      unit: ruled('2024-08-20T18:00'),
      afterReturn: ruled({ days: 3, count: 'calendar' }),
    },
  };
  const returned = (more: Partial<Facts> = {}): Facts => ({
    ...draft({ deadlines: {}, handedAt: at('2024-08-12T09:00') }),
    ...more,
  });
  const counted = (facts: Facts) => filingCutoff(facts, cutoffs, calendar2024);

  test('gives the days of the policy from the return, from the very instant at which it is over', () => {
    expect(due(counted(returned({ handedAt: at('2024-08-09T18:00') - 1 })))).toBe('2024-08-09T18:00');
    expect(due(counted(returned({ handedAt: at('2024-08-09T18:00') })))).toBe('2024-08-13T00:00');
    expect(due(counted(returned()))).toBe('2024-08-16T00:00');
  });

  test('adds what an extension granted before, and not what a pause took before the return', () => {
    const extension = { why: 'extension', by: 30 * hour } as const;
    const toll = { why: 'toll', by: 12 * hour } as const;
    expect(due(counted(returned({ filingGrants: [extension] })))).toBe('2024-08-17T06:00');
    expect(counted(returned({ filingGrants: [extension] })).moved).toEqual([
      { from: at('2024-08-16T00:00'), to: at('2024-08-17T06:00'), why: 'extension' },
    ]);
    expect(due(counted(returned({ filingGrants: [toll] })))).toBe('2024-08-16T00:00');
  });

  test('adds nothing twice to the deadline that runs', () => {
    const extension = { why: 'extension', by: 30 * hour } as const;
    const running = counted(returned());
    const deadline = { name: 'filing_cutoff' as const, calendarVersion: '1', moved: [], ...running };
    const facts = returned({ filingGrants: [extension], deadlines: { filing_cutoff: deadline } });
    expect(due(counted(facts))).toBe('2024-08-16T00:00');
  });

  test('is its own where what was granted carries it beyond the days from the return', () => {
    const extension = { why: 'extension', by: 15 * 24 * hour } as const;
    const { rule, due: instant } = counted(returned({ handedAt: at('2024-08-09T19:00'), filingGrants: [extension] }));
    // 08-09 18:00 and fifteen days, against 08-13 24:00 and fifteen days.
    expect({ rule, due: isoInBeijing(instant).slice(0, 16) }).toEqual({
      rule: 'calendar_days',
      due: '2024-08-28T00:00',
    });
  });

  test('never lies beyond the cutoff of the committee with what was added to that', () => {
    const back = { handedAt: at('2024-08-30T09:00') };
    expect(counted(returned(back))).toMatchObject({ due: at('2024-08-30T18:00'), whose: { stage: 'committee' } });
    const granted = returned({ ...back, filingGrants: [{ why: 'toll', by: 24 * hour }] });
    expect(due(counted(granted))).toBe('2024-08-31T18:00');
  });

  test('has not passed while the deadlines stand still', () => {
    const standing = { tolledSince: at('2024-08-09T10:00') };
    expect(due(counted(returned(standing)))).toBe('2024-08-09T18:00');
    expect(due(counted(returned({ tolledSince: at('2024-08-10T10:00') })))).toBe('2024-08-16T00:00');
  });

  test('begins with the return for a pause; one the notice fixes began when filing opened', () => {
    const running = (facts: Facts): Facts => ({ ...facts, deadlines: runningDeadlines(facts, cutoffs, calendar2024) });
    expect(beganAt('filing_cutoff', running(returned()), cutoffs)).toBe(at('2024-08-12T09:00'));
    const early = running(returned({ handedAt: at('2024-08-01T09:00') }));
    expect(beganAt('filing_cutoff', early, cutoffs)).toBe(at('2024-07-22T00:00'));
    expect(beganAt('filing_cutoff', { ...running(returned()), handedAt: null }, cutoffs)).toBe(at('2024-07-22T00:00'));
  });
});
