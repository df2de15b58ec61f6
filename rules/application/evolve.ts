import type { Transition } from './act.js';
import type { Facts } from './facts.js';

/**
 * The facts after a transition. Everything needed stands in the transition, so folding the events of an application
 * needs neither policy nor calendar.
 */
export function evolve(facts: Facts, transition: Transition): Facts {
  const { seq, to: status, deadlines, changes } = transition;
  return { ...facts, ...changes, seq, status, deadlines };
}
