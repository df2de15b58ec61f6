import type { CommitteeLaw, CommitteeRules, Policy } from './policy.js';

/** The committee that judges a specialty, or null. */
export function committeeOf(
  specialty: string,
  { reviewCommittee }: Pick<Policy, 'reviewCommittee'>,
): CommitteeLaw | null {
  return reviewCommittee.committees.value.find(({ specialties }) => specialties.includes(specialty)) ?? null;
}

/** The fewest members a committee may have, alternates not counted. */
export function minimumMembers({ kind }: Pick<CommitteeLaw, 'kind'>, rules: CommitteeRules): number {
  return kind === 'series' ? rules.minimumSeries.value : rules.minimumSpecialty.value;
}
