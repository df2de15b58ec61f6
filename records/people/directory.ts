import type { EmployerKind } from '../../rules/campaign/codes.js';
import type { Database } from '../database.js';
import type { Unit } from './organisations.js';

interface Page {
  /** Part of a name or the beginning of an id; absent: everything. */
  readonly q?: string | undefined;
  /** The last id of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

function where({ q, after }: Page) {
  return {
    ...(after === undefined ? {} : { id: { gt: after } }),
    ...(q === undefined ? {} : { OR: [{ name: { contains: q } }, { id: { startsWith: q } }] }),
  };
}

/** A unit with its chain, the departments by name too. */
export interface ListedUnit extends Unit {
  readonly creditCode: string | null;
  readonly chainNames: readonly string[];
}

/** Units in the order of their ids. */
export async function listUnits(database: Database, page: Page): Promise<readonly ListedUnit[]> {
  const rows = await database.unit.findMany({
    where: where(page),
    orderBy: { id: 'asc' },
    take: page.limit,
    include: { chain: { orderBy: { level: 'asc' }, include: { department: true } } },
  });
  return rows.map(({ id, name, kind, rank, region, creditCode, chain }) => ({
    id,
    name,
    rank,
    region,
    creditCode,
    kind: kind as EmployerKind,
    chain: chain.map(({ departmentId }) => departmentId),
    chainNames: chain.map(({ department }) => department.name),
  }));
}

/** Departments in the order of their ids. */
export async function listDepartments(database: Database, page: Page) {
  return await database.department.findMany({ where: where(page), orderBy: { id: 'asc' }, take: page.limit });
}

/** The ids of these that are no departments. */
export async function unknownDepartments(database: Database, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await database.department.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** Adds a department. @throws when its id is taken: see `isAlreadyThere` */
export async function createDepartment(database: Database, data: { readonly id: string; readonly name: string }) {
  return await database.department.create({ data });
}

/** Adds a unit below existing departments. @throws when its id is taken: see `isAlreadyThere` */
export async function createUnit(database: Database, unit: UnitDetails): Promise<void> {
  const { id, name, kind, rank = null, region = null, creditCode = null, chain } = unit;
  const levels = chain.map((departmentId, level) => ({ departmentId, level }));
  await database.unit.create({ data: { id, name, kind, rank, region, creditCode, chain: { create: levels } } });
}

/** Gives a department another name. @throws when it is not there: see `isMissing` */
export async function renameDepartment(database: Database, id: string, name: string) {
  return await database.department.update({ where: { id }, data: { name } });
}

/** Everything registered of a unit. */
export interface UnitDetails extends Unit {
  readonly creditCode?: string | null | undefined;
}

/**
 * Changes everything registered of a unit but its id; its chain is for applications filed from now on.
 *
 * @throws when it is not there, or another unit has its code: see `isMissing`, `isAlreadyThere`
 */
export async function changeUnit(database: Database, unit: UnitDetails): Promise<void> {
  const { id, name, kind, rank = null, region = null, creditCode = null, chain } = unit;
  const levels = chain.map((departmentId, level) => ({ departmentId, level }));
  await database.unit.update({
    where: { id },
    data: { name, kind, rank, region, creditCode, chain: { deleteMany: {}, create: levels } },
  });
}
