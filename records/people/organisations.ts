import type { Profile } from '../../rules/application/facts.js';
import type { EmployerKind, EmployerRank } from '../../rules/campaign/codes.js';
import { comesFromOutside } from '../../rules/candidate/entrustment.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Database } from '../database.js';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: EmployerKind;
  /** Departments between the unit and the committee, in order; may be empty. */
  readonly chain: readonly string[];
  /** Its rank; null or absent: not registered. */
  readonly rank?: EmployerRank | null | undefined;
  /** The code of its administrative region (GB/T 2260); null or absent: not registered. */
  readonly region?: string | null | undefined;
}

/** The unit with its chain, or null. */
export async function findUnit(database: Database, id: string): Promise<Unit | null> {
  const row = await database.unit.findUnique({ where: { id }, include: { chain: { orderBy: { level: 'asc' } } } });
  return (
    row && {
      id: row.id,
      name: row.name,
      kind: row.kind as EmployerKind,
      rank: row.rank,
      region: row.region,
      chain: row.chain.map(({ departmentId }) => departmentId),
    }
  );
}

/** What a candidate's profile says of their unit, by the policy it is opened under. */
export function employerOfUnit(
  { id, kind, rank, region = null, chain }: Unit,
  policy: Pick<Policy, 'localUnits'>,
): Pick<Profile, 'employerKind' | 'employerRank' | 'outsider'> {
  const outside = comesFromOutside({ unitId: id, chain, unitRegion: region }, policy);
  return { employerKind: kind, ...(rank ? { employerRank: rank } : {}), ...(outside ? { outsider: true } : {}) };
}
