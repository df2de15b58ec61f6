import type { Level, Policy } from '../policy/policy.js';

/** What a candidate pays, in fen (通知 五（四）): their committee's fee where it has its own, else the campaign's. */
export function feeOf(
  { level, specialty }: { readonly level: Level; readonly specialty: string },
  { fees, reviewCommittee }: Pick<Policy, 'fees' | 'reviewCommittee'>,
): number {
  const committee = reviewCommittee?.committees.value.find(({ specialties }) => specialties.includes(specialty));
  return (committee?.fees ?? fees.value)[level];
}
