import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { type MigrationFile, migrationFiles } from './migrationFiles.js';
import { MIGRATIONS_FOLDER, MIGRATIONS_TABLE } from './paths.js';

const OTHER_SCHEMA = [
  '数据库由另一版本的表结构建立，不能使用。要重新开始：停止后删除数据目录（默认 .data），或将 DATABASE_URL 指向一个空数据库，Temporal 也换用新的命名空间。',
  'The database was made with another version of the schema and cannot be used. To start over: stop, and delete the data',
  'directory (.data by default), or point DATABASE_URL to an empty database and use a new Temporal namespace with it.',
].join('\n');

/** The database was made by other scripts than those on disk, or by another program. */
export class OtherSchema extends Error {
  override readonly name = 'OtherSchema';
}

/**
 * Brings a database to the newest migration of the folder. Of several processes at once one migrates, the others wait for
 * it. All scripts run in one transaction: when one fails, or the process dies, the database stays as it was.
 *
 * @param upTo the id of the last script to apply, absent: the newest
 * @returns the names of the migrations applied now
 * @throws OtherSchema when the database holds something these scripts did not make; Error when a script fails
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS_FOLDER, upTo?: string): Promise<string[]> {
  const every = await migrationFiles(folder);
  const files = upTo === undefined ? every : every.slice(0, every.findIndex(({ id }) => id === upTo) + 1);
  const client = new pg.Client(databaseUrl);
  // A lost connection fails the running query; without a listener it would also end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseOtherSchema(client, files);
    const applied = await runner({
      dbClient: client,
      dir: folder,
      // By the runner's own loader a migration would be known by its name alone.
      migrationLoaderStrategies: [{ extensions: ['.sql'], loader: async () => files.map(asUnit) }],
      migrationsTable: MIGRATIONS_TABLE,
      direction: 'up',
      singleTransaction: true,
      advisoryLockMode: 'wait',
      log: () => undefined,
    });
    return applied.map(({ name }) => name.slice(0, name.lastIndexOf('@')));
  } finally {
    await client.end();
  }
}

const asUnit = ({ id, script }: MigrationFile) => ({
  id,
  filePaths: [],
  actions: { up: (builder: { sql(script: string): void }) => builder.sql(script), down: false as const },
});

async function refuseOtherSchema(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  // One statement, so that a process that migrates an empty database meanwhile is not taken for another program.
  const { rows } = await client.query<{ used: boolean; migrated: boolean }>(
    `SELECT count(*) > 0 AS used, COALESCE(bool_or(tablename = $1), false) AS migrated
     FROM pg_tables WHERE schemaname = current_schema()`,
    [MIGRATIONS_TABLE],
  );
  if (!rows[0]?.used) return;
  const known = new Set(files.map(({ id }) => id));
  if (rows[0].migrated && (await appliedIds(client)).every((id) => known.has(id))) return;
  throw new OtherSchema(OTHER_SCHEMA);
}

async function appliedIds(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  return rows.map(({ name }) => name);
}
