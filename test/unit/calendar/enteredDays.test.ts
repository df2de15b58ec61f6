import { isProvisional, isWorkingDay } from '../../../rules/calendar/calendar.js';
import { calendarYear } from '../../../rules/calendar/calendarYear.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { provisionalMark } from '../../../rules/calendar/dayLabels.js';
import { type EnteredDay, withEnteredDays } from '../../../rules/calendar/enteredDays.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { lint } from '../../../rules/policy/lint/linter.js';

const shipped = campaignCalendar({ year: 2025, region: 'xinjiang' });
const holiday: EnteredDay = { date: '2025-09-18', region: 'xinjiang', kind: 'holiday', name: '放假', official: true };
const entered = (...days: readonly EnteredDay[]) => withEnteredDays(shipped, 'xinjiang', days);

test('A day that was entered counts for its region or everybody, in the years of the calendar, and the last entry of it', () => {
  expect(isWorkingDay(shipped, holiday.date)).toBe(true);
  expect(isWorkingDay(entered(holiday), holiday.date)).toBe(false);
  expect(withEnteredDays(campaignCalendar({ year: 2025, region: 'national' }), 'national', [holiday]).days).toEqual(
    campaignCalendar({ year: 2025, region: 'national' }).days,
  );
  expect(entered({ ...holiday, date: '2031-09-18' })).toBe(shipped);
  expect(entered(holiday, { ...holiday, kind: 'none' })).toBe(shipped);
  const makeup = entered({ ...holiday, date: '2025-09-20', kind: 'makeup', region: 'national' });
  expect(isWorkingDay(makeup, '2025-09-20')).toBe(true);
});

test('One that is expected is provisional, and so are the days beside it', () => {
  const expected = entered({ ...holiday, official: false });
  expect(['2025-09-17', '2025-09-18', '2025-09-19', '2025-09-22'].map((date) => isProvisional(expected, date))).toEqual(
    [true, true, true, false],
  );
});

test('The version of a calendar names what was entered, whatever the order, and nothing else', () => {
  const other: EnteredDay = { ...holiday, date: '2025-09-19' };
  expect(entered(holiday, other)).toEqual(entered(other, holiday));
  expect(entered(holiday).version).not.toBe(entered(other).version);
  expect(entered(holiday).version).not.toBe(entered({ ...holiday, official: false }).version);
  expect(entered(holiday).version.slice(shipped.version.length)).toMatch(/^\+own-[0-9a-f]{12}$/);
});

test('A day is taken in every year a calendar was built for, the last as well, and in no other', () => {
  const national = campaignCalendar({ year: 2025, region: 'national' });
  const taken = (year: number) =>
    withEnteredDays(national, 'national', [{ ...holiday, region: 'national', date: `${year}-09-18` }]) !== national;
  const years = [2023, 2024, 2025, 2026, 2027, 2028];
  expect(years.map(taken)).toEqual(years.map((year) => national.version.includes(`${year}`)));
  expect(taken(2025)).toBe(true);
  expect(
    withEnteredDays({ ...national, version: 'of no year' }, 'national', [{ ...holiday, region: 'national' }]),
  ).toMatchObject({
    version: 'of no year',
  });
});

test('What was entered is kept as a day off or a make-up day, of everybody or of the region; only a region expects one', () => {
  const dayOf = (more: Partial<EnteredDay>) => entered({ ...holiday, ...more }).days[holiday.date];
  const name = holiday.name;
  expect(dayOf({})).toEqual({ kind: 'holiday', name, source: 'regional' });
  expect(dayOf({ kind: 'makeup' })).toEqual({ kind: 'makeup', name, source: 'regional' });
  expect(dayOf({ region: 'national' })).toEqual({ kind: 'holiday', name, source: 'national' });
  expect(dayOf({ region: 'national', official: false })).toEqual({ kind: 'holiday', name, source: 'national' });
  expect(dayOf({ official: false })).toEqual({
    kind: 'holiday',
    name: `${name}${provisionalMark}`,
    source: 'regional',
  });
});

describe('A year that nobody has announced but whose days two people have entered', () => {
  const ofAll = (date: string, name: string): EnteredDay => ({
    date,
    name,
    region: 'national',
    kind: 'holiday',
    official: true,
  });
  const ofRegion = (date: string, name: string): EnteredDay => ({ ...ofAll(date, name), region: 'xinjiang' });
  const national = [
    ofAll('2031-01-01', '元旦'),
    ofAll('2031-01-23', '春节'),
    ofAll('2031-04-05', '清明节'),
    ofAll('2031-05-01', '劳动节'),
    ofAll('2031-06-24', '端午'),
    ofAll('2031-10-01', '国庆节、中秋节'),
  ];
  const regional = [ofRegion('2031-01-25', '肉孜节'), ofRegion('2031-04-03', '古尔邦节')];
  const policy = movedAround(aksu2024, '2031-08-15', 'far');
  const base = campaignCalendar(policy);
  const missing = (days: readonly EnteredDay[]) =>
    lint(policy, withEnteredDays(base, 'xinjiang', days))
      .map(({ code }) => code)
      .filter((code) => code.endsWith('_not_announced'));

  test('is announced once each festival of the nation, and of the region, is among them', () => {
    expect(missing([])).toEqual(['year_not_announced', 'region_not_announced']);
    expect(missing(national.slice(1))).toEqual(['year_not_announced', 'region_not_announced']);
    expect(missing([...national, ...regional.slice(1)])).toEqual(['region_not_announced']);
    expect(missing([...national, ...regional.map((day) => ({ ...day, official: false }))])).toEqual([
      'region_not_announced',
    ]);
    expect(missing([...national, ...regional])).toEqual([]);
    expect(missing([...national, ...regional, { ...ofAll('2031-05-01', '劳动节'), kind: 'none' }])).toEqual([
      'year_not_announced',
    ]);
    expect(isProvisional(withEnteredDays(base, 'xinjiang', [...national, ...regional]), '2031-09-02')).toBe(false);
  });
});

test('An announced festival takes the place of the one that was derived for a day or two beside it', () => {
  const derived = campaignCalendar({ year: 2026, region: 'xinjiang' });
  const rozi: EnteredDay = { date: '2026-03-21', region: 'xinjiang', kind: 'holiday', name: '肉孜节', official: true };
  const announced = withEnteredDays(derived, 'xinjiang', [rozi]);
  expect(derived.days['2026-03-20']?.name).toBe(`肉孜节${provisionalMark}`);
  expect(announced.days['2026-03-20']).toBeUndefined();
  expect(isProvisional(announced, '2026-03-20')).toBe(false);
  expect(calendarYear(announced, 'xinjiang', 2026).regional).toBe('provisional');
  const both = [rozi, ...['27', '28', '29'].map((day) => ({ ...rozi, date: `2026-05-${day}`, name: '古尔邦节' }))];
  expect(calendarYear(withEnteredDays(derived, 'xinjiang', both), 'xinjiang', 2026).regional).toBe('official');
  expect(withEnteredDays(derived, 'xinjiang', [{ ...rozi, official: false }]).days['2026-03-20']).toBeDefined();
});
