import { thresholdMet } from '../meeting/meeting.js';
import type { Policy } from '../policy/policy.js';
import { holds, isEntrusted, outstanding, owesDefenseFee } from '../policy/stagePlan.js';
import type { Facts } from './facts.js';
import type { EventLaw, Status } from './lifecycle.js';
import { goesToUnit } from './publicity/republish.js';

/** Chooses between the statuses a row of the law lists, by the facts after the act. */
type Chooser = (after: Facts, policy: Policy) => Status;

/** At the committee: fee and originals as far as they come before the audit, then the audit, then what comes after it. */
function atCommittee(facts: Facts, policy: Policy): Status {
  if (outstanding(facts, policy).length > 0) return 'payment';
  return facts.acceptedAt === null ? 'committee_audit' : fromDefense(facts, policy);
}

function fromDefense({ profile }: Facts, policy: Policy): Status {
  if (isEntrusted(profile, policy)) return 'entrusted';
  if (owesDefenseFee(profile, policy)) return 'defense_payment';
  if (holds('defense', profile, policy) && !profile.defenseExempt) return 'defense';
  return holds('meeting', profile, policy) ? 'review' : fromMeeting(profile, policy);
}

/** Away from where an amendment has left nothing to wait for: fee, originals or the defense. */
function afterAmendment(facts: Facts, policy: Policy): Status {
  const { status, profile } = facts;
  if (status === 'payment') return atCommittee(facts, policy);
  const waits = status === 'defense' ? holds('defense', profile, policy) : owesDefenseFee(profile, policy);
  return waits ? status : fromDefense(facts, policy);
}

function fromMeeting(profile: Facts['profile'], policy: Policy): Status {
  return holds('public_notice', profile, policy) ? 'public_notice' : 'conferred';
}

function upheld({ objections }: Facts): boolean {
  return objections.some(({ outcome }) => outcome === 'upheld');
}

function onward(facts: Facts, policy: Policy): Status {
  return facts.chainLevel < facts.chain.length ? 'superior_review' : atCommittee(facts, policy);
}

export const choosers = {
  after_posting: (_after, policy) => (policy.stages.unitPublicity.value ? 'unit_publicity' : 'recommendation'),
  // A correction's publicity goes on as such.
  after_publicity_objection: (after) => (upheld(after) ? 'not_recommended' : after.status),
  after_recommendation: onward,
  after_forwarding: onward,
  after_acceptance: atCommittee,
  after_resubmission: (after, policy) => (goesToUnit(after, policy) ? 'correction_review' : 'committee_audit'),
  after_payment: atCommittee,
  after_amendment: afterAmendment,
  after_materials: atCommittee,
  after_absence: (after, policy) =>
    after.absences > policy.defense.reschedulesAfterAbsence.value ? 'review' : 'defense',
  after_tally: (after, policy) => {
    if (after.tally === null || !thresholdMet(after.tally, policy)) return 'not_passed';
    return fromMeeting(after.profile, policy);
  },
  after_entrusted_result: ({ entrustedResult, profile }, policy) =>
    entrustedResult?.passed ? fromMeeting(profile, policy) : 'not_passed',
  after_notice_objection: (after) => (upheld(after) ? 'disqualified' : 'public_notice'),
} satisfies Record<string, Chooser>;
export type ChooserName = keyof typeof choosers;

/** The status a row of the law leads to, by the facts after the act. */
export function nextStatus(law: EventLaw, after: Facts, policy: Policy): Status {
  if (law.next === 'stays') return after.status;
  return typeof law.next === 'string' ? law.next : choosers[law.next.choose](after, policy);
}
