import { campaignCalendar } from '../rules/calendar/campaignCalendar.js';
import type { Policy } from '../rules/policy/policy.js';
import { amendmentsOf } from './amendments.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { explore } from './explore.js';
import { Findings } from './findings.js';
import type { Progress } from './search.js';
import { type Story, storyOf } from './story.js';
import { type Bounds, type Subject, usualBounds } from './visited.js';

/** What a search came to. Plain data: it crosses from one process to another. */
export interface Proof extends Progress {
  /** Kinds of candidate. */
  readonly kinds: number;
  readonly rows: readonly string[];
  readonly guards: readonly string[];
  readonly counterexamples: readonly { readonly property: string; readonly what: string; readonly story: Story }[];
}

/**
 * A policy with its calendar, the amendments an application may meet, and the bounds of a path. `candidates`: the kinds that
 * are searched, by default every kind the notice takes.
 */
export function subjectOf(
  policy: Policy,
  bounds: Bounds = usualBounds,
  candidates: readonly Candidate[] = candidatesOf(policy),
): Subject {
  return { policy, calendar: campaignCalendar(policy), candidates, amended: amendmentsOf(policy), bounds };
}

/** Visits every state that candidates of these kinds can reach, and checks every property in it. */
export function prove(subject: Subject, tell?: (progress: Progress) => void): Proof {
  const findings = new Findings();
  const search = explore(subject, findings, tell);
  for (const state of search.endless().slice(0, findings.most))
    findings.note('always_an_end', 'no end is reached', state);
  return {
    kinds: subject.candidates.length,
    ...search.progress,
    rows: [...findings.rows],
    guards: [...findings.guards],
    counterexamples: findings.counterexamples.map(({ property, what, state }) => ({
      property,
      what,
      story: storyOf(property, state, subject),
    })),
  };
}
