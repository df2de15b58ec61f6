import type { Profile } from '../application/facts.js';
import { lawsIn, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Level } from '../campaign/codes.js';
import type { Policy } from '../policy/policy.js';

/** The parts of what a candidate pays: that of the review, and that of the defense where a notice sets it apart. */
export const feePartLabels = {
  review: { zh: '评审费', en: 'Review fee' },
  defense: { zh: '答辩费', en: 'Defense fee' },
} as const satisfies Record<string, BilingualText>;
export type FeePart = keyof typeof feePartLabels;

/** The event that confirms each part. */
export const eventOfPart = { review: 'confirm_payment', defense: 'confirm_defense_fee' } as const;

/** The deadline by which each part is paid. */
export const dueOfPart = { review: 'payment_due', defense: 'defense_fee_due' } as const;

/** The part that is paid in a status, or null where the law takes no payment. */
export function partPaidIn(status: Status): FeePart | null {
  const events = lawsIn(status).map(([event]) => event);
  if (events.includes(eventOfPart.defense)) return 'defense';
  return events.includes(eventOfPart.review) ? 'review' : null;
}

/**
 * Whether a candidate has nothing to pay for the review: the fee of their level is 0, or people of their kind of employer are
 * exempt from it. Nothing to pay is paid: no application waits for it, and none lapses for it.
 */
export function isFree(
  of: Partial<Pick<Profile, 'specialty' | 'employerKind'>> & Pick<Profile, 'level'>,
  policy: Pick<Policy, 'fees' | 'feeExemptEmployers' | 'defenseFee' | 'reviewCommittee'>,
): boolean {
  const { level, specialty, employerKind } = of;
  if (employerKind !== undefined && policy.feeExemptEmployers?.value.includes(employerKind)) return true;
  return specialty !== undefined && feeOf({ level, specialty }, policy) === 0;
}

/** Where the notice has a part of the fee, as people cite it. */
export const clauseOfFee = ({ fees, defenseFee }: Pick<Policy, 'fees' | 'defenseFee'>, part: FeePart): string =>
  ((part === 'defense' ? defenseFee : null) ?? fees).clause;

/**
 * The fee of a candidate, in fen (通知 三、其他事宜（四）): that of the committee where it has its own, else the campaign's. The API
 * takes a policy only with a fee for every level. Of the defense: what the policy sets apart, 0 where it sets nothing.
 */
export function feeOf(
  { level, specialty }: { readonly level: Level; readonly specialty: string },
  { fees, defenseFee, reviewCommittee }: Pick<Policy, 'fees' | 'defenseFee' | 'reviewCommittee'>,
  part: FeePart = 'review',
): number {
  if (part === 'defense') return defenseFee?.value.fees[level] ?? 0;
  const committee = reviewCommittee.committees.value.find(({ specialties }) => specialties.includes(specialty));
  const fee = (committee?.fees ?? fees.value)[level];
  if (fee === undefined) throw new RangeError(`The policy has no fee for the level ${level}.`);
  return fee;
}
