import type { Instant } from '../../rules/calendar/instant.js';
import type { Connection, Database } from '../database.js';
import { stored } from '../timestamps.js';
import { type Application, applicationOf } from './applicationRow.js';

/** The application of this id, or null. */
export async function findApplication(connection: Connection, id: string): Promise<Application | null> {
  const row = await connection.application.findUnique({ where: { id } });
  return row && applicationOf(row);
}

/** The application of this short number, or null. */
export async function findByNumber(connection: Connection, number: string): Promise<Application | null> {
  const row = await connection.application.findUnique({ where: { number } });
  return row && applicationOf(row);
}

/** The short number of an application, or null when there is none of this id. */
export async function numberOf(connection: Connection, id: string): Promise<string | null> {
  const row = await connection.application.findUnique({ where: { id }, select: { number: true } });
  return row?.number ?? null;
}

/** For the sweeper: applications opened before an instant whose workflow was not started, oldest first. */
export async function unstartedApplications(
  database: Database,
  { olderThan, limit }: { readonly olderThan: Instant; readonly limit: number },
): Promise<readonly Application[]> {
  const rows = await database.application.findMany({
    where: { startedAt: null, openedAt: { lt: stored(olderThan) } },
    orderBy: { openedAt: 'asc' },
    take: limit,
  });
  return rows.map(applicationOf);
}

/** Marks or unmarks the application as one that needs an operator. */
export async function setNeedsAttention(
  database: Database,
  { id, needsAttention }: { readonly id: string; readonly needsAttention: boolean },
): Promise<void> {
  await database.application.updateMany({ where: { id }, data: { needsAttention } });
}
