import pg from 'pg';
import { migrate } from '../../../ops/migrations/migrate.js';
import { migrationsOnDisk } from '../../../ops/migrations/schemaEngine.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createDatabase('migrate');
  client = new pg.Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('a migrated database has every migration of the folder and is left alone', async () => {
  const onDisk = (await migrationsOnDisk()).migrationDirectories.map(({ path }) => path);
  expect(await migrate(database.url)).toEqual([]);
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY migration_name');
  expect(rows.map((row) => row.migration_name)).toEqual(onDisk);
});
