import type { Transition } from './act.js';
import type { Facts } from './facts.js';

/**
 * The facts after a transition. A transition carries everything needed, so folding an application's events takes neither
 * policy nor calendar.
 */
export function evolve(facts: Facts, transition: Transition): Facts {
  const { seq, to: status, deadlines, changes } = transition;
  return { ...facts, ...changes, seq, status, deadlines };
}
