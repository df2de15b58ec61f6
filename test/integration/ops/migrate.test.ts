import pg from 'pg';
import { migrate } from '../../../ops/migrations/migrate.js';
import { migrationFiles } from '../../../ops/migrations/migrationFiles.js';
import { MIGRATIONS_FOLDER } from '../../../ops/migrations/paths.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createDatabase('migrate');
  client = new pg.Client(database.ownerUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('a migrated database has every migration of the folder and is left alone', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([]);
  const { rows } = await client.query('SELECT name FROM applied_migrations ORDER BY id');
  expect(rows.map(({ name }) => name)).toEqual((await migrationFiles(MIGRATIONS_FOLDER)).map(({ id }) => id));
});
