import type { Profile } from '../../rules/application/facts.js';
import type { EmployerKind, EmployerRank } from '../../rules/campaign/codes.js';
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

/** What a candidate's profile says of their unit. */
export function employerOfUnit({
  kind,
  rank,
}: Pick<Unit, 'kind' | 'rank'>): Pick<Profile, 'employerKind' | 'employerRank'> {
  return rank ? { employerKind: kind, employerRank: rank } : { employerKind: kind };
}
