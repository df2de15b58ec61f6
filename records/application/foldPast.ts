import type { Act, Answer, Transition } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { dueTransitions } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Refusal } from '../../rules/refusal.js';

/** The law refuses an act of the past, so the past cannot be imported. */
export class PastRefused extends Error {
  override readonly name = 'PastRefused';
  constructor(
    readonly act: Act,
    readonly refusal: Refusal,
  ) {
    super(`${act.event} (${act.key}): ${refusal.code} ${refusal.message}`);
  }
}

export interface Past {
  readonly transitions: readonly Transition[];
  readonly facts: Facts;
  /** The answer to each act, by its key. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/**
 * Judges past acts again, in the order they were registered, and applies every deadline that passed between them and until `upTo`.
 *
 * @throws PastRefused
 */
export function foldPast(
  opening: Facts,
  acts: readonly Act[],
  policy: Policy,
  calendar: Calendar,
  upTo: Instant,
): Past {
  let facts = opening;
  const transitions: Transition[] = [];
  const apply = (transition: Transition) => {
    transitions.push(transition);
    facts = evolve(facts, transition);
  };
  for (const act of acts.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    dueTransitions(facts, policy, calendar, act.receivedAt).forEach(apply);
    const outcome = decide(facts, act, policy, calendar, upTo);
    if (isRefusal(outcome)) throw new PastRefused(act, outcome);
    apply(outcome);
  }
  dueTransitions(facts, policy, calendar, upTo).forEach(apply);
  const answers = Object.fromEntries(transitions.map(({ key, to: status, seq }) => [key, { status, seq }]));
  return { transitions, facts, answers };
}
