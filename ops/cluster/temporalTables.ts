import pg from 'pg';
import { inheritEnvironment } from '../../config/environment.js';
import type { Print } from '../process/progress.js';
import { runTool } from '../process/runTool.js';

/** The role that owns the databases of Temporal and sees no other. */
const ROLE = 'temporal';
/** The databases by the part of Temporal's schema each holds. */
const databases = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;

/**
 * Brings Temporal's databases to the schema of its SQL tool: makes the role, the databases and the tables that are
 * missing, and updates those of an earlier version. Doing it again changes nothing.
 *
 * @param url PostgreSQL's address for a role that may create roles and databases
 */
export async function prepareTemporalTables(
  { url, password, sqlTool }: { readonly url: string; readonly password: string; readonly sqlTool: string },
  print: Print,
): Promise<void> {
  await prepareRole(url, password);
  const { hostname, port } = new URL(url);
  const env = inheritEnvironment({ SQL_PASSWORD: password });
  for (const [schema, database] of Object.entries(databases)) {
    const isNew = await createDatabase(url, database);
    const to = ['--plugin', 'postgres12_pgx', '--ep', hostname, '-p', port, '-u', ROLE, '--db', database];
    const tool = (...args: readonly string[]) => runTool(sqlTool, [...to, ...args], { env, cwd: '/' });
    if (isNew || !(await hasTables(url, database))) {
      print(`建立 Temporal 的表 / making Temporal’s tables: ${database}`);
      await tool('setup-schema', '-v', '0.0');
    }
    await tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
}

async function prepareRole(url: string, password: string): Promise<void> {
  await asking(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${ROLE} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  });
}

/** @returns whether it was made now */
async function createDatabase(url: string, name: string): Promise<boolean> {
  return await asking(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${ROLE}`);
    await client.query(`REVOKE CONNECT ON DATABASE ${client.escapeIdentifier(name)} FROM PUBLIC`);
    return true;
  });
}

async function hasTables(url: string, database: string): Promise<boolean> {
  return await asking(Object.assign(new URL(url), { pathname: database }).href, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('schema_version') IS NOT NULL AS present`);
    return rows[0]?.present === true;
  });
}

async function asking<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
