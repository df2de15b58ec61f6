import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';
import { type Application, applicationOf } from './applicationRow.js';

const final = statuses.filter(isFinal);

/** Applications whose workflow should be running, by id from the last to the first, a page at a time; `before` is an id. */
export async function runningApplications(
  database: Database,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly Application[]> {
  const rows = await database.application.findMany({
    where: { status: { notIn: [...final] }, startedAt: { not: null }, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(applicationOf);
}

/** The first of them by id, or null. */
export async function firstRunningApplication(database: Database): Promise<Application | null> {
  const where = { status: { notIn: [...final] }, startedAt: { not: null } };
  const row = await database.application.findFirst({ where, orderBy: { id: 'asc' } });
  return row && applicationOf(row);
}
