import type { BilingualText } from '../../bilingualText.js';
import type { Calendar } from '../../calendar/calendar.js';
import type { Instant, LocalDate } from '../../calendar/instant.js';
import { lastSafePublicity } from '../../policy/lint/lintPublicity.js';
import type { Policy } from '../../policy/policy.js';
import { workingDayPeriod } from '../counting/periods.js';
import type { Deadline } from '../deadline.js';

/** What a publicity posted on a given day would lead to. */
export interface PublicityPlan {
  /** When it would end, and how that is counted. */
  readonly deadline: Deadline;
  /** The last day on which posting is in time; null when none is. */
  readonly lastSafeDay: LocalDate | null;
  /** Whether this day is in time: after its end the unit can still recommend before the cutoff. */
  readonly safe: boolean;
  /** The cutoff the unit has to meet: the first instant that is too late; null when there is no safe day. */
  readonly cutoff: Instant | null;
  /** What that cutoff is called: it names whose it is. */
  readonly cutoffLabel: BilingualText | null;
}

/**
 * When a publicity posted on `from` (a day in Beijing) would end, and whether that is in time: 通知 四（二）. Null when the
 * campaign has no unit publicity. `chain`: the departments above the unit, where it is known. `due`: the cutoff of the
 * application it is for, which an extension, a pause or a return may have moved; default: the unit's in the policy.
 */
export function planPublicity(
  from: LocalDate,
  policy: Policy,
  calendar: Calendar,
  chain?: readonly string[],
  due?: Instant,
): PublicityPlan | null {
  if (!policy.stages.unitPublicity.value) return null;
  const counted = workingDayPeriod(from, policy.unitPublicityWorkingDays, policy, calendar);
  const name = 'publicity_period' as const;
  const deadline = { name, ...counted, calendarVersion: calendar.version, moved: [] };
  const last = lastSafePublicity(policy, calendar, chain, due);
  return {
    deadline,
    lastSafeDay: last?.date ?? null,
    safe: last !== null && from <= last.date,
    cutoff: last?.cutoff.due ?? null,
    cutoffLabel: last && { zh: `${last.cutoff.zh}截止`, en: `the cutoff: ${last.cutoff.en}` },
  };
}
