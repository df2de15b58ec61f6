import type { Transition } from '../../rules/application/act.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { Basis } from '../../rules/policy/clauses.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Attempt } from '../attempts.js';
import type { Subject, Visited } from '../visited.js';

/** What holds in every state the law can reach. Each check answers what is wrong, or null. */
export interface Property {
  readonly name: string;
  readonly says: BilingualText;
  /** What it rests on. */
  readonly basis: Basis;
  readonly state?: (state: Visited, subject: Subject) => string | null;
  readonly refusal?: (state: Visited, attempt: Attempt, refusal: Refusal, subject: Subject) => string | null;
  readonly accepted?: (state: Visited, attempt: Attempt, transition: Transition, subject: Subject) => string | null;
  readonly step?: (before: Visited, after: Visited, subject: Subject) => string | null;
}

/** The rows of the law that the step to a state took, as `status event`. */
export function rowsOf(reached: Visited): readonly string[] {
  let status = reached.from?.state.facts.status;
  return transitionsOf(reached).map(({ event, to }) => {
    const row = `${status} ${event}`;
    status = to;
    return row;
  });
}

/** The transitions of the step that led to a state. */
export function transitionsOf({ from }: Visited): readonly Transition[] {
  if (!from) return [];
  return from.step.kind === 'act' ? [from.step.transition] : from.step.transitions;
}
