import { eventHash } from '../../../records/application/eventHash.js';
import type { TimelineEntry } from '../../../records/application/timeline.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** Folds the registered acts of an application by the law, with the deadlines between them. */
export function expectedOf(
  opening: Facts,
  acts: readonly Act[],
  { policy, calendar, upTo }: { readonly policy: Policy; readonly calendar: Calendar; readonly upTo: Instant },
): { readonly facts: Facts; readonly transitions: readonly Transition[]; readonly refused: readonly string[] } {
  let facts = opening;
  const transitions: Transition[] = [];
  const refused: string[] = [];
  const apply = (transition: Transition) => {
    transitions.push(transition);
    facts = evolve(facts, transition);
  };
  for (const act of acts.toSorted((one, other) => one.receivedAt - other.receivedAt)) {
    dueTransitions(facts, policy, calendar, act.receivedAt).forEach(apply);
    const outcome = decide(facts, act, policy, calendar, act.receivedAt);
    if (isRefusal(outcome)) refused.push(act.key);
    else apply(outcome);
  }
  dueTransitions(facts, policy, calendar, upTo).forEach(apply);
  return { facts, transitions, refused };
}

/** The hash chain of a record, recomputed from its events. */
export function hashesOf(applicationId: string, entries: readonly TimelineEntry[]): readonly string[] {
  const hashes = [entries[0]?.prevHash ?? ''];
  for (const { transition } of entries) hashes.push(eventHash(applicationId, transition, hashes.at(-1) ?? ''));
  return hashes;
}
