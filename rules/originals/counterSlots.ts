import { addWorkingDays, type Calendar, isWorkingDay, reasonNotWorking } from '../calendar/calendar.js';
import {
  addDays,
  endOfDay,
  formatDueEn,
  formatDueZh,
  formatInstantEn,
  formatInstantZh,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../calendar/instant.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { lastDayOf, windowsOfCommittee } from '../policy/policyWindows.js';
import { type Refusal, refuse } from '../refusal.js';

/** From when until when a few applicants hand in their originals at the counter; both on one day. */
export interface SlotTime {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * The refusal to publish a slot, or null. It lies ahead, on a working day, and while originals are taken: from the first of the
 * campaign's materials windows to the last day somebody accepted on the last day of a window still has.
 */
export function slotRefusal(
  { startsAt, endsAt }: SlotTime,
  { policy, calendar, now }: { readonly policy: Policy; readonly calendar: Calendar; readonly now: Instant },
): Refusal | null {
  const clause = cite(policy, 'materials_window');
  const day = localDateOf(startsAt);
  const invalid = (zh: string, en: string) => refuse('slot_invalid', clause, { zh, en }, { field: 'firstDay' });
  if (endsAt <= startsAt || localDateOf(endsAt) !== day)
    return invalid('结束时间须在同一天、晚于开始时间。', 'A slot ends later on the day it starts.');
  if (startsAt <= now) return invalid(`${day} 的时段已经过去。`, `The slot on ${day} is over.`);
  const closed = reasonNotWorking(calendar, day);
  if (closed !== null) return invalid(`${day} 不是工作日（${closed}）。`, `${day} is not a working day (${closed}).`);
  const windows = windowsOfCommittee(policy).filter(({ name }) => name === 'materials');
  if (windows.length === 0) return null;
  const opens = Math.min(...windows.map((window) => window.opens));
  if (startsAt < opens)
    return invalid(
      `材料报送自 ${formatInstantZh(opens)} 开始。`,
      `Originals are taken from ${formatInstantEn(opens)} on.`,
    );
  const ends = windows.map((window) =>
    endOfDay(addWorkingDays(calendar, lastDayOf(window), policy.paymentGraceWorkingDays.value).last),
  );
  const end = Math.max(...ends);
  return endsAt <= end
    ? null
    : invalid(
        `材料报送最晚到 ${formatDueZh(end)} 结束。`,
        `The delivery of originals ends at ${formatDueEn(end)} at the latest.`,
      );
}

/** The days of a series of slots: the working days from the first to the last; the first alone where there are none. */
export function slotDays(calendar: Calendar, first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) if (isWorkingDay(calendar, date)) days.push(date);
  return days.length > 0 ? days : [first];
}
