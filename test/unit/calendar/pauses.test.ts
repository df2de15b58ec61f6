import fc from 'fast-check';
import { addUnpausedDays } from '../../../rules/calendar/calendar.js';
import { addDays, endOfDay, hour, startOfDay } from '../../../rules/calendar/instant.js';
import { isPausedOn, type Pause, pausedReason, pausesSince, withHoursBack } from '../../../rules/calendar/pauses.js';

/** Pauses in order, apart or one right after another. */
const pauses = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }).map((spans) => {
  const all: Pause[] = [];
  for (const [gap, length] of spans) {
    const from = (all.at(-1)?.to ?? 0) + gap;
    all.push({ from, to: from + length });
  }
  return all;
});
const stoodStill = (instant: number, all: readonly Pause[]) =>
  all.some(({ from, to }) => from <= instant && instant < to);
const instants = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

test('a pause takes a day as soon as it takes an instant of it, and not the day that begins as it ends', () => {
  const date = '2024-08-14';
  const [start, end] = [startOfDay(date), endOfDay(date)];
  const paused = (from: number, to: number) => isPausedOn(date, [{ from, to }]);
  expect([paused(start - hour, start), paused(end, end + hour)]).toEqual([false, false]);
  expect([paused(start - hour, start + 1), paused(end - 1, end + hour)]).toEqual([true, true]);
  expect([paused(start + hour, start + hour + 1), paused(start - hour, end + hour)]).toEqual([true, true]);
  expect(isPausedOn(date, [])).toBe(false);
  expect(
    isPausedOn(date, [
      { from: start - hour, to: start },
      { from: start, to: start + 1 },
    ]),
  ).toBe(true);
});

test('of pauses since an instant exactly what lies after it is left', () => {
  fc.assert(
    fc.property(pauses, fc.nat({ max: 50 }), (all, began) => {
      const left = pausesSince(all, began);
      for (const instant of instants(0, 60))
        expect(stoodStill(instant, left)).toBe(instant >= began && stoodStill(instant, all));
      for (const { from, to } of left) expect(from).toBeLessThan(to);
    }),
  );
});

test('hours back: as much time runs before the new due instant as ran before the old one without pauses, and no more', () => {
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 40 }), (all, due) => {
      const late = withHoursBack(due, all);
      const ran = instants(0, late).filter((instant) => !stoodStill(instant, all));
      expect(ran).toHaveLength(due);
      expect(stoodStill(late - 1, all)).toBe(false);
    }),
  );
});

test('a period of calendar days has its number of days without a pause, and names those it passed over', () => {
  const start = '2024-08-14';
  const days = pauses.map((all) =>
    all.map(({ from, to }) => ({ from: startOfDay(start) + from * 8 * hour, to: startOfDay(start) + to * 8 * hour })),
  );
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 9 }), (all, count) => {
      const { last, skipped } = addUnpausedDays(start, count, all);
      const passed = [];
      for (let date = addDays(start, 1); date <= last; date = addDays(date, 1)) passed.push(date);
      const paused = passed.filter((date) => isPausedOn(date, all));
      expect(passed.length - paused.length).toBe(count);
      expect(isPausedOn(last, all)).toBe(false);
      expect(skipped).toEqual(paused.map((date) => ({ date, reason: pausedReason })));
    }),
  );
});
