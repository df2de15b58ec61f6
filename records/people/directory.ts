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
  /** The unit above it; its chain begins with that. */
  readonly superiorId: string | null;
  readonly superiorName: string | null;
  readonly chainNames: readonly string[];
}

/** Units in the order of their ids. */
export async function listUnits(database: Database, page: Page): Promise<readonly ListedUnit[]> {
  const rows = await database.unit.findMany({
    where: where(page),
    orderBy: { id: 'asc' },
    take: page.limit,
    include: {
      chain: { orderBy: { level: 'asc' }, include: { department: true } },
      superior: { select: { name: true } },
    },
  });
  return rows.map(({ id, name, kind, rank, region, creditCode, superiorId, superior, chain }) => ({
    id,
    name,
    rank,
    region,
    creditCode,
    superiorId,
    superiorName: superior?.name ?? null,
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

/** Gives a department another name. @throws when it is not there: see `isMissing` */
export async function renameDepartment(database: Database, id: string, name: string) {
  return await database.department.update({ where: { id }, data: { name } });
}
