import { createRequire } from 'node:module';
import fc from 'fast-check';
import {
  addWorkingDays,
  type Calendar,
  isProvisional,
  isWorkingDay,
  reasonNotWorking,
} from '../../../rules/calendar/calendar.js';
import { calendarYear } from '../../../rules/calendar/calendarYear.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { addDays, type LocalDate } from '../../../rules/calendar/instant.js';
import { buildCalendar, nationalSource } from '../../../rules/calendar/nationalCalendar.js';
import type { Overlay } from '../../../rules/calendar/overlays/overlay.js';
import { overlaysOf, type Region, regionCodes } from '../../../rules/calendar/overlays/regions.js';
import { xinjiangOverlays } from '../../../rules/calendar/overlays/xinjiang.js';

const years = [2024, 2025, 2026, 2027];
const overlays = Object.values(xinjiangOverlays).filter((overlay) => overlay !== undefined);
const calendar = buildCalendar({ years, overlays });
const require = createRequire(`${process.cwd()}/package.json`);

const aDate = fc.integer({ min: 0, max: 3 * 365 }).map((days) => addDays('2024-01-01', days));
const aCount = fc.integer({ min: 1, max: 40 });
const anOverlay = fc.uniqueArray(aDate, { maxLength: 12 }).map(
  (days): Overlay => ({
    version: 'test.1',
    status: 'provisional',
    source: '测试',
    festivals: [{ name: '古尔邦节', days }],
  }),
);
const lastOf = (on: Calendar, start: LocalDate, days: number): LocalDate => addWorkingDays(on, start, days).last;

describe('the working-day calendar', () => {
  test.each([
    ['2024-08-22', 5, '2024-08-29'],
    ['2024-09-27', 5, '2024-10-10'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2024-09-14', 1, '2024-09-18'],
    ['2025-06-05', 1, '2025-06-11'],
  ])('after %s, %i working days end on %s', (start, days, last) => {
    expect(lastOf(calendar, start, days)).toBe(last);
  });

  test('the National Day period of 2024 is skipped by name, and its make-up Sunday is counted', () => {
    const { skipped } = addWorkingDays(calendar, '2024-09-27', 5);
    const day = (date: string, reason: string) => ({ date: `2024-${date}`, reason });
    const national = ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'].map((date) => day(date, '国庆节'));
    expect(skipped).toEqual([day('09-28', '周六'), ...national]);
  });

  test('a holiday on a Sunday is told by its name', () => {
    expect(reasonNotWorking(calendar, '2024-09-15')).toBe('中秋');
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(aDate, aCount, fc.nat(30), (start, days, later) => {
        expect(lastOf(calendar, addDays(start, later), days) >= lastOf(calendar, start, days)).toBe(true);
      }),
    );
  });

  test('more days always end later', () => {
    fc.assert(
      fc.property(aDate, aCount, (start, days) => {
        expect(lastOf(calendar, start, days + 1) > lastOf(calendar, start, days)).toBe(true);
      }),
    );
  });

  test('a period never ends on a day nobody works', () => {
    fc.assert(
      fc.property(aDate, aCount, (start, days) => {
        expect(isWorkingDay(calendar, lastOf(calendar, start, days))).toBe(true);
      }),
    );
  });

  test('the days counted and the days skipped add up to the span', () => {
    fc.assert(
      fc.property(aDate, aCount, (start, days) => {
        const { last, skipped } = addWorkingDays(calendar, start, days);
        expect(addDays(start, days + skipped.length)).toBe(last);
        for (const { date, reason } of skipped) expect(reasonNotWorking(calendar, date)).toBe(reason);
      }),
    );
  });

  test('an overlay never shortens a period, not even when its festival falls on a make-up day', () => {
    const national = buildCalendar({ years, overlays: [] });
    fc.assert(
      fc.property(aDate, aCount, anOverlay, (start, days, overlay) => {
        const overlaid = buildCalendar({ years, overlays: [overlay] });
        expect(lastOf(overlaid, start, days) >= lastOf(national, start, days)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('the same dates in another region differ by the days of its overlays and by nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regionCodes), fc.integer({ min: 2010, max: 2035 }), (region, year) => {
        const national = campaignCalendar({ year, region: 'national' });
        const regional = campaignCalendar({ year, region });
        const overlaid = overlaysOf(region, [year - 1, year, year + 1]);
        const added = new Set(overlaid.flatMap(({ festivals }) => festivals.flatMap(({ days }) => days)));
        const dates = Array.from({ length: 3 * 366 }, (_, days) => addDays(`${year - 1}-01-01`, days));
        const wrong = dates.filter(
          (date) => isWorkingDay(regional, date) !== (isWorkingDay(national, date) && !added.has(date)),
        );
        expect(wrong.filter((date) => date <= `${year + 1}-12-31`)).toEqual([]);
        expect(regional.officialYears).toEqual(national.officialYears);
        expect(regional.version === national.version).toBe(overlaid.length === 0);
      }),
      { numRuns: 15 },
    );
  });

  test('a year shows the region whose festivals it counts, and how sure they are; national days alone have none', () => {
    const shown = (region: Region, year: number) => {
      const { days, ...states } = calendarYear(campaignCalendar({ year: 2025, region }), region, year);
      return { ...states, regionalDays: days.filter(({ kind }) => kind === 'regional').length };
    };
    expect(shown('xinjiang', 2025)).toMatchObject({ region: 'xinjiang', regional: 'official', state: 'official' });
    expect(shown('xinjiang', 2024)).toMatchObject({ regional: 'provisional', state: 'provisional' });
    expect(shown('national', 2024)).toMatchObject({ region: 'national', regional: null, state: 'official' });
    expect(shown('national', 2025).regionalDays).toBe(0);
    expect(shown('xinjiang', 2025).regionalDays).toBeGreaterThan(0);
  });

  test('a festival on a make-up Sunday makes it a holiday, and a national holiday keeps its name', () => {
    const festivals = [{ name: '古尔邦节', days: ['2024-09-29', '2024-10-01'] }] as const;
    const overlay: Overlay = { version: 'test.1', status: 'official', source: '测试', festivals };
    const overlaid = buildCalendar({ years: [2024], overlays: [overlay] });
    expect(reasonNotWorking(overlaid, '2024-09-29')).toBe('古尔邦节');
    expect(reasonNotWorking(overlaid, '2024-10-01')).toBe('国庆节');
  });

  test('a year nobody has announced is provisional, and an announced one is not', () => {
    const far = buildCalendar({ years: [2026, 2099], overlays: [] });
    expect(far.officialYears).toEqual([2026]);
    expect(isProvisional(far, '2099-03-01')).toBe(true);
    expect(isProvisional(far, '2026-03-01')).toBe(false);
    expect(Object.keys(far.days).some((date) => date.startsWith('2099'))).toBe(false);
  });

  test('a festival that no notice has fixed says so in the explanation', () => {
    expect(reasonNotWorking(calendar, '2024-06-17')).toBe('古尔邦节（暂定）');
    expect(reasonNotWorking(calendar, '2025-06-09')).toBe('古尔邦节');
  });

  test('a campaign counts on its year and those beside it, each day of them', () => {
    const { officialYears, days, version } = campaignCalendar({ year: 2025, region: 'national' });
    expect(officialYears).toEqual([2024, 2025, 2026]);
    expect(version).toBe(`${nationalSource}+2024_2025_2026`);
    expect([...new Set(Object.keys(days).map((date) => date.slice(0, 4)))]).toEqual(['2024', '2025', '2026']);
    expect(Object.values(days).map(({ source }) => source)).not.toContain('regional');
    for (const day of Object.values(days)) expect(day).toMatchObject({ source: 'national' });
    expect(days['2024-10-12']).toEqual({ kind: 'makeup', name: '国庆节', source: 'national' });
    expect(days['2024-10-01']).toEqual({ kind: 'holiday', name: '国庆节', source: 'national' });
  });

  test('the first and the last day of a year are days of it', () => {
    const festivals = [{ name: '古尔邦节', days: ['2099-12-31', '2100-01-01', '2099-01-01'] }];
    const overlay: Overlay = { version: 'test.1', status: 'official', source: '测试', festivals };
    const { days } = buildCalendar({ years: [2022], overlays: [] });
    expect([days['2022-01-01']?.name, days['2022-12-31']?.name]).toEqual(['元旦', '元旦']);
    expect(Object.keys(buildCalendar({ years: [2099], overlays: [overlay] }).days).toSorted()).toEqual([
      '2099-01-01',
      '2099-12-31',
    ]);
  });

  test('the version names every source, and changes with the years', () => {
    const one = buildCalendar({ years: [2024], overlays: overlays.slice(0, 1) });
    expect(one.version).toBe('cn-1.5.7+2024+xj-2024.1');
    expect(buildCalendar({ years: [2024], overlays: [] }).version).not.toBe(one.version);
    expect(nationalSource).toBe(`cn-${require('chinese-days/package.json').version}`);
  });

  test('each overlay names its source, and its festivals are days of its own year', () => {
    for (const [year, overlay] of Object.entries(xinjiangOverlays)) {
      expect(overlay?.source).toMatch(/自治区/);
      for (const { days } of overlay?.festivals ?? []) for (const date of days) expect(date.slice(0, 4)).toBe(year);
    }
  });
});
