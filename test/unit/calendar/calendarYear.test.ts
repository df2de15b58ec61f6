import { isWorkingDay, reasonNotWorking, rollForward } from '../../../rules/calendar/calendar.js';
import { calendarNews, type YearNews } from '../../../rules/calendar/calendarNews.js';
import { calendarYear, dayKinds, yearStates } from '../../../rules/calendar/calendarYear.js';
import { dayInEnglish, provisionalMark } from '../../../rules/calendar/dayLabels.js';
import { addDays, weekdayOf } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import type { Overlay } from '../../../rules/calendar/overlays/overlay.js';

const overlay = (status: Overlay['status'], days: readonly string[]): Overlay => ({
  version: `test.${status}`,
  status,
  source: '测试',
  festivals: [{ name: '古尔邦节', days }],
});
const sure = overlay('official', ['2024-06-17']);
const derived = overlay('provisional', ['2024-06-18']);
const of = (year: number, ...overlays: Overlay[]) => buildCalendar({ years: [year], overlays });

describe('A year of a calendar', () => {
  const calendar = of(2024, sure, derived);
  const { days } = calendarYear(calendar, 'xinjiang', 2024);
  const on = (date: string) => days.find((one) => one.date === date);

  test('has each of its days once, in order, with its weekday and whether people work on it', () => {
    expect(days.map(({ date }) => date)).toEqual(Array.from({ length: 366 }, (_, n) => addDays('2024-01-01', n)));
    expect(calendarYear(of(2025), 'national', 2025).days).toHaveLength(365);
    for (const { date, weekday, working } of days) {
      expect([weekday, working]).toEqual([weekdayOf(date), isWorkingDay(calendar, date)]);
    }
  });

  test.each([
    ['2024-06-20', 'workday', true, null, null],
    ['2024-06-22', 'weekend', false, null, null],
    ['2024-06-23', 'weekend', false, null, null],
    ['2024-10-01', 'holiday', false, '国庆节', 'National Day'],
    ['2024-09-29', 'makeup', true, '国庆节', 'National Day'],
    ['2024-06-17', 'regional', false, '古尔邦节', 'Corban Festival (Eid al-Adha)'],
    ['2024-06-18', 'regional', false, '古尔邦节（暂定）', 'Corban Festival (Eid al-Adha) (provisional)'],
  ])('shows %s as %s', (date, kind, working, name, nameEn) => {
    expect(on(date)).toEqual({ date, weekday: weekdayOf(date), kind, working, name, nameEn });
  });

  test('works on a day exactly where its kind says so', () => {
    for (const { kind, working } of days) expect(working).toBe(kind === 'workday' || kind === 'makeup');
    expect(new Set(days.map(({ kind }) => kind))).toEqual(new Set(dayKinds));
  });

  test.each([
    ['xinjiang', 2024, [sure], ['official', 'official', 'official']],
    ['xinjiang', 2024, [derived], ['provisional', 'official', 'provisional']],
    ['xinjiang', 2024, [sure, derived], ['provisional', 'official', 'provisional']],
    ['xinjiang', 2024, [], ['provisional', 'official', 'unknown']],
    ['national', 2024, [], ['official', 'official', null]],
    ['national', 2099, [], ['unknown', 'unknown', null]],
    ['xinjiang', 2099, [overlay('official', ['2099-06-17'])], ['unknown', 'unknown', 'official']],
    ['xinjiang', 2099, [], ['unknown', 'unknown', 'unknown']],
  ] as const)('in %s, %i, with %j, is as sure as its holidays are', (region, year, overlays, states) => {
    const counted = of(year, ...overlays);
    const shown = calendarYear(counted, region, year);
    expect([shown.state, shown.national, shown.regional]).toEqual(states);
    expect([shown.year, shown.version, shown.region]).toEqual([year, counted.version, region]);
    for (const state of states) if (state !== null) expect(yearStates).toContain(state);
  });
});

test('A day that nobody works is explained by the festival, else by the day of the week', () => {
  const calendar = of(2024);
  const reason = (date: string) => reasonNotWorking(calendar, date);
  expect(['2024-06-21', '2024-06-22', '2024-06-23', '2024-10-05', '2024-10-12'].map(reason)).toEqual([
    null,
    '周六',
    '周日',
    '国庆节',
    null,
  ]);
});

test('The first working day at or after a day is itself, or the next one that people work on', () => {
  const calendar = of(2024);
  const rolled = (date: string) => rollForward(calendar, date);
  expect(['2024-09-30', '2024-10-01', '2024-10-05', '2024-10-12'].map(rolled)).toEqual([
    '2024-09-30',
    '2024-10-08',
    '2024-10-08',
    '2024-10-12',
  ]);
});

test('A festival is named in English with its mark; a name without an English one stays', () => {
  expect(dayInEnglish('肉孜节')).toBe('Rozi Festival (Eid al-Fitr)');
  expect(dayInEnglish(`肉孜节${provisionalMark}`)).toBe('Rozi Festival (Eid al-Fitr) (provisional)');
  expect(dayInEnglish('无名节')).toBe('无名节');
});

describe('What a later calendar brings', () => {
  const news = (inForce: Overlay | null, later: Overlay | null, inForceYears = [2024], laterYears = [2024]) =>
    calendarNews(
      buildCalendar({ years: inForceYears, overlays: inForce ? [inForce] : [] }),
      buildCalendar({ years: laterYears, overlays: later ? [later] : [] }),
    );
  const years = (...changes: readonly (readonly [number, YearNews['change']])[]) =>
    changes.map(([year, change]) => ({ year, change }));

  test('is nothing where it is the same, or holds the same days under another version', () => {
    expect(news(sure, sure)).toBeNull();
    expect(news(sure, { ...sure, version: 'test.again' })).toBeNull();
  });

  test('is a year that it corrects: a day more, a day less, or a day by another name', () => {
    for (const [inForce, later] of [
      [null, sure],
      [sure, null],
      [sure, { ...sure, version: 'test.other', festivals: [{ name: '肉孜节', days: ['2024-06-17'] }] }],
    ] as const) {
      expect(news(inForce, later)?.years).toEqual(years([2024, 'corrected']));
    }
  });

  test('is a year that it announces, and years in their order', () => {
    expect(news(null, null, [2024, 2025], [2024, 2025, 2026])?.years).toEqual(years([2026, 'announced']));
    expect(news(null, sure, [2024, 2025], [2026, 2025, 2024])?.years).toEqual(
      years([2024, 'corrected'], [2026, 'announced']),
    );
    expect(news(null, sure)?.version).toBe(of(2024, sure).version);
  });

  test('is nothing where it knows fewer years: an announced year never becomes provisional again', () => {
    expect(news(null, sure, [2024, 2025], [2024])).toBeNull();
    expect(news(null, sure, [2099], [2098])?.years).toBeUndefined();
    expect(news(null, overlay('official', ['2099-06-17']), [2099], [2099])?.years).toEqual(years([2099, 'corrected']));
  });
});
