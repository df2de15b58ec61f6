import type { Instant } from '../rules/calendar/instant.js';

/** An instant as the database takes it. */
export function stored(instant: Instant): Date {
  return new Date(instant);
}

/** A stored instant as the rules take it. */
export function instantFrom(date: Date): Instant {
  return date.getTime();
}

/** The same for a column that may be empty. */
export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}
