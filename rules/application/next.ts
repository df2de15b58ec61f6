import { thresholdMet } from '../meeting/meeting.js';
import type { Policy } from '../policy/policy.js';
import type { Facts } from './facts.js';
import type { EventLaw, Status } from './lifecycle.js';

/** Chooses between the statuses a row of the law lists, by the facts after the act. */
type Chooser = (after: Facts, policy: Policy) => Status;

/** After acceptance: the first of payment, defense and review that policy and level require. */
function fromPayment(facts: Facts, policy: Policy): Status {
  const outstanding = facts.paidAt === null || facts.materialsAt === null;
  return policy.stages.payment.value && outstanding ? 'payment' : fromDefense(facts, policy);
}

function fromDefense({ profile }: Facts, policy: Policy): Status {
  const defends = policy.stages.defense.value && policy.defense.levels.value.includes(profile.level);
  return defends && !profile.defenseExempt ? 'defense' : 'review';
}

function upheld({ objections }: Facts): boolean {
  return objections.some(({ outcome }) => outcome === 'upheld');
}

function onward({ chainLevel, chain }: Facts): Status {
  return chainLevel < chain.length ? 'superior_review' : 'committee_audit';
}

export const choosers = {
  after_posting: (_after, policy) => (policy.stages.unitPublicity.value ? 'unit_publicity' : 'recommendation'),
  after_publicity_objection: (after) => (upheld(after) ? 'not_recommended' : 'unit_publicity'),
  after_recommendation: onward,
  after_forwarding: onward,
  after_acceptance: fromPayment,
  after_resubmission: (_after, policy) => (policy.correctionViaUnit.value ? 'correction_review' : 'committee_audit'),
  after_payment: fromPayment,
  after_materials: fromPayment,
  after_absence: (after, policy) =>
    after.absences > policy.defense.reschedulesAfterAbsence.value ? 'review' : 'defense',
  after_tally: (after, policy) => {
    if (after.tally === null || !thresholdMet(after.tally, policy)) return 'not_passed';
    return policy.stages.publicNotice.value ? 'public_notice' : 'conferred';
  },
  after_notice_objection: (after) => (upheld(after) ? 'disqualified' : 'public_notice'),
} as const satisfies Record<string, Chooser>;
export type ChooserName = keyof typeof choosers;

/** The status a row of the law leads to, by the facts after the act. */
export function nextStatus(law: EventLaw, after: Facts, policy: Policy): Status {
  if (law.next === 'stays') return after.status;
  return typeof law.next === 'string' ? law.next : choosers[law.next.choose](after, policy);
}
