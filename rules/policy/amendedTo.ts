import type { Act, Amendment } from '../application/act.js';
import type { EventName } from '../application/lifecycle.js';
import type { Calendar } from '../calendar/calendar.js';
import { canonical } from '../canonical.js';
import type { Policy } from './policy.js';

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

/** The amendment of one application: the new version of the policy, and the calendar where it changes. */
export function amendmentFor(present: JudgedBy, next: JudgedBy): Amendment {
  const { version } = next.policy;
  if (next.calendar.version === present.calendar.version) return { version };
  const alone = canonical({ ...present.policy, version }) === canonical(next.policy);
  return { version, calendar: { version: next.calendar.version, alone } };
}
