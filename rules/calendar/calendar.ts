import { provisionalMark } from './dayLabels.js';
import { addDays, day, type LocalDate, startOfDay, weekdayOf } from './instant.js';
import { isPausedOn, type Pause, pausedReason } from './pauses.js';

/** Why a day is not a working day, or why a weekend day is one. */
export interface SpecialDay {
  readonly kind: 'holiday' | 'makeup';
  readonly name: string;
  readonly source: 'national' | 'regional';
}

/**
 * The working-day calendar a campaign was counted on. Only days that differ from "Monday to Friday" are listed, so the
 * value stays small enough to be pinned into each application's input.
 */
export interface Calendar {
  /** Names the content: the same version always holds the same days. */
  readonly version: string;
  readonly days: Readonly<Record<LocalDate, SpecialDay>>;
  /** Years whose national holidays have been announced; every other year is provisional. */
  readonly officialYears: readonly number[];
}

/** A day that a count passed over, and why. */
export interface SkippedDay {
  readonly date: LocalDate;
  readonly reason: string;
}

/** Why a day is not a working day, or null when it is one. */
export function reasonNotWorking(calendar: Calendar, date: LocalDate): string | null {
  const special = calendar.days[date];
  if (special) return special.kind === 'holiday' ? special.name : null;
  const weekday = weekdayOf(date);
  return weekday === 0 ? '周日' : weekday === 6 ? '周六' : null;
}

/** Whether people work on that day. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return reasonNotWorking(calendar, date) === null;
}

/** Whether the national holidays of a date's year have been announced. */
export function isYearAnnounced(calendar: Calendar, date: LocalDate): boolean {
  return calendar.officialYears.includes(Number(date.slice(0, 4)));
}

function isDerived(special: SpecialDay | undefined): boolean {
  return special?.source === 'regional' && special.name.endsWith(provisionalMark);
}

/**
 * Whether a day may yet turn out otherwise: its year is not announced, or it lies on or beside a day of a festival that is
 * derived and not announced, which may be a day earlier or later.
 */
export function isProvisional(calendar: Calendar, date: LocalDate): boolean {
  return (
    !isYearAnnounced(calendar, date) || [-1, 0, 1].some((beside) => isDerived(calendar.days[addDays(date, beside)]))
  );
}

/** Where a count of days ends, and the days it passed over. */
export interface CountedDays {
  readonly last: LocalDate;
  readonly skipped: readonly SkippedDay[];
}

function addDaysPassingOver(
  start: LocalDate,
  days: number,
  reasonFor: (date: LocalDate) => string | null,
): CountedDays {
  const skipped: SkippedDay[] = [];
  let date = start;
  for (let counted = 0; counted < days; ) {
    date = addDays(date, 1);
    const reason = reasonFor(date);
    if (reason === null) counted += 1;
    else skipped.push({ date, reason });
  }
  return { last: date, skipped };
}

/**
 * The last day of a period of `days` working days that starts after `start`: the start itself does not count, so that
 * a period is never shorter than the law asks, and neither does a day of which a pause took a part. `days` must be at
 * least 1.
 */
export function addWorkingDays(
  calendar: Calendar,
  start: LocalDate,
  days: number,
  pauses: readonly Pause[] = [],
): CountedDays {
  return addDaysPassingOver(
    start,
    days,
    (date) => reasonNotWorking(calendar, date) ?? (isPausedOn(date, pauses) ? pausedReason : null),
  );
}

/** The same for calendar days, of which only paused ones do not count. */
export function addUnpausedDays(start: LocalDate, days: number, pauses: readonly Pause[]): CountedDays {
  return addDaysPassingOver(start, days, (date) => (isPausedOn(date, pauses) ? pausedReason : null));
}

/**
 * The working days after `from`, up to and with `last`; 0 when `last` is not later. Counted by weeks and then corrected by the days
 * that differ, so that a date decades away costs no more than one next week: every letter names such a number.
 */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, last: LocalDate): number {
  if (last <= from) return 0;
  let count = weekdaysUpTo(last) - weekdaysUpTo(from);
  for (const [date, { kind }] of Object.entries(calendar.days)) {
    if (date <= from || date > last) continue;
    const isWeekend = weekdayOf(date) % 6 === 0;
    if (kind === 'makeup' && isWeekend) count += 1;
    if (kind === 'holiday' && !isWeekend) count -= 1;
  }
  return count;
}

/** The days from Monday to Friday from the beginning of a week long ago up to and with a date. */
function weekdaysUpTo(date: LocalDate): number {
  const sinceMonday = (startOfDay(date) - startOfDay(aMonday)) / day;
  return 5 * Math.floor(sinceMonday / 7) + Math.min(5, (((sinceMonday % 7) + 7) % 7) + 1);
}

const aMonday: LocalDate = '1900-01-01';

/** The first working day at or after `date`. */
export function rollForward(calendar: Calendar, date: LocalDate): LocalDate {
  let rolled = date;
  while (!isWorkingDay(calendar, rolled)) rolled = addDays(rolled, 1);
  return rolled;
}
