import type { Transition } from '../application/act.js';
import type { Facts } from '../application/facts.js';
import { findLaw, lifecycle, type Role, type Status, type StatusLaw, statuses } from '../application/lifecycle.js';
import type { LocalDate } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';

// What a sanction takes from a unit is taking part in reviews: its own people's applications. Its duties for the units below it, whose
// department it is, stay: the clause names nobody who would have them, and applications of people who did nothing would lapse meanwhile.
// Every act names its person, and what the unit above forwards is audited by the office. Responsible persons are barred by sanctions of
// their own, and the operator takes a role away.

/**
 * Statuses in which an application stands at a unit that has not recommended it yet. While a sanction of the unit runs, the
 * department above decides in its place, where the policy has it so.
 */
export const beforeRecommendation: readonly Status[] = statuses.filter((status) => {
  const { turn, deadlines }: StatusLaw = lifecycle[status];
  return turn === 'unit' && deadlines.includes('filing_cutoff');
});

/** Whether an application waits in a status for somebody to recommend it. */
export const waitsForRecommendation = (status: Status): boolean => findLaw(status, 'recommend') !== null;

/** Whether a transition leads to the recommendation. */
export const leadsToRecommendation = ({ from, to }: Pick<Transition, 'from' | 'to'>): boolean =>
  from !== to && waitsForRecommendation(to);

/** Whether the department directly above a unit under sanction decides in its place. */
export const departmentDecides = (
  { chain }: { readonly chain: readonly unknown[] },
  { sanctions }: Pick<Policy, 'sanctions'>,
): boolean => sanctions.unitPassedBy.value && chain.length > 0;

/** Who is told that an application waits to be recommended: who recommends it, or the office where nobody may. */
export type AskedToRecommend = Extract<Role, 'unit' | 'department' | 'office'>;

/** Who is told that an application waits to be recommended, given the last day of a sanction of its unit that is in force. */
export function askedToRecommend(
  facts: Pick<Facts, 'chain'>,
  policy: Pick<Policy, 'sanctions'>,
  unitSanctionedUntil: LocalDate | null,
): AskedToRecommend {
  if (unitSanctionedUntil === null) return 'unit';
  return departmentDecides(facts, policy) ? 'department' : 'office';
}
