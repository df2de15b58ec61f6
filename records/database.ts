import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.js';

/** The one way to the database. Give it to the functions of this room; close it with `closeDatabase`. */
export type Database = PrismaClient;
/** Either the database or a transaction on it. */
export type Connection = Prisma.TransactionClient;

export interface DatabaseOptions {
  /** Connections this process opens at most. Default 10. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** Opens a pool; the first query connects. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.name ?? 'pingshen',
    // The adapter reads and writes instants without looking at the session's zone, so the session must be in UTC.
    options: '-c TimeZone=UTC',
  });
  return new PrismaClient({ adapter });
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
}

/** Whether the database answers. */
export async function isReachable(database: Database): Promise<boolean> {
  return await database.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
}

/** Pieces of SQL with parameters, for the rest of this room. */
export const { sql, join, empty } = Prisma;
