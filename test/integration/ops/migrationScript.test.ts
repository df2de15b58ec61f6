import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { proposedMigration, writeMigration } from '../../../ops/migration.js';
import { migrate, OtherSchema } from '../../../ops/migrations/migrate.js';
import { migrationFiles } from '../../../ops/migrations/migrationFiles.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let folder: string;
let remove: () => Promise<void>;
let database: TestDatabase;

beforeAll(async () => {
  ({ folder, remove } = await throwawayFolder());
  database = await createDatabase('scripts', { empty: true });
});
afterAll(async () => {
  await database.drop();
  await remove();
});

async function putMigration(name: string, script: string): Promise<void> {
  await writeFile(path.join(folder, `${name}.sql`), script);
}

async function tables(): Promise<string[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE tablename LIKE 'made%' ORDER BY 1");
  await client.end();
  return rows.map((row) => row.tablename);
}

test('a script with a function in it runs whole', async () => {
  const body = "BEGIN RAISE EXCEPTION 'no; never'; RETURN NULL; END";
  await putMigration(
    '1_function',
    `CREATE TABLE made_one (id int); CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$;`,
  );
  expect(await migrate(database.url, folder)).toEqual(['1_function']);
  expect(await tables()).toEqual(['made_one']);
});

test('a script that fails half way leaves nothing behind', async () => {
  await putMigration('2_broken', 'CREATE TABLE made_two (id int); CREATE TABLE made_one (id int);');
  await expect(migrate(database.url, folder)).rejects.toThrow('made_one');
  expect(await tables()).toEqual(['made_one']);
});

test('a script that failed is tried again once it is mended', async () => {
  await putMigration('2_broken', 'CREATE TABLE made_two (id int);');
  expect(await migrate(database.url, folder)).toEqual(['2_broken']);
  expect(await tables()).toEqual(['made_one', 'made_two']);
});

test('a process that dies in the middle of a script leaves nothing behind', async () => {
  const script = 'CREATE TABLE made_three (id int); SELECT pg_terminate_backend(pg_backend_pid());';
  await putMigration('3_killed', script);
  await expect(migrate(database.url, folder)).rejects.toThrow();
  expect(await tables()).toEqual(['made_one', 'made_two']);
});

test('of several processes that start at once, one applies the migrations and the others wait for it', async () => {
  await putMigration('3_killed', 'CREATE TABLE made_three (id int);');
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(applied.flat()).toEqual(['3_killed']);
  expect(await tables()).toEqual(['made_one', 'made_three', 'made_two']);
});

test('a database made with an earlier version of a script is refused, and the refusal says how to start over', async () => {
  await putMigration('3_killed', 'CREATE TABLE made_three (id bigint);');
  const refused = migrate(database.url, folder);
  await expect(refused).rejects.toThrow(OtherSchema);
  await expect(refused).rejects.toThrow(/另一版本.*重新开始.*another version.*start over/s);
});

test('a database of another program is refused and stays as it was', async () => {
  const other = await createDatabase('other', { empty: true });
  const client = new pg.Client(other.url);
  await client.connect();
  await client.query('CREATE TABLE theirs (id int)');
  await expect(migrate(other.url)).rejects.toThrow(OtherSchema);
  const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  expect(rows).toEqual([{ tablename: 'theirs' }]);
  await client.end();
  await other.drop();
});

test('a database is brought to an earlier migration, and on from there', async () => {
  const [one, two] = await migrationFiles(folder);
  const earlier = await createDatabase('earlier', { empty: true });
  expect(await migrate(earlier.url, folder, one?.id)).toEqual([one?.name]);
  expect(await migrate(earlier.url, folder)).toContain(two?.name);
  await earlier.drop();
});

test('a new migration is the difference between the folder and the schema', async () => {
  const schema = path.join(folder, 'schema.prisma');
  const own = path.join(folder, 'own');
  await writeFile(schema, 'datasource db {\n  provider = "postgresql"\n}\nmodel Made {\n  id Int @id\n}\n');
  const file = await writeMigration('first', own, schema);
  expect(await readFile(file ?? '', 'utf8')).toContain('CREATE TABLE "Made"');
  expect(await writeMigration('nothing', own, schema)).toBeUndefined();
});

test.each([
  ['takes a column away', '  id Int @id\n'],
  ['gives a column another type', '  id Int @id\n  size BigInt\n'],
])('a migration that %s is not written', async (_, fields) => {
  const [schema, own] = [path.join(folder, 'smaller.prisma'), path.join(folder, `smaller-${fields.length}`)];
  const model = (of: string) => `datasource db {\n  provider = "postgresql"\n}\nmodel Made {\n${of}}\n`;
  await writeFile(schema, model('  id Int @id\n  size Int\n'));
  await writeMigration('first', own, schema);
  await writeFile(schema, model(fields));
  await expect(writeMigration('second', own, schema)).rejects.toThrow(/only adds.*size/s);
  expect(await readdir(own)).toHaveLength(1);
});

test('an index that was written by hand is no difference, and one that the schema has is', async () => {
  const [schema, own] = [path.join(folder, 'indexed.prisma'), path.join(folder, 'indexed')];
  const head = 'datasource db {\n  provider = "postgresql"\n}\n';
  await writeFile(schema, `${head}model Made {\n  id Int @id\n  size Int\n}\n`);
  const file = await writeMigration('first', own, schema);
  const script = await readFile(file ?? '', 'utf8');
  await writeFile(file ?? '', `${script}\nCREATE INDEX "made_large" ON "Made" ("size") WHERE "size" > 7;\n`);
  expect(await proposedMigration(own, schema)).toBeUndefined();
  await writeFile(schema, `${head}model Made {\n  id Int @id\n  size Int\n\n  @@index([size])\n}\n`);
  expect(await proposedMigration(own, schema)).toMatch(/CREATE INDEX "Made_size_idx"/);
});

test('the schema says what the migrations have made of the database: nothing is left to propose', async () => {
  expect(await proposedMigration()).toBeUndefined();
});
