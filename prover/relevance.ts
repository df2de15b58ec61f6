import type { DeadlineName } from '../rules/application/deadlines.js';
import type { Facts } from '../rules/application/facts.js';
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

function namesIn(all: Iterable<Status>): ReadonlySet<string> {
  return new Set(
    [...all]
      .map(lawOf)
      .flatMap(({ deadlines, events }) => [...deadlines, ...Object.values(events).flatMap(({ guards }) => guards)]),
  );
}

function reachable(from: Status): ReadonlySet<Status> {
  const seen = new Set<Status>([from]);
  for (const status of seen) {
    for (const row of Object.values(lawOf(status).events)) for (const next of leadsTo(row)) seen.add(next);
  }
  return seen;
}

/** By status: everything that is looked at there or in a status that can follow at once, and in any that can follow. */
const looks: ReadonlyMap<Status, ReadonlySet<string>> = new Map(
  statuses.map((status) => [status, namesIn([status, ...Object.values(lawOf(status).events).flatMap(leadsTo)])]),
);
const looksLater: ReadonlyMap<Status, ReadonlySet<string>> = new Map(
  statuses.map((status) => [status, namesIn(reachable(status))]),
);

/**
 * Whether a fixed instant matters in a status or in the next, where time can pass until it does. One that this table does
 * not know always matters.
 */
export function matters(mark: string, status: Status): boolean {
  const entry = lookedAtBy.find(([prefix]) => mark.startsWith(prefix));
  return entry ? entry[1].some((name) => looks.get(status)?.has(name)) : true;
}

/** Facts that only some deadlines and guards look at: past all of these they are history. */
const history: Readonly<Partial<Record<keyof Facts, readonly (DeadlineName | GuardName)[]>>> = {
  submissions: ['submissions_left'],
  returnedAt: ['correction_due'],
  defects: ['defects_answered', 'correction_due'],
  filingGrants: ['filing_cutoff'],
  handedAt: ['filing_cutoff'],
  postedAt: ['publicity_period'],
  publishableHash: ['publicity_still_valid'],
  publishedHash: ['publicity_still_valid'],
  absences: ['defense_held'],
  objections: ['objection_is_open', 'no_open_objection'],
};

/** Whether a fact can still decide anything in a status or later. */
export function decides(fact: string, status: Status): boolean {
  const names = history[fact as keyof Facts];
  return names?.some((name) => looksLater.get(status)?.has(name)) ?? true;
}
