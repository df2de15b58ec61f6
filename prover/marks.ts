import type { Facts } from '../rules/application/facts.js';
import { type Instant, instantOf, startOfDay } from '../rules/calendar/instant.js';
import { claimsExemption } from '../rules/candidate/defenseExemption.js';
import { averageAwaitedUntil } from '../rules/defense/mayDefend.js';
import { type Policy, windowNames } from '../rules/policy/policy.js';
import { windowOf } from '../rules/policy/policyWindows.js';
import type { Candidate } from './candidates.js';
import { decides } from './relevance.js';

/** An instant at which what the law allows may change, and what it is. */
export interface Mark {
  readonly name: string;
  readonly at: Instant;
}

const localDate = /^\d{4}-\d\d-\d\d$/;
const localDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
/** Numbers from here on are instants; counts, points and amounts are far below. */
const firstInstant = Date.UTC(2000, 0, 1);

/** The instant a value of the facts stands for: a number, or a day (its beginning); null: it is no instant. */
export function instantIn(value: unknown): Instant | null {
  if (typeof value === 'number') return value >= firstInstant ? value : null;
  return typeof value === 'string' && localDate.test(value) ? startOfDay(value) : null;
}

function written(value: unknown, name: string): readonly Mark[] {
  if (typeof value === 'string') return localDateTime.test(value) ? [{ name, at: instantOf(value) }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => written(inner, `${name}.${key}`));
}

const known = new WeakMap<Policy, Map<string, readonly Mark[]>>();

/** Every instant the notice fixes for a candidate: opening, cutoffs, windows, the last day of corrections. */
export function fixedMarks(candidate: Candidate, policy: Policy): readonly Mark[] {
  const { profile, chain } = candidate;
  const marks = known.get(policy) ?? new Map<string, readonly Mark[]>();
  known.set(policy, marks);
  const key = `${Object.values(profile).join()} ${chain.join()}`;
  const before = marks.get(key);
  if (before) return before;
  const found = marksOf(candidate, policy);
  marks.set(key, found);
  return found;
}

function marksOf({ profile, chain }: Candidate, policy: Policy): readonly Mark[] {
  const { reviewCommittee, levelWindows, audit, payment, materials, ...rest } = policy;
  const { byDepartment } = policy.filing;
  const elsewhere = (byDepartment?.value ?? [])
    .filter(({ code }) => !chain.includes(code))
    .map(({ due }) => instantOf(due));
  const campaign = written(rest, 'policy').filter(
    ({ name, at }) => !name.includes('byDepartment') || !elsewhere.includes(at),
  );
  const windows = windowNames.flatMap((name) => written(windowOf(name, profile, policy)?.value, name));
  const average = claimsExemption(profile, policy) ? averageAwaitedUntil(profile, policy) : null;
  const marks = [...campaign, ...windows, ...(average === null ? [] : [{ name: 'average', at: average }])];
  // Two names for one instant are one mark.
  return [...new Map(marks.map((mark) => [mark.at, mark])).values()];
}

function within(value: unknown, name: string, after: Instant): readonly Mark[] {
  const at = instantIn(value);
  if (at !== null) return at > after ? [{ name, at }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => within(inner, `${name}.${key}`, after));
}

/** The instants still to come that the facts name: deadlines that run, an appointment, an extension that waits. */
export function marksIn({ passed: _passed, ...facts }: Facts, after: Instant): readonly Mark[] {
  // Nothing the law allows changes when people are told that something stands still, or was to be looked at again.
  const { deadlines, overdueAt: _o, pausedUntil: _u, pendingPause: _p, promised: _promised, ...rest } = facts;
  const due = Object.values(deadlines).flatMap((deadline) =>
    deadline.due > after ? [{ name: deadline.name, at: deadline.due }] : [],
  );
  return [
    ...due,
    ...within(
      { ...rest, correctionMet: decides('correctionMet', facts) ? (rest.correctionMet?.due ?? null) : null },
      '',
      after,
    ),
  ];
}

/** Marks that lie after an instant, in order. */
export function marksAfter(marks: readonly Mark[], after: Instant): readonly Mark[] {
  return marks.filter(({ at }) => at > after).sort((one, other) => one.at - other.at);
}
