import { type Deadline, labelOfDeadline } from '../application/deadline.js';
import { type DeadlineName, runningDeadlines } from '../application/deadlines.js';
import type { Facts } from '../application/facts.js';
import { isFinal } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Instant } from '../calendar/instant.js';
import type { Policy } from './policy.js';

/** What becomes of a deadline: later, earlier, or over already. */
export const whatIfKinds = ['gains', 'loses', 'misses'] as const;
export type WhatIfKind = (typeof whatIfKinds)[number];
export const whatIfKindLabels: Readonly<Record<WhatIfKind, BilingualText>> = {
  gains: { zh: '延后', en: 'later' },
  loses: { zh: '提前', en: 'earlier' },
  misses: { zh: '已错过', en: 'missed' },
};

/** What another policy or calendar would do to one deadline of an application. */
export interface WhatIf {
  readonly kind: WhatIfKind;
  readonly deadline: DeadlineName;
  readonly label: BilingualText;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Each deadline of a running application that would come earlier or later if it were judged by another policy or calendar
 * from now on. Nothing is changed: a deadline that was communicated is never shortened.
 */
export function whatIf(facts: Facts, proposed: Policy, calendar: Calendar, now: Instant): readonly WhatIf[] {
  if (isFinal(facts.status)) return [];
  const fresh = runningDeadlines({ ...facts, deadlines: {} }, proposed, calendar);
  return Object.values(facts.deadlines).flatMap((reported): WhatIf[] => {
    const { name, due: from } = reported;
    const to = fresh[name]?.due ?? from;
    const about = { deadline: name, label: labelOfDeadline(reported), from, to };
    if (to > from) return [{ kind: 'gains', ...about }];
    if (to >= from - granted(reported)) return [];
    return [{ kind: to <= now ? 'misses' : 'loses', ...about }];
  });
}

/** What an extension added; counting a deadline anew does not include it, but in the cutoff of filing. */
function granted({ name, moved }: Deadline): Instant {
  if (name === 'filing_cutoff') return 0;
  const added = moved.filter(({ why }) => why === 'extension').map(({ from, to }) => to - from);
  return added.reduce((sum, one) => sum + one, 0);
}
