import type { ExpertRank } from '../../rules/committee/experts.js';
import type { Policy } from '../../rules/policy/policy.js';
import { sampleUnits } from '../samples/organisations.js';

/** An expert of the demo's pool, by account name. */
export interface PoolExpert {
  readonly name: string;
  readonly specialties: readonly string[];
  readonly rank: ExpertRank;
  readonly unitId: string | null;
  readonly employerName: string;
}

const count = 30;
const listed = ['chair', 'expert', 'expert2', 'expert3'];
const employers = ['新疆大学', '石河子大学', '塔里木大学', '自治区特种设备检验研究院', '自治区化工设计研究院'];

/** Account names of the experts that are not listed. */
export const unlistedExperts: readonly string[] = Array.from(
  { length: count - listed.length },
  (_, index) => `expert${index + listed.length}`,
);

/** Thirty experts, the campaign's specialties in turn; every sixth works at a unit where people apply. */
export function poolExperts({ specialties }: Policy): readonly PoolExpert[] {
  return [...listed, ...unlistedExperts].map((name, index) => {
    const unit = index % 6 === 5 ? sampleUnits[index % sampleUnits.length] : undefined;
    const specialty = specialties[index % specialties.length];
    return {
      name,
      specialties: specialty ? [specialty.code] : [],
      rank: index % 3 === 0 ? 'senior' : 'deputy_senior',
      unitId: unit?.id ?? null,
      employerName: unit?.name ?? employers[index % employers.length] ?? '',
    };
  });
}
