import { type Instant, instantOf, isoInBeijing } from '../../../rules/calendar/instant.js';
import type { PlannedAt } from './plan.js';

/** The instant a plan names, in Beijing: `08-30 17:59` of the campaign's year, or `2026-01-05 10:00`. */
export function plannedInstant(at: PlannedAt, year: number): Instant {
  const dateTime = at.replace(' ', 'T');
  return instantOf(/^\d{4}-/.test(at) ? dateTime : `${year}-${dateTime}`);
}

/** An instant as a plan names it, with its year; the seconds are left out. */
export function plannedAt(instant: Instant): PlannedAt {
  return isoInBeijing(instant).slice(0, 16).replace('T', ' ');
}
