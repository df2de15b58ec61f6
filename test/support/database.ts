import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from '../../ops/testNeeds.js';
import { testServices } from './services.js';

/** The database of one suite. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates a database for one suite, migrated unless `empty`; `name` makes it recognizable. Drop it in `afterAll`. */
export async function createDatabase(name: string, options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const { databaseUrl } = testServices;
  const database = `${name.replaceAll(/\W+/g, '_').toLowerCase()}_${randomBytes(4).toString('hex')}`;
  await administer(
    databaseUrl,
    `CREATE DATABASE ${database} TEMPLATE ${options.empty ? 'template0' : TEMPLATE} STRATEGY FILE_COPY`,
  );
  return {
    url: Object.assign(new URL(databaseUrl), { pathname: `/${database}` }).href,
    drop: () => administer(databaseUrl, `DROP DATABASE ${database} WITH (FORCE)`),
  };
}

async function administer(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
