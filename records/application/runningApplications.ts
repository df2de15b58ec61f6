import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';
import { type Application, applicationOf } from './applicationRow.js';

const final = statuses.filter(isFinal);

/** A page of the applications whose workflow should be running, by descending id; `before` is the last id of the page before. */
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

/** The first of them by ascending id, or null. */
export async function firstRunningApplication(database: Database): Promise<Application | null> {
  const where = { status: { notIn: [...final] }, startedAt: { not: null } };
  const row = await database.application.findFirst({ where, orderBy: { id: 'asc' } });
  return row && applicationOf(row);
}
