import type { Act, Amendment } from '../application/act.js';
import type { Facts } from '../application/facts.js';
import type { EventName } from '../application/lifecycle.js';
import type { Calendar } from '../calendar/calendar.js';
import { canonical } from '../canonical.js';
import type { Policy } from './policy.js';
import { keptOf } from './promised.js';
import { policyOfRound } from './rounds.js';

/** The event by which a running application comes under another policy, another calendar, or both. */
export const amendment: EventName = 'amend_policy';

/** The last amendment among acts or events, or null. */
export function amendedTo(happened: readonly Pick<Act, 'event' | 'data'>[]): Amendment | null {
  const brought = happened.filter(({ event }) => event === amendment).map(({ data }) => data as Amendment);
  return brought.reduce<Amendment | null>((last, one) => (last && last.version > one.version ? last : one), null);
}

interface JudgedBy {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/**
 * The amendment of one application: the new version of the policy, the calendar where it changes, and what of the present
 * policy the candidate keeps.
 */
export function amendmentFor(
  present: JudgedBy,
  next: JudgedBy,
  candidate: Pick<Facts, 'profile' | 'chain' | 'round'>,
): Amendment {
  const { version } = next.policy;
  const [before, after] = [present, next].map(({ policy }) => policyOfRound(policy, candidate.round));
  const better = before && after ? keptOf(before, after, candidate) : null;
  const kept = better ? { kept: better } : {};
  if (next.calendar.version === present.calendar.version) return { version, ...kept };
  const alone = canonical({ ...present.policy, version }) === canonical(next.policy);
  return { version, ...kept, calendar: { version: next.calendar.version, alone } };
}
