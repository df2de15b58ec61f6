import { isDeepStrictEqual } from 'node:util';
import { eventHash, openingHash, openingOf } from '../../../records/application/eventHash.js';
import type { TimelineEntry } from '../../../records/application/timeline.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** What the law makes of the acts of an application. */
export interface Expected {
  readonly facts: Facts;
  readonly transitions: readonly Transition[];
  /** The first step that the law would not have taken as it was, in words. */
  readonly broken: string | null;
}

/** Whether two values are written alike. */
export const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));
const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/**
 * Folds the registered acts of an application by the law, in the order they were recorded, with the deadlines between
 * them and those that have come due since.
 */
export function expectedOf(
  opening: Facts,
  { entries, acts }: { readonly entries: readonly TimelineEntry[]; readonly acts: readonly Act[] },
  { policy, calendar, upTo }: { readonly policy: Policy; readonly calendar: Calendar; readonly upTo: Instant },
): Expected {
  const byKey = new Map(acts.map((act) => [act.key, act]));
  let facts = opening;
  const transitions: Transition[] = [];
  const apply = (transition: Transition) => {
    transitions.push(transition);
    facts = evolve(facts, transition);
  };
  for (const { transition } of entries) {
    const act = byKey.get(transition.key);
    const before = dueTransitions(facts, policy, calendar, act?.receivedAt ?? transition.at)[0];
    const expected = act && !before ? decide(facts, act, policy, calendar, act.receivedAt) : before;
    if (!expected || isRefusal(expected) || !same(expected, transition)) {
      const instead = expected ? (isRefusal(expected) ? expected.code : expected.event) : 'nothing';
      return { facts, transitions, broken: `seq ${transition.seq}: ${transition.event}, by the law ${instead}` };
    }
    apply(expected);
  }
  dueTransitions(facts, policy, calendar, upTo).forEach(apply);
  const missing = transitions[entries.length];
  return { facts, transitions, broken: missing ? `${missing.event} was due and is not recorded` : null };
}

/** The hash chain of a record, recomputed from its opening and its events. */
export function hashesOf(
  opening: Facts,
  {
    number,
    openedAt,
    entries,
  }: { readonly number: string; readonly openedAt: Instant; readonly entries: readonly TimelineEntry[] },
): readonly string[] {
  const { applicationId } = opening;
  const hashes = [openingHash(openingOf(opening, number), openedAt)];
  for (const { transition } of entries) hashes.push(eventHash(applicationId, transition, hashes.at(-1) ?? ''));
  return hashes;
}
