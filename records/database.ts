import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from './generated/client.js';

/**
 * The Prisma client, with the pool beneath it. The functions under records/ take it; close it with `closeDatabase`. Plain
 * reads and writes use the client. Statements that lock, compare or run with every act use the pool: prepared once, they
 * cost a third of what the client costs.
 */
export type Database = PrismaClient & { readonly pool: pg.Pool };
/** Either the database or a transaction on it. */
export type Connection = Prisma.TransactionClient;
/** The pool, or one of its connections within a transaction. */
export type Statements = Pick<pg.Pool | pg.PoolClient, 'query'>;

export interface DatabaseOptions {
  /** Connections this process opens at most. Default 10. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** Opens a pool; the first query connects. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.name ?? 'pingshen',
    // The adapter reads and writes instants without looking at the session's zone, so the session must be in UTC.
    options: '-c TimeZone=UTC',
  });
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return Object.assign(new PrismaClient({ adapter: new PrismaPg(pool) }), { pool });
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
  await database.pool.end();
}

/** Whether the database answers. */
export async function isReachable(database: Database): Promise<boolean> {
  return await database.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
}

/** Builds SQL with parameters; only for files under records/. */
export const { sql, join, empty, raw } = Prisma;
