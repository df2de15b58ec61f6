import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { openConnection } from '../../../config/openConnection.js';
import { temporalEngine } from '../../../engine/engine.js';
import { RestoreRefused, restoreBackup } from '../../../ops/backups/restoreBackup.js';
import { tablesOf } from '../../../ops/backups/tables.js';
import { writeBackup } from '../../../ops/backups/writeBackup.js';
import { until } from '../../../ops/process/ports.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { productDatabase } from '../../../ops/servers/productDatabase.js';
import { findApplication } from '../../../records/application/applications.js';
import { closeDatabase, openDatabase } from '../../../records/database.js';
import { stories } from '../../../simulation/story/story.js';
import { startReconciler } from '../../../worker/reconciler.js';
import { startWorkers } from '../../../worker/startWorkers.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { createNamespace } from '../../support/namespace.js';
import { createOffice, type Office } from '../../support/office.js';
import { testServices } from '../../support/services.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { testWorkflows } from '../../support/workflows.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const nothing = { inc: () => undefined, set: () => undefined, observe: () => undefined };

let api: TestApi;
let office: Office;
let place: Awaited<ReturnType<typeof throwawayFolder>>;
const databases: TestDatabase[] = [];
const inPlace = (...names: string[]) => path.join(place.folder, ...names);
const given = () => ({ file: inPlace('backup.age'), keyFile: inPlace('backup.key') });

async function emptyTarget(name: string) {
  const database = await createDatabase(name, { empty: true });
  databases.push(database);
  const { pathname } = new URL(database.ownerUrl);
  const productUrl = Object.assign(new URL(testServices.productDatabaseUrl), { pathname }).href;
  return { ownerUrl: database.ownerUrl, productUrl, dataDir: inPlace(name) };
}

/** The rows of every table, as text. */
async function allRows(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const rows: Record<string, string> = {};
  for (const { name } of await tablesOf(client)) {
    const found = await client.query(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS all FROM "${name}" AS t`,
    );
    rows[name] = found.rows[0]?.all ?? '';
  }
  await client.end();
  return rows;
}

beforeAll(async () => {
  place = await throwawayFolder();
  api = await startTestApi({ name: 'backed_up', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(async () => {
  await api.close();
  for (const database of databases) await database.drop();
  await place.remove();
});

test('an installation that was backed up while it ran goes on in an empty one, with every timer', async () => {
  const [early, late] = [await office.application(stories.correction), await office.application(stories.payment)];
  await mkdir(inPlace('source', 'keys'), { recursive: true });
  await mkdir(inPlace('source', 'documents', 'ab'), { recursive: true });
  await writeFile(inPlace('source', 'keys', 'bank.secret'), 'a secret');
  await writeFile(inPlace('source', 'documents', 'ab', 'abc'), Buffer.alloc(9_000_000, 7));
  const source = { databaseUrl: api.reached?.databaseUrl ?? '', dataDir: inPlace('source') };
  await writeBackup(source, given(), () => undefined);
  const before = await allRows(source.databaseUrl);

  const target = await emptyTarget('restored');
  await restoreBackup(target, given());
  const after = await allRows(target.ownerUrl);
  const left = ['sessions', 'arrival_marks'];
  for (const name of left) expect(after[name]).toBe('');
  // The workflows go on meanwhile, and write reminders.
  const moving = [...left, 'outbox'];
  const kept = (rows: Record<string, string>) => Object.entries(rows).filter(([name]) => !moving.includes(name));
  expect(kept(after)).toEqual(kept(before));
  expect(await readFile(inPlace('restored', 'keys', 'bank.secret'), 'utf8')).toBe('a secret');
  expect((await readFile(inPlace('restored', 'documents', 'ab', 'abc'))).length).toBe(9_000_000);
  await expect(restoreBackup(target, given())).rejects.toThrow(RestoreRefused);

  // One deadline came due between the backup and the restore, the other comes some seconds later.
  const dues = await Promise.all([early, late].map(async (id) => await nextDueOf(id)));
  const clockOffset = Math.max(...dues) - 4_000 - Date.now();
  expect(Math.min(...dues)).toBeLessThan(Math.max(...dues) - 4_000);
  const { address, namespace } = await createNamespace('restored');
  const connection = await openConnection({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const db = openDatabase(await productDatabase({ url: target.ownerUrl, productUrl: target.productUrl }));
  // Its campaign does not run: each workflow records its own deadline.
  const engine = temporalEngine(client, { publicUrl: 'http://pingshen.test', follow: false });
  const metrics = { clockAhead: nothing, notGenuine: nothing, deadlineLateness: nothing };
  const mailer = { send: () => Promise.resolve(), close: () => undefined };
  const portal = 'http://pingshen.test';
  const parts = { connection: native, client, bundle: await testWorkflows(), database: db, mailer, portal, log: quiet };
  const workers = await startWorkers({ ...parts, clockOffset, metrics });
  const counted = { ...metrics, reconciled: nothing, astray: nothing };
  const clock = () => Date.now() + clockOffset;
  const reconciler = startReconciler(
    { db, engine, clock, clockOffset, logger: quiet, metrics: counted },
    { interval: 3_600_000 },
  );
  try {
    const statusOf = async (id: string) => (await findApplication(db, id))?.status;
    const old = [await statusOf(early), await statusOf(late)];
    // The first comparison, right after the start, is what starts them.
    const moved = async () => (await statusOf(early)) !== old[0] && (await statusOf(late)) !== old[1];
    expect(await until(moved, { timeoutMs: 40_000, everyMs: 100 })).toBe(true);
  } finally {
    await reconciler.stop();
    await workers.stop();
    await engine.rest();
    await Promise.all([connection.close(), native.close()]);
    await closeDatabase(db);
  }
}, 120_000);

async function nextDueOf(id: string): Promise<number> {
  const application = await findApplication(api.db, id);
  return Math.min(...Object.values(application?.facts.deadlines ?? {}).map(({ due }) => due));
}

test('a backup that is damaged, cut off or sealed with another key is refused before anything is written', async () => {
  const target = await emptyTarget('refused');
  const whole = await readFile(given().file);
  const damaged = Buffer.from(whole);
  damaged[Math.floor(whole.length / 2)] = (damaged[Math.floor(whole.length / 2)] ?? 0) ^ 1;
  const cases = {
    damaged,
    cut: whole.subarray(0, whole.length - 20),
    header: whole.subarray(0, 40),
    empty: Buffer.alloc(0),
  };
  for (const [name, content] of Object.entries(cases)) {
    await writeFile(inPlace(`${name}.age`), content);
    const refused = restoreBackup(target, { ...given(), file: inPlace(`${name}.age`) });
    await expect(refused).rejects.toThrow(RestoreRefused);
  }
  await writeBackup(
    { databaseUrl: api.reached?.databaseUrl ?? '', dataDir: inPlace('source') },
    { file: inPlace('other.age'), keyFile: inPlace('other.key') },
    () => undefined,
  );
  await expect(restoreBackup(target, { ...given(), file: inPlace('other.age') })).rejects.toThrow(RestoreRefused);
  expect(await readdir(target.dataDir).catch(() => [])).toEqual([]);
  const client = new pg.Client(target.ownerUrl);
  await client.connect();
  expect(await tablesOf(client)).toEqual([]);
  await client.end();
});
