import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from './migrations/migrate.js';
import { MIGRATIONS_FOLDER, SCHEMA_FILE } from './migrations/paths.js';
import { schemaDifference } from './migrations/schemaEngine.js';
import { startThrowawayPostgres } from './servers/postgres.js';

const onlyAdds = [
  '迁移只能增加：正在运行的旧版本和旧备份仍依赖这一部分。请先停止使用，另写脚本并说明理由。',
  'A migration only adds: earlier versions that still run, and their backups, rely on this. Stop using it instead.',
].join('\n');

/**
 * Writes a new migration: the SQL that leads from the migrations on disk to prisma/schema.prisma.
 *
 * @param name words for the file's name, e.g. `add_intake`
 * @returns the new file, or undefined when the schema asks for nothing new
 * @throws Error when it would take something away: since 1.0.0 migrations only add
 */
export async function writeMigration(name: string, folder = MIGRATIONS_FOLDER, schemaFile?: string) {
  await mkdir(folder, { recursive: true });
  const script = await proposedMigration(folder, schemaFile);
  if (script === undefined) return undefined;
  const [taken] = /^.*\b(?:DROP|RENAME|SET DATA TYPE)\b.*$/m.exec(script) ?? [];
  if (taken !== undefined) throw new Error(`${onlyAdds}\n${taken}`);
  const file = path.join(folder, `${timestamp()}_${name}.sql`);
  await writeFile(file, script);
  return file;
}

/**
 * The SQL that leads from the migrations on disk to the schema, found on a throw-away database; undefined when they agree.
 * Writes nothing.
 */
export async function proposedMigration(folder?: string, schemaFile = SCHEMA_FILE): Promise<string | undefined> {
  const server = await startThrowawayPostgres();
  try {
    await migrate(server.url, folder);
    await dropManualIndexes(server.url);
    return await schemaDifference(server.url, schemaFile);
  } finally {
    await server.stop();
  }
}

/**
 * Indexes written by hand (partial ones, on expressions, in another order) have names of their own; those of the schema
 * end in _pkey, _key or _idx. The schema language cannot express the former, so the engine would propose to drop them.
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

// 20240715093000: the order of names is the order of migrations.
const timestamp = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

async function run(name: string | undefined): Promise<string> {
  const unchanged = '没有变化 / nothing to change';
  if (name === undefined) return (await proposedMigration()) ?? unchanged;
  if (/^\w+$/.test(name)) return (await writeMigration(name)) ?? unchanged;
  throw new Error('用法 / usage: npm run migration [-- name_of_the_change]');
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(await run(process.argv[2]));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
