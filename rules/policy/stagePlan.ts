import type { Facts, Profile } from '../application/facts.js';
import { entryOf, type OmissibleStage } from '../campaign/codes.js';
import { isFree } from '../candidate/fees.js';
import type { Policy } from './policy.js';

type Takes = Pick<Profile, 'track' | 'level'> & Partial<Pick<Profile, 'specialty' | 'employerKind'>>;

/** Whether a stage is held for these candidates: the campaign has it, and their track does not leave it out. */
export function holds(stage: OmissibleStage, { track, level }: Takes, policy: Policy): boolean {
  const has: Readonly<Record<OmissibleStage, boolean>> = {
    payment: policy.stages.payment.value,
    materials: policy.stages.materials.value,
    defense: policy.stages.defense.value && policy.defense.levels.value.includes(level),
    meeting: true,
    public_notice: policy.stages.publicNotice.value,
  };
  return has[stage] && !(entryOf(policy.codes.tracks, track)?.omits.includes(stage) ?? false);
}

/** What a candidate owes before the application moves on (应办事项): the fee, and the originals. */
export const obligations = ['payment', 'materials'] as const;
export type Obligation = (typeof obligations)[number];

/** Whether these candidates owe one of them: the stage is held for them, and the fee is more than nothing. */
function owes(obligation: Obligation, takes: Takes, policy: Policy): boolean {
  return holds(obligation, takes, policy) && !(obligation === 'payment' && isFree(takes, policy));
}

/** What is asked of these candidates before or after the audit, done or not. */
export function obligationsAround(audit: 'before' | 'after', takes: Takes, policy: Policy): readonly Obligation[] {
  const { paymentBeforeAudit, materialsBeforeAudit } = policy.stages;
  const first = { payment: paymentBeforeAudit.value, materials: materialsBeforeAudit.value };
  return obligations.filter(
    (obligation) => first[obligation] === (audit === 'before') && owes(obligation, takes, policy),
  );
}

/**
 * What is still to be done before the application moves on: fee and originals, each before or after the audit as the
 * policy has it.
 */
export function outstanding(
  { profile, acceptedAt, paidAt, materialsAt }: Pick<Facts, 'profile' | 'acceptedAt' | 'paidAt' | 'materialsAt'>,
  policy: Policy,
): readonly Obligation[] {
  const { paymentBeforeAudit, materialsBeforeAudit } = policy.stages;
  const before = { payment: paymentBeforeAudit.value, materials: materialsBeforeAudit.value };
  const done = { payment: paidAt !== null, materials: materialsAt !== null };
  const audited = acceptedAt !== null;
  return obligations.filter(
    (obligation) => !done[obligation] && owes(obligation, profile, policy) && (audited || before[obligation]),
  );
}

/**
 * Whether candidates pay for their defense apart from the review, when they come to it: their level has such a fee, their
 * track leaves out neither fee nor defense, and they are not exempt from it.
 */
export function owesDefenseFee(profile: Takes & Pick<Profile, 'defenseExempt'>, policy: Policy): boolean {
  if (profile.defenseExempt || !holds('payment', profile, policy) || !holds('defense', profile, policy)) return false;
  return (policy.defenseFee?.value.fees[profile.level] ?? 0) > 0;
}

/** Whether another committee carries out the review of these candidates (委托评审). */
export function isEntrusted({ track }: Takes, { codes }: Pick<Policy, 'codes'>): boolean {
  return entryOf(codes.tracks, track)?.entrusted ?? false;
}
