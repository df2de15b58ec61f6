import type { Transition } from '../../../rules/application/act.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { type Reminder, remindersIn } from '../../../rules/notifications/reminders.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** All reminders of an application: in each status those that fall due while it lasts. */
export function expectedReminders(
  opening: Facts,
  openedAt: Instant,
  transitions: readonly Transition[],
  policy: Policy,
): readonly Reminder[] {
  const reminders: Reminder[] = [];
  let [facts, since] = [opening, openedAt];
  for (const transition of transitions) {
    reminders.push(...remindersIn(facts, policy).filter(({ at }) => at > since && at < transition.at));
    facts = evolve(facts, transition);
    since = Math.max(since, transition.at);
  }
  return [...reminders, ...remindersIn(facts, policy).filter(({ at }) => at > since)];
}
