import { endOfDay, type Instant, type LocalDate, startOfDay } from './instant.js';

/** A span `[from, to)` in which the deadlines of an application stood still. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** Why a day that a pause touches does not count, in the list of days passed over. */
export const pausedReason = '期限中止';

/** The parts of the pauses, in order, that lie after a deadline began. */
export function pausesSince(pauses: readonly Pause[], began: Instant): readonly Pause[] {
  return pauses.map(({ from, to }) => ({ from: Math.max(from, began), to })).filter(({ from, to }) => to > from);
}

/** Whether a pause took any part of a day in Beijing. */
export function isPausedOn(date: LocalDate, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => from < endOfDay(date) && to > startOfDay(date));
}

/** A due instant with the hours given back that pauses took before it. The pauses are in order. */
export function withHoursBack(due: Instant, pauses: readonly Pause[]): Instant {
  return pauses.reduce((late, { from, to }) => (from < late ? late + (to - from) : late), due);
}
