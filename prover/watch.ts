import type { Transition } from '../rules/application/act.js';
import type { Refusal } from '../rules/refusal.js';
import type { Attempt } from './attempts.js';
import type { Subject, Visited } from './visited.js';

/** What is shown every state, act and refusal of a search. */
export interface Watch {
  state(state: Visited, subject: Subject): void;
  refusal(state: Visited, attempt: Attempt, refusal: Refusal, subject: Subject): void;
  /** An act that the law took, `incomplete` and `foreign` ones too. */
  accepted(state: Visited, attempt: Attempt, transition: Transition, subject: Subject): void;
  /** From one state to the next, by an act or by waiting. */
  step(before: Visited, after: Visited, subject: Subject): void;
}
