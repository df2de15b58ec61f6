import fc from 'fast-check';
import { isWorkingDay, workingDaysBetween } from '../../../rules/calendar/calendar.js';
import { addDays } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { xinjiangOverlays } from '../../../rules/calendar/overlays/xinjiang.js';

const calendar = buildCalendar({
  years: Object.keys(xinjiangOverlays).map(Number),
  overlays: Object.values(xinjiangOverlays).filter((overlay) => overlay !== undefined),
});

describe('The working days between two dates', () => {
  test('are those found by looking at each day, holidays and make-up days included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 1_500 }), fc.integer({ min: -10, max: 900 }), (offset, days) => {
        const from = addDays('2024-01-01', offset);
        const between = Array.from({ length: Math.max(0, days) }, (_, one) => addDays(from, one + 1));
        const working = between.filter((date) => isWorkingDay(calendar, date));
        expect(workingDaysBetween(calendar, from, addDays(from, days))).toBe(working.length);
      }),
      { numRuns: 500 },
    );
  });
});
