import { hour, type Instant } from '../../rules/calendar/instant.js';
import type { Plan, Step } from './plans/plan.js';
import { plannedInstant } from './plans/plannedInstant.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** Minutes each candidate has before the panel. */
export const turnMinutes = 10;
/** The number of candidates heard between 10:00 and 16:00; further ones get appointments of their own. */
const turns = 36;

/** Assigns the turns of the day's session, from 0; null for a plan that is not heard in it. */
export function hearingTurns(): (plan: Plan) => number | null {
  let taken = 0;
  return ({ steps }) => (taken < turns && steps.some(({ data }) => data.inSession) ? taken++ : null);
}

/** The instant of a candidate's hearing: as planned, or by their turn in the session that begins then. */
export function hearingAt({ data, at }: Step, { turn, candidacy }: Pick<RehearsalCase, 'turn' | 'candidacy'>): Instant {
  const begins = plannedInstant(data.heldAt ?? at, candidacy.policy.year);
  return data.inSession && turn !== null ? begins + (turn * turnMinutes * hour) / 60 : begins;
}
