import type { Instant } from '../calendar/instant.js';

/** A session as the office plans it; the order of the applications is the order in which they are heard. */
export interface DefensePlan {
  readonly specialty: string;
  readonly room: string;
  readonly startsAt: Instant;
  /** Minutes each candidate gets. */
  readonly minutes: number;
  readonly panel: readonly string[];
  readonly leader: string;
  readonly applications: readonly string[];
}

/** When one candidate is heard: `[startsAt, endsAt)`. */
export interface Slot {
  readonly applicationId: string;
  readonly ordinal: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** One after the other from the session's start, without gaps. */
export function slotsOf({
  startsAt,
  minutes,
  applications,
}: Pick<DefensePlan, 'startsAt' | 'minutes' | 'applications'>): readonly Slot[] {
  const each = minutes * 60_000;
  return applications.map((applicationId, index) => ({
    applicationId,
    ordinal: index + 1,
    startsAt: startsAt + index * each,
    endsAt: startsAt + (index + 1) * each,
  }));
}

/** The end of the last candidate's time; the start where there is no candidate. */
export function endOf(plan: Pick<DefensePlan, 'startsAt' | 'minutes' | 'applications'>): Instant {
  return plan.startsAt + plan.applications.length * plan.minutes * 60_000;
}

/** Whether two half-open intervals overlap. */
export function overlap(
  one: { readonly startsAt: Instant; readonly endsAt: Instant },
  other: { readonly startsAt: Instant; readonly endsAt: Instant },
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
