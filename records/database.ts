import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from './generated/client.js';
import { Vault } from './sealed/vault.js';

/**
 * The Prisma client, with the pool beneath it. The functions under records/ take it; close it with `closeDatabase`. Plain
 * reads and writes use the client. Statements that lock, compare or run with every act use the pool: prepared once, they
 * cost a third of what the client costs. The vault encrypts and decrypts what identifies people.
 */
export type Database = PrismaClient & { readonly pool: pg.Pool; readonly vault: Vault };
/** Either the database or a transaction on it. */
export type Connection = Prisma.TransactionClient;
/** The pool, or one of its connections within a transaction. */
export type Statements = Pick<pg.Pool | pg.PoolClient, 'query'>;

export interface DatabaseOptions {
  /** Connections this process opens at most. Default 10. */
  readonly poolSize?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Where the keys of the installation lie; without them no personal data can be read or written. */
  readonly dataDir?: string;
  /** How long a statement may take, in ms. Default 30 s. */
  readonly timeoutMs?: number;
}

/** How long a query waits for a connection, in ms. */
const connecting = 15_000;

/** Opens a pool; the first query connects. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const timeout = options.timeoutMs ?? 30_000;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.name ?? 'pingshen',
    // The adapter reads and writes instants without looking at the session's zone, so the session must be in UTC.
    options: '-c TimeZone=UTC',
    // The server ends a statement that takes too long; a server that has stopped answering does not, so the client does.
    statement_timeout: timeout,
    query_timeout: timeout + 1_000,
    connectionTimeoutMillis: connecting,
    keepAlive: true,
  });
  // A connection that breaks is replaced by the next query, and whoever uses it gets the error of their statement; without
  // a listener it would end the process: the pool listens while it is idle, this while it is in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const vault = new Vault(pool, options.dataDir ?? null);
  // The client's own limits, 2 s and 5 s, are less than a busy machine or a short outage takes.
  const transactionOptions = { maxWait: Math.min(connecting, timeout), timeout };
  return Object.assign(new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }), { pool, vault });
}

/** Waits for running queries and closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$disconnect();
  await database.pool.end();
}

/** Whether the database answers, in time for what asks. */
export async function isReachable(database: Database): Promise<boolean> {
  return await database.pool.query({ text: 'SELECT 1', query_timeout: 1_000 } as pg.QueryConfig).then(
    () => true,
    () => false,
  );
}

/** Builds SQL with parameters; only for files under records/. */
export const { sql, join, empty, raw } = Prisma;
