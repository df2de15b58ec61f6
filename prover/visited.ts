import type { Act, Transition } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import type { EventName } from '../rules/application/lifecycle.js';
import type { Calendar } from '../rules/calendar/calendar.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Candidate } from './candidates.js';

/** What may happen only so often on one path: without these bounds there is no end of states. */
export const usualBounds = { pauses: 2, extensions: 1, amendments: 1, objections: 2, absences: 2 };
/** Of all of these together, as many as this on one path. */
export const together = 3;
/** Bounds of a search that runs beside other work: one of each, and no amendment. */
export const quickBounds = { pauses: 1, extensions: 1, amendments: 0, objections: 1, absences: 1 };
type Bounded = keyof typeof usualBounds;
export type Bounds = Readonly<Record<Bounded, number>>;
export const bounded = Object.keys(usualBounds) as readonly Bounded[];

/** The events that use up each bound. */
export const usedBy: Readonly<Partial<Record<EventName, Bounded>>> = {
  toll: 'pauses',
  extend: 'extensions',
  amend_policy: 'amendments',
  raise_objection: 'objections',
  mark_absent: 'absences',
};

/** What led to a state: an act, or time that passed with what fell due in it. */
export type Step =
  | { readonly kind: 'act'; readonly act: Act; readonly what: string; readonly transition: Transition }
  | { readonly kind: 'wait'; readonly until: Instant; readonly transitions: readonly Transition[] };

/** A state on one path to it. */
export interface Visited {
  readonly facts: Facts;
  readonly at: Instant;
  /** The policy in force: the campaign's, or an amended one. */
  readonly policy: Policy;
  /** What the path has used up of each bound. */
  readonly used: Bounds;
  /** How it was reached; null: the draft. */
  readonly from: { readonly state: Visited; readonly step: Step } | null;
}

/** What one search is about. */
export interface Subject {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Kinds of candidate that are searched together: alike at first, each is taken apart where the law does so. */
  readonly candidates: readonly Candidate[];
  /** Policies the campaign may be amended to. */
  readonly amended: readonly Policy[];
  readonly bounds: Bounds;
}

/** The path to a state, from the draft. */
export function pathTo(state: Visited): readonly Visited[] {
  const path: Visited[] = [];
  for (let one: Visited | null = state; one; one = one.from?.state ?? null) path.unshift(one);
  return path;
}

/** Every transition on the path to a state, in order. */
export function transitionsTo(state: Visited): readonly Transition[] {
  return pathTo(state).flatMap(({ from }) => {
    if (!from) return [];
    return from.step.kind === 'act' ? [from.step.transition] : from.step.transitions;
  });
}
