import { type Instant, instantOf } from '../../../rules/calendar/instant.js';
import type { PlannedAt } from './plan.js';

/** The instant a plan names: `08-30 17:59` of the campaign's year, in Beijing. */
export function plannedInstant(at: PlannedAt, year: number): Instant {
  return instantOf(`${year}-${at.replace(' ', 'T')}`);
}
