import type { Deadline, DeadlineName } from '../application/deadline.js';
import { runningDeadlines } from '../application/deadlines.js';
import type { Facts } from '../application/facts.js';
import { isFinal } from '../application/lifecycle.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Instant } from '../calendar/instant.js';
import type { Policy } from './policy.js';

export const whatIfKinds = ['gains', 'loses', 'misses'] as const;

/** What another policy or calendar would do to one deadline of an application: later, earlier, or over already. */
export interface WhatIf {
  readonly kind: (typeof whatIfKinds)[number];
  readonly deadline: DeadlineName;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * What would change for a running application if it were judged by another policy or calendar from now on: each deadline that would
 * come earlier or later. Nothing is done, and whoever was told a date keeps at least that date whatever comes of it.
 */
export function whatIf(facts: Facts, proposed: Policy, calendar: Calendar, now: Instant): readonly WhatIf[] {
  if (isFinal(facts.status)) return [];
  const fresh = runningDeadlines({ ...facts, deadlines: {} }, proposed, calendar);
  return Object.values(facts.deadlines).flatMap((reported): WhatIf[] => {
    const { name, due: from } = reported;
    const to = fresh[name]?.due ?? from;
    if (to > from) return [{ kind: 'gains', deadline: name, from, to }];
    if (to >= from - granted(reported)) return [];
    return [{ kind: to <= now ? 'misses' : 'loses', deadline: name, from, to }];
  });
}

/** What extensions and pauses added: a count knows nothing of them, and is not another for that. */
function granted({ moved }: Deadline): Instant {
  const added = moved.filter(({ why }) => why === 'extension' || why === 'toll').map(({ from, to }) => to - from);
  return added.reduce((sum, one) => sum + one, 0);
}
