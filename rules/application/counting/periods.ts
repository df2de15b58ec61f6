import {
  addUnpausedDays,
  addWorkingDays,
  type Calendar,
  type CountedDays,
  isProvisional,
  rollForward,
  type SkippedDay,
} from '../../calendar/calendar.js';
import { addDays, endOfDay, type Instant, type LocalDate, localDateOf, startOfDay } from '../../calendar/instant.js';
import { type Pause, withHoursBack } from '../../calendar/pauses.js';
import type { Period, Policy, Ruled } from '../../policy/policy.js';
import type { CountingRule, Deadline } from '../deadline.js';

/** A due instant with the count that led to it. */
export type Counted = Pick<Deadline, 'due' | 'clause' | 'rule' | 'countedFrom' | 'days' | 'skipped' | 'provisional'> &
  Partial<Pick<Deadline, 'whose' | 'moved'>>;

/** A count that starts after a day; the day itself counts only where the policy says so. */
function countedFrom(start: LocalDate, policy: Policy): LocalDate {
  return policy.dayOfActCounts.value ? addDays(start, -1) : start;
}

/** Whether any day in `(from, last]` may yet turn out to be a holiday, or not to be one. */
function touchesProvisional(calendar: Calendar, from: LocalDate, last: LocalDate): boolean {
  for (let date = addDays(from, 1); date <= last; date = addDays(date, 1)) {
    if (isProvisional(calendar, date)) return true;
  }
  return false;
}

function periodOf(
  from: LocalDate,
  { last, skipped }: CountedDays,
  about: { readonly clause: string; readonly rule: CountingRule; readonly days: number; readonly provisional: boolean },
): Counted {
  return { due: endOfDay(last), countedFrom: from, skipped, ...about };
}

/** The end of a period of working days that starts after `start`, without the days that pauses took. */
export function workingDayPeriod(
  start: LocalDate,
  { value: days, clause }: Pick<Ruled<number>, 'value' | 'clause'>,
  policy: Policy,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Counted {
  const from = countedFrom(start, policy);
  const counted = addWorkingDays(calendar, from, days, pauses);
  const provisional = touchesProvisional(calendar, from, counted.last);
  return periodOf(from, counted, { clause, rule: 'working_days', days, provisional });
}

/** The end of a period of working or calendar days, as the policy counts it, that starts after `start`. */
export function dayPeriod(
  start: LocalDate,
  { value: { days, count }, clause }: Pick<Ruled<Period>, 'value' | 'clause'>,
  policy: Policy,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Counted {
  if (count === 'working') return workingDayPeriod(start, { value: days, clause }, policy, calendar, pauses);
  const from = countedFrom(start, policy);
  const counted = addUnpausedDays(from, days, pauses);
  return periodOf(from, counted, { clause, rule: 'calendar_days', days, provisional: false });
}

/**
 * A date the notice fixes, with the hours given back that pauses took. It moves to the next working day only where the
 * policy says so.
 */
export function asWritten(
  written: Instant,
  clause: string,
  policy: Policy,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Counted {
  const lastDay = localDateOf(written - 1);
  const rolls = policy.rollToWorkingDay.value;
  const rolled = rolls ? rollForward(calendar, lastDay) : lastDay;
  const skipped: SkippedDay[] = [];
  for (let date = lastDay; date < rolled; date = addDays(date, 1)) skipped.push({ date, reason: '非工作日，顺延' });
  return {
    due: withHoursBack(written + (startOfDay(rolled) - startOfDay(lastDay)), pauses),
    clause,
    rule: 'as_written',
    countedFrom: null,
    days: null,
    skipped,
    provisional: rolls && touchesProvisional(calendar, addDays(lastDay, -1), rolled),
  };
}

/** The later of two counts; the first where they end together. */
export function laterOf(one: Counted, other: Counted): Counted {
  return other.due > one.due ? other : one;
}
