import type { BilingualText } from '../bilingualText.js';
import type { Policy } from '../policy/policy.js';
import type { Objection } from './facts.js';
import type { Role, Status } from './lifecycle.js';

/** The two publicities an objection can be raised in. */
export const objectionStages = ['unit_publicity', 'public_notice'] as const satisfies readonly Status[];
export type ObjectionStage = (typeof objectionStages)[number];

/** What an objection came to. */
export const objectionOutcomes = ['upheld', 'dismissed'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];
export const objectionOutcomeLabels: Readonly<Record<ObjectionOutcome, BilingualText>> = {
  upheld: { zh: '异议成立', en: 'Upheld' },
  dismissed: { zh: '异议不成立', en: 'Dismissed' },
};

/** Who may be given an objection to look into. */
export const investigatorRoles = ['supervisor', 'office'] as const satisfies readonly Role[];
export type InvestigatorRole = (typeof investigatorRoles)[number];

/** Whether an objection keeps a notice from ending: while it is open, if its author can be reached or the policy asks for no more. */
export function holdsUp(
  { outcome, unreachable }: Pick<Objection, 'outcome' | 'unreachable'>,
  { reviewCommittee }: Pick<Policy, 'reviewCommittee'>,
): boolean {
  return outcome === null && (unreachable !== true || reviewCommittee.unreachableObjectionHolds.value);
}
