import fc from 'fast-check';
import {
  addDays,
  day,
  dueInDigits,
  endOfDay,
  formatDueZh,
  formatInstantZh,
  hour,
  inDigits,
  instantOf,
  isoInBeijing,
  localDateOf,
  startOfDay,
  weekdayOf,
} from '../../../rules/calendar/instant.js';
import { addYears } from '../../../rules/calendar/years.js';

const anInstant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2099-12-31') });
const aDate = anInstant.map(localDateOf);
const two = (number: number) => String(number).padStart(2, '0');

describe('An instant', () => {
  test('lies in its day in Beijing, which begins at 00:00 and ends before the next one', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        const date = localDateOf(instant);
        expect(startOfDay(date) <= instant && instant < endOfDay(date)).toBe(true);
        expect(startOfDay(date)).toBe(Date.parse(`${date}T00:00:00.000+08:00`));
        expect(endOfDay(date)).toBe(startOfDay(addDays(date, 1)));
        expect(endOfDay(date) - startOfDay(date)).toBe(24 * hour);
      }),
    );
  });

  test('is written with the offset of Beijing, and read back as it was', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        const written = isoInBeijing(instant);
        expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
        expect(Date.parse(written)).toBe(instant);
        expect(inDigits(instant)).toBe(`${written.slice(0, 10)} ${written.slice(11, 16)}`);
      }),
    );
  });

  test('of a minute in Beijing is that minute, 24:00 the end of its day, and a date alone its beginning', () => {
    fc.assert(
      fc.property(aDate, fc.nat(23), fc.nat(59), (date, hours, minutes) => {
        const time = `${two(hours)}:${two(minutes)}`;
        expect(instantOf(`${date}T${time}`)).toBe(Date.parse(`${date}T${time}:00.000+08:00`));
        expect(instantOf(`${date}T${two(hours)}`)).toBe(startOfDay(date) + hours * hour);
        expect(instantOf(`${date}T24:00`)).toBe(endOfDay(date));
        expect(instantOf(date)).toBe(startOfDay(date));
      }),
    );
  });

  test('is told with its weekday, and without leading zeros', () => {
    expect(formatInstantZh(instantOf('2024-08-05T09:07'))).toBe('2024年8月5日 周一 09:07');
    const told = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
    for (const [weekday, name] of told.entries()) {
      const date = addDays('2024-12-01', weekday);
      expect(weekdayOf(date)).toBe(weekday);
      expect(formatInstantZh(startOfDay(date))).toContain(` ${name} 00:00`);
    }
  });

  test('that is due at midnight is told as 24:00 of the day before, any other as it is', () => {
    expect(formatDueZh(instantOf('2024-09-01T00:00'))).toBe('2024年8月31日 周六 24:00');
    expect(dueInDigits(instantOf('2024-09-01T00:00'))).toBe('2024-08-31 24:00');
    expect(formatDueZh(instantOf('2024-09-01T00:01'))).toBe('2024年9月1日 周日 00:01');
    expect(dueInDigits(instantOf('2024-09-01T00:01'))).toBe('2024-09-01 00:01');
  });
});

describe('A day', () => {
  test('so many days later and earlier is itself, and weekdays follow one another', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const later = addDays(date, days);
        expect(startOfDay(later) - startOfDay(date)).toBe(days * day);
        expect(addDays(later, -days)).toBe(date);
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7);
      }),
    );
  });

  // 民法典 第二百零二条.
  test('years later is the day of the same name, and the last of February where there is none', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 60 }), (date, years) => {
        const later = addYears(date, years);
        expect(Number(later.slice(0, 4))).toBe(Number(date.slice(0, 4)) + years);
        expect(localDateOf(startOfDay(later))).toBe(later);
        if (!date.endsWith('-02-29')) expect(later.slice(4)).toBe(date.slice(4));
      }),
    );
    expect(['2024-02-29', '2024-02-28'].map((date) => addYears(date, 1))).toEqual(['2025-02-28', '2025-02-28']);
    expect([4, 5, 76].map((years) => addYears('2024-02-29', years))).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2100-02-28',
    ]);
    // A form may hold a part of a date.
    expect(addYears('2023-12', 1)).toBe('2024-12');
    expect(addYears('0999-05-01', 1)).toBe('1000-05-01');
    expect(addYears('0100-05-01', 1)).toBe('0101-05-01');
  });
});
