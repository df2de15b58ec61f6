import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { processIdentity } from '../../../ops/process/processIdentity.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { startPostgres } from '../../../ops/servers/postgres.js';

let dataDir: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const made = await throwawayFolder();
  dataDir = path.join(made.folder, 'postgres');
  remove = made.remove;
});
afterAll(() => remove());

const start = () => startPostgres({ dataDir });

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('the database uses UTF-8, orders by code point and is set to UTC', async () => {
  const server = await start();
  const text =
    "SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, 'a' > 'B' AS ordered";
  expect(await query(server.url, text)).toEqual([{ encoding: 'UTF8', zone: 'UTC', ordered: true }]);
  await server.stop();
  expect(processIdentity(server.pid)).toBeUndefined();
});

test('committed data survives a kill -9, and the next start recovers by itself', async () => {
  const killed = await start();
  await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await killed.kill();
  const server = await start();
  expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await server.stop();
});

test('a server whose parent was killed is ended by the next start', async () => {
  const leftOver = await start();
  const server = await start();
  expect(processIdentity(leftOver.pid)).toBeUndefined();
  expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await server.stop();
});

test('a pid file that names another program ends no process', async () => {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  await writeFile(pidFile, `${process.pid}\n${dataDir}\n`);
  const server = await start();
  expect(await readFile(pidFile, 'utf8')).toMatch(new RegExp(`^${server.pid}\n`));
  await server.stop();
});
