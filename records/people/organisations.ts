import type { EmployerKind } from '../../rules/campaign/codes.js';
import type { Database } from '../database.js';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: EmployerKind;
  /** Departments between the unit and the committee, in order; may be empty. */
  readonly chain: readonly string[];
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
      region: row.region,
      chain: row.chain.map(({ departmentId }) => departmentId),
    }
  );
}
