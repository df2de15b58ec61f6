import { campaignCalendar } from '../rules/calendar/campaignCalendar.js';
import type { Policy } from '../rules/policy/policy.js';
import { amendmentsOf } from './amendments.js';
import { type Candidate, describe } from './candidates.js';
import { explore } from './explore.js';
import { Findings } from './findings.js';
import { type Story, storyOf } from './story.js';
import { type Bounds, type Subject, usualBounds } from './visited.js';

/** What a search of one kind of candidate came to. Plain data: it crosses from one process to another. */
export interface Proof {
  readonly candidate: string;
  readonly states: number;
  readonly steps: number;
  /** Acts tried, those refused included. */
  readonly tried: number;
  readonly rows: readonly string[];
  readonly guards: readonly string[];
  readonly counterexamples: readonly { readonly property: string; readonly what: string; readonly story: Story }[];
}

/** A kind of candidate under a policy, with its calendar, the amendments it may meet, and the bounds of a path. */
export function subjectOf(policy: Policy, candidate: Candidate, bounds: Bounds = usualBounds): Subject {
  return { policy, calendar: campaignCalendar(policy), candidate, amended: amendmentsOf(policy), bounds };
}

/** Visits every state of one kind of candidate and checks every property in it. */
export function prove(subject: Subject): Proof {
  const { candidate } = subject;
  const findings = new Findings();
  const search = explore(subject, findings);
  for (const state of search.endless().slice(0, findings.most))
    findings.note('always_an_end', 'no end is reached', state);
  return {
    candidate: describe(candidate),
    states: search.states,
    steps: search.steps,
    tried: search.tried,
    rows: [...findings.rows],
    guards: [...findings.guards],
    counterexamples: findings.counterexamples.map(({ property, what, state }) => ({
      property,
      what,
      story: storyOf(property, state, subject),
    })),
  };
}
