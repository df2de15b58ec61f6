import { addWorkingDays, type Calendar } from '../../calendar/calendar.js';
import {
  addDays,
  dueInDigits,
  endOfDay,
  formatDueZh,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
} from '../../calendar/instant.js';
import type { Policy } from '../policy.js';
import { anyDepartment, filingWindowOf, lastDayOf, type NamedWindow } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';

/** The last day of a publicity posted on this day. */
function publicityEnd(postedOn: LocalDate, policy: Policy, calendar: Calendar): LocalDate {
  const start = policy.dayOfActCounts.value ? addDays(postedOn, -1) : postedOn;
  return addWorkingDays(calendar, start, policy.unitPublicityWorkingDays.value).last;
}

/** Every cutoff that some unit has to meet: where units have none of their own, that of their department. */
function cutoffsOfUnits(policy: Policy): readonly NamedWindow[] {
  const { unit, byDepartment } = policy.filing;
  const own = unit || !byDepartment ? [] : byDepartment.value.map(({ code }) => [code]);
  return [anyDepartment, ...own].map((chain) => filingWindowOf('unit', policy, chain));
}

/** The last day that is safe to post on, with the last day of its period and the cutoff it has to meet. */
export interface SafePublicity {
  readonly date: LocalDate;
  readonly end: LocalDate;
  readonly cutoff: NamedWindow;
}

/**
 * The last day on which a unit may post its publicity and still recommend in time: the period ends before the cutoff
 * (通知 四（二）, 三（一）). The applicant must have submitted by then. Null when no day of the filing window is early enough,
 * or the campaign has no unit publicity. `chain` are the departments above the unit: one of them may have a cutoff of its own.
 * `due`: the cutoff of one application, where an extension, a pause or a return has moved it; default: the policy's.
 */
export function lastSafePublicity(
  policy: Policy,
  calendar: Calendar,
  chain: readonly string[] = anyDepartment,
  due?: Instant,
): SafePublicity | null {
  if (!policy.stages.unitPublicity.value) return null;
  const cutoff = filingWindowOf('unit', policy, chain);
  return lastSafeFor({ ...cutoff, due: due ?? cutoff.due }, policy, calendar);
}

function lastSafeFor(cutoff: NamedWindow, policy: Policy, calendar: Calendar): SafePublicity | null {
  const opens = localDateOf(cutoff.opens);
  for (let date = localDateOf(cutoff.due); date >= opens; date = addDays(date, -1)) {
    const end = publicityEnd(date, policy, calendar);
    if (endOfDay(end) < cutoff.due) return { date, end, cutoff };
  }
  return null;
}

/** The first instant at which an application can reach the committee: submitted and posted as filing opens. */
export function firstArrival(policy: Policy, calendar: Calendar): Instant {
  const opens = instantOf(policy.filing.opens.value);
  return policy.stages.unitPublicity.value ? endOfDay(publicityEnd(localDateOf(opens), policy, calendar)) : opens;
}

/** Applicants who may submit after the last day on which their unit can still post its publicity. */
export function lintApplicantCutoff(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const { applicant } = policy.filing;
  if (applicant === null || !policy.stages.unitPublicity.value) return [];
  const due = instantOf(applicant.value);
  const days = policy.unitPublicityWorkingDays.value;
  return cutoffsOfUnits(policy).flatMap((cutoff): LintFinding[] => {
    const last = lastSafeFor(cutoff, policy, calendar)?.date;
    if (last === undefined || due <= endOfDay(last)) return [];
    return [
      {
        code: 'applicant_cutoff_too_late',
        severity: 'warning',
        clause: applicant.clause,
        date: lastDayOf({ due }),
        message: `个人可提交至${formatDueZh(due)}，而单位公示最迟应在${last}张贴：此后提交的，${days}个工作日的公示期满时${cutoff.zh}已截止（${formatDueZh(cutoff.due)}）。`,
        messageEn: `Applicants may submit until ${dueInDigits(due)}, and a unit publicity has to be posted by ${last}: for what is submitted later, its ${days} working days end when it is too late for: ${cutoff.en}, due ${dueInDigits(cutoff.due)}.`,
        path: 'filing.applicant',
      },
    ];
  });
}

/** The last safe day, for people to see before it has passed; an error where there is none. */
export function lintPublicity(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  if (!policy.stages.unitPublicity.value) return [];
  return cutoffsOfUnits(policy).map((cutoff) => publicityFinding(cutoff, policy, calendar));
}

function publicityFinding(cutoff: NamedWindow, policy: Policy, calendar: Calendar): LintFinding {
  const { value: days, clause } = policy.unitPublicityWorkingDays;
  const about = { clause, path: 'unitPublicityWorkingDays' };
  const safe = lastSafeFor(cutoff, policy, calendar);
  const until = `${cutoff.zh}截止${formatDueZh(cutoff.due)}`;
  const untilEn = `${cutoff.en}, due ${dueInDigits(cutoff.due)}`;
  if (safe) {
    const { date, end } = safe;
    const message = `单位公示最迟应在${date}张贴：${days}个工作日至${end}期满，才赶得上${until}。`;
    const messageEn = `A unit publicity has to be posted by ${date}: its ${days} working days then end on ${end}, in time for: ${untilEn}.`;
    return { ...about, code: 'last_safe_publicity_day', severity: 'info', date, message, messageEn };
  }
  const message = `申报期内无论哪一天张贴，${days}个工作日的单位公示都赶不上${until}。`;
  const messageEn = `On whichever day it is posted, a unit publicity of ${days} working days is not in time for: ${untilEn}.`;
  const date = localDateOf(cutoff.opens);
  return { ...about, code: 'no_safe_publicity_day', severity: 'error', date, message, messageEn };
}
