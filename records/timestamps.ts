import type { Instant } from '../rules/calendar/instant.js';

/** An instant as a query parameter. */
export function stored(instant: Instant): Date {
  return new Date(instant);
}

/** A stored timestamp as an instant. */
export function instantFrom(date: Date): Instant {
  return date.getTime();
}

/** The same for a nullable column. */
export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}
