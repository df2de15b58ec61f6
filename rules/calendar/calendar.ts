import { addDays, type LocalDate, weekdayOf } from './instant.js';

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

/** Whether a date lies in a year whose holidays nobody has announced. */
export function isProvisional(calendar: Calendar, date: LocalDate): boolean {
  return !calendar.officialYears.includes(Number(date.slice(0, 4)));
}

/**
 * The last day of a period of `days` working days that starts after `start`: the start itself does not count, so that
 * a period is never shorter than the law asks. `days` must be at least 1.
 */
export function addWorkingDays(
  calendar: Calendar,
  start: LocalDate,
  days: number,
): { readonly last: LocalDate; readonly skipped: readonly SkippedDay[] } {
  const skipped: SkippedDay[] = [];
  let date = start;
  for (let counted = 0; counted < days; ) {
    date = addDays(date, 1);
    const reason = reasonNotWorking(calendar, date);
    if (reason === null) counted += 1;
    else skipped.push({ date, reason });
  }
  return { last: date, skipped };
}

/** The first working day at or after `date`. */
export function rollForward(calendar: Calendar, date: LocalDate): LocalDate {
  let rolled = date;
  while (!isWorkingDay(calendar, rolled)) rolled = addDays(rolled, 1);
  return rolled;
}
