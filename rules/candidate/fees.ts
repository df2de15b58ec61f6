import type { Level } from '../campaign/codes.js';
import type { Policy } from '../policy/policy.js';

/**
 * The fee of a candidate, in fen (通知 五（四）): that of the committee where it has its own, else the campaign's. The API
 * takes a policy only with a fee for every level.
 */
export function feeOf(
  { level, specialty }: { readonly level: Level; readonly specialty: string },
  { fees, reviewCommittee }: Pick<Policy, 'fees' | 'reviewCommittee'>,
): number {
  const committee = reviewCommittee.committees.value.find(({ specialties }) => specialties.includes(specialty));
  const fee = (committee?.fees ?? fees.value)[level];
  if (fee === undefined) throw new RangeError(`The policy has no fee for the level ${level}.`);
  return fee;
}
