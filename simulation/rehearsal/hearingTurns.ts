import { hour, type Instant } from '../../rules/calendar/instant.js';
import type { Plan, Step } from './plans/plan.js';
import { plannedInstant } from './plans/plannedInstant.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** What everybody gets before the panel. */
export const turnMinutes = 10;
/** So many are heard between ten and four; whoever comes after is heard elsewhere, one by one. */
const turns = 36;

/** Who of all plans is heard in the one session of the day, and when in it: 0 for the first, null for everybody else. */
export function hearingTurns(): (plan: Plan) => number | null {
  let taken = 0;
  return ({ steps }) => (taken < turns && steps.some(({ data }) => data.inSession) ? taken++ : null);
}

/** When a candidate is to be heard: at the planned instant, or in their turn of the session that begins then. */
export function hearingAt({ data, at }: Step, { turn, candidacy }: Pick<RehearsalCase, 'turn' | 'candidacy'>): Instant {
  const begins = plannedInstant(data.heldAt ?? at, candidacy.policy.year);
  return data.inSession && turn !== null ? begins + (turn * turnMinutes * hour) / 60 : begins;
}
