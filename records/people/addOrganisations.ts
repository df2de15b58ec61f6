import type { Database } from '../database.js';
import type { Unit } from './organisations.js';

/** Adds departments; existing ones stay unchanged. */
export async function addDepartments(
  database: Database,
  departments: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await database.department.createMany({ data: [...departments], skipDuplicates: true });
}

/** Adds units with the departments above them, which must exist; existing units stay unchanged. */
export async function addUnits(database: Database, units: readonly Unit[]): Promise<void> {
  const data = units.map(({ id, name, kind, rank = null, region = null }) => ({ id, name, kind, rank, region }));
  const chains = units.flatMap(({ id: unitId, chain }) =>
    chain.map((departmentId, level) => ({ unitId, level, departmentId })),
  );
  await database.$transaction([
    database.unit.createMany({ data, skipDuplicates: true }),
    database.unitChain.createMany({ data: chains, skipDuplicates: true }),
  ]);
}
