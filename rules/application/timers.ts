import type { Calendar } from '../calendar/calendar.js';
import type { Instant } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import type { Refusal } from '../refusal.js';
import type { Act, Actor, Transition } from './act.js';
import type { Deadline } from './deadline.js';
import { decide, isRefusal } from './decide.js';
import { evolve } from './evolve.js';
import type { Facts } from './facts.js';
import { type EventName, events, findLaw } from './lifecycle.js';

/** Who acts when a deadline comes due. */
export const timerId = 'timer';
const timer: Actor = { role: 'timer', personId: timerId, scope: null };

/** The event by which a deadline passes in this status. */
function eventOf(facts: Facts, deadline: Deadline): EventName | undefined {
  return events.find((event) => findLaw(facts.status, event)?.when === deadline.name);
}

function timerAct(facts: Facts, deadline: Deadline, event: EventName): Act {
  const receivedAt = Math.max(deadline.due, facts.lastAt ?? deadline.due);
  const key = `timer:${deadline.name}:${facts.seq + 1}`;
  return { key, event, actor: timer, receivedAt, expectedSeq: null, data: {}, freeTextHash: null };
}

/** The transition each running deadline makes when it comes due. One that is held back by an open objection is left out. */
function firing(facts: Facts, policy: Policy, calendar: Calendar): Transition[] {
  if (facts.tolledSince !== null) return [];
  return Object.values(facts.deadlines).flatMap((deadline) => {
    const event = eventOf(facts, deadline);
    if (!event) return [];
    const act = timerAct(facts, deadline, event);
    const outcome = decide(facts, act, policy, calendar, act.receivedAt);
    return isRefusal(outcome) ? [] : [outcome];
  });
}

/** Whether a deadline made this transition, and no person. */
export const isDeadlines = ({ actor }: Pick<Transition, 'actor'>): boolean => actor.personId === timerId;

/** The next instant at which a deadline moves the application by itself, or null. */
export function nextDue(facts: Facts, policy: Policy, calendar: Calendar): Instant | null {
  return nextTransition(facts, policy, calendar)?.at ?? null;
}

/** The transition that the next deadline makes by itself, or null. */
export function nextTransition(facts: Facts, policy: Policy, calendar: Calendar): Transition | null {
  return dueTransition(facts, policy, calendar, Number.POSITIVE_INFINITY);
}

/** The transition of the first deadline that has come due by `upTo` (inclusive), or null. */
export function dueTransition(facts: Facts, policy: Policy, calendar: Calendar, upTo: Instant): Transition | null {
  const due = firing(facts, policy, calendar).filter(({ at }) => at <= upTo);
  return due.reduce<Transition | null>((first, other) => (first && first.at <= other.at ? first : other), null);
}

/** The transitions that may come next by `upTo`: several only where deadlines come due at the same instant. */
export function deadlinesDue(facts: Facts, policy: Policy, calendar: Calendar, upTo: Instant): readonly Transition[] {
  const due = firing(facts, policy, calendar).filter(({ at }) => at <= upTo);
  const first = Math.min(...due.map(({ at }) => at));
  return due.filter(({ at }) => at === first);
}

/** Every transition that deadlines make by `upTo`, in order. */
export function dueTransitions(facts: Facts, policy: Policy, calendar: Calendar, upTo: Instant): Transition[] {
  const first = dueTransition(facts, policy, calendar, upTo);
  return first ? [first, ...dueTransitions(evolve(facts, first), policy, calendar, upTo)] : [];
}

/**
 * Judges an act by the instant it was registered, after the deadlines that had come due by then. Returns the act's own
 * transition or refusal, without the deadlines' transitions.
 */
export function judge(facts: Facts, act: Act, policy: Policy, calendar: Calendar, now: Instant): Transition | Refusal {
  const due = dueTransitions(facts, policy, calendar, act.receivedAt);
  return decide(due.reduce(evolve, facts), act, policy, calendar, now);
}
