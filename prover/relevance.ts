import type { DeadlineName } from '../rules/application/deadlines.js';
import type { GuardName } from '../rules/application/guards.js';
import { type EventLaw, lifecycle, type Status, type StatusLaw, statuses } from '../rules/application/lifecycle.js';

/** The deadlines and guards that look at an instant the notice fixes, by the beginning of its name. */
const lookedAtBy: readonly (readonly [string, readonly (DeadlineName | GuardName)[]])[] = [
  ['policy.filing', ['filing_cutoff', 'filing_open']],
  ['policy.correctionUntil', ['correction_due']],
  ['audit', ['audit_open']],
  ['payment', ['payment_due', 'payment_open']],
  ['materials', ['payment_due', 'materials_open']],
];

const lawOf = (status: Status): StatusLaw => lifecycle[status];

function leadsTo({ next }: EventLaw): readonly Status[] {
  if (next === 'stays') return [];
  return typeof next === 'string' ? [next] : next.of;
}

/** By status: everything that is looked at there or in a status that can follow at once. */
const looks: ReadonlyMap<Status, ReadonlySet<string>> = new Map(
  statuses.map((status) => {
    const next = Object.values(lawOf(status).events).flatMap(leadsTo);
    const names = [status, ...next]
      .map(lawOf)
      .flatMap(({ deadlines, events }) => [...deadlines, ...Object.values(events).flatMap(({ guards }) => guards)]);
    return [status, new Set<string>(names)];
  }),
);

/**
 * Whether a fixed instant matters in a status or in the next, where time can pass until it does. One that this table does
 * not know always matters.
 */
export function matters(mark: string, status: Status): boolean {
  const entry = lookedAtBy.find(([prefix]) => mark.startsWith(prefix));
  return entry ? entry[1].some((name) => looks.get(status)?.has(name)) : true;
}
