import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from './migrations/migrate.js';
import { MIGRATIONS_FOLDER, NO_FILTERS, schemaOnDisk, withSchemaEngine } from './migrations/schemaEngine.js';
import { startThrowawayPostgres } from './servers/postgres.js';

const LOCK = '# Do not edit. Kept under version control.\nprovider = "postgresql"\n';

/**
 * Writes a new migration: the SQL that leads from the migrations on disk to prisma/schema.prisma, found on a throw-away
 * database. The SQL may be edited before it is committed, and never after.
 *
 * @param name words for the folder's name, e.g. `add_intake`
 * @returns the new file, or undefined when the schema asks for nothing new
 */
export async function writeMigration(name: string, folder?: string, schemaFile?: string): Promise<string | undefined> {
  const script = await proposedMigration(folder, schemaFile);
  if (script === undefined) return undefined;
  return await save(folder ?? MIGRATIONS_FOLDER, `${timestamp()}_${name}`, script);
}

/** The SQL that leads from the migrations on disk to the schema; undefined when it asks for nothing new. Writes nothing. */
export async function proposedMigration(folder?: string, schemaFile?: string): Promise<string | undefined> {
  const server = await startThrowawayPostgres();
  try {
    await migrate(server.url, folder);
    await dropManualIndexes(server.url);
    return await difference(server.url, schemaFile);
  } finally {
    await server.stop();
  }
}

/**
 * Indexes that were written by hand (partial ones, on expressions, in another order) have names of their own, where those
 * of the schema end in what they are. The schema language cannot say them, so it would have each dropped.
 */
async function dropManualIndexes(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(indexname) AS name FROM pg_indexes
       WHERE schemaname = current_schema() AND indexname !~ '_(pkey|key|idx)$'`,
    );
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  } finally {
    await client.end();
  }
}

async function difference(databaseUrl: string, schemaFile?: string): Promise<string | undefined> {
  const schema = await schemaOnDisk(schemaFile);
  // The database as the migrations left it; the engine's own table is passed over, and checks and triggers, which
  // Prisma's schema cannot say, are not looked at.
  const from = { tag: 'schemaDatasource' as const, ...schema, configDir: path.dirname(schema.files[0].path) };
  const to = { tag: 'schemaDatamodel' as const, ...schema };
  const params = { from, to, script: true, exitCode: null, filters: NO_FILTERS };
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) => engine.diff(params), schemaFile);
  return stdout === null || stdout.includes('This is an empty migration') ? undefined : stdout;
}

// 20240715093000: the order of names is the order of migrations
const timestamp = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

async function save(folder: string, name: string, script: string): Promise<string> {
  const file = path.join(folder, name, 'migration.sql');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, script);
  const lock = path.join(folder, 'migration_lock.toml');
  if (!existsSync(lock)) await writeFile(lock, LOCK);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv[2];
  if (name === undefined || !/^\w+$/.test(name)) {
    console.error('用法 / usage: npm run migration -- name_of_the_change');
    process.exit(1);
  }
  const file = await writeMigration(name);
  console.log(file === undefined ? '没有变化 / nothing to change' : file);
}
