import { addDays, type Instant, instantOf, localDateOf, startOfDay } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { departmentWindows, filingWindows, windowsOfCommittee, windowsOfDefenseFee } from '../policy/policyWindows.js';
import { policyOfRound } from '../policy/rounds.js';
import type { Facts } from './facts.js';

/**
 * The first instant after `now` from which the same facts may allow something else: a deadline comes due, a period opens or
 * ends, a defense is over, or the day in Beijing ends. Until then an application changes only by an act.
 */
export function nextChange(facts: Facts, pinned: Policy, now: Instant): Instant {
  const policy = policyOfRound(pinned, facts.round);
  const windows = [
    ...filingWindows(policy),
    ...departmentWindows(policy),
    ...windowsOfCommittee(policy),
    ...windowsOfDefenseFee(policy),
  ];
  const instants = [
    ...Object.values(facts.deadlines).map(({ due }) => due),
    ...windows.flatMap(({ opens, due }) => [opens, due]),
    instantOf(policy.filing.opens.value),
    ...(facts.defenseAt === null ? [] : [facts.defenseAt]),
  ];
  const tomorrow = startOfDay(addDays(localDateOf(now), 1));
  return Math.min(tomorrow, ...instants.filter((instant) => instant > now));
}
