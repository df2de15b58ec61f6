import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from '../../ops/testNeeds.js';
import { testServices } from './services.js';

/** The database of one suite. */
export interface TestDatabase {
  /** as the product reaches it; an empty one as its owner, who may migrate it */
  readonly url: string;
  /** as its owner */
  readonly ownerUrl: string;
  /** Runs statements as the owner, past the triggers: what breaks a table or rewrites the past. */
  asOwner(statements: string, values?: readonly unknown[]): Promise<void>;
  drop(): Promise<void>;
}

/** Creates a database for one suite, migrated unless `empty`; `name` makes it recognizable. Drop it in `afterAll`. */
export async function createDatabase(name: string, options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const { databaseUrl, productDatabaseUrl } = testServices;
  const database = `${name.replaceAll(/\W+/g, '_').toLowerCase()}_${randomBytes(4).toString('hex')}`;
  await administer(
    databaseUrl,
    `CREATE DATABASE ${database} TEMPLATE ${options.empty ? 'template0' : TEMPLATE} STRATEGY FILE_COPY`,
  );
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return {
    url: at(options.empty ? databaseUrl : productDatabaseUrl),
    ownerUrl: at(databaseUrl),
    asOwner: (statements, values) =>
      administer(`${at(databaseUrl)}?options=-c%20session_replication_role%3Dreplica`, statements, values),
    drop: () => administer(databaseUrl, `DROP DATABASE ${database} WITH (FORCE)`),
  };
}

async function administer(databaseUrl: string, statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}
