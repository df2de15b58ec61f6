import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { problemOfError } from '../../../api/http/errorHandler.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { clocksApart, compareClocks } from '../../../engine/compareClocks.js';
import { until } from '../../../ops/process/ports.js';
import { closeDatabase, openDatabase } from '../../../records/database.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { stubDeps } from './stubDeps.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'outage', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

describe('A database that cannot be reached', () => {
  // Nothing listens at port 1.
  const db = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/nowhere');
  const app = createApp({ ...stubDeps(), db });
  afterAll(() => closeDatabase(db));

  test.each([
    ['get', '/api/notices'],
    ['get', '/api/applications'],
    ['post', '/api/applications'],
    ['post', '/api/auth/sign-in'],
  ] as const)('is reported as such: %s %s answers 503 with Retry-After and words', async (method, path) => {
    const headers = { ...sessionHeader('a'.repeat(43)), 'content-type': 'application/json' };
    const body = { email: 'somebody@example.cn', password: 'of somebody' };
    const response = await request(app)
      [method](path)
      .set(headers)
      .send(method === 'get' ? undefined : body);
    expect(response.body).toMatchObject({ code: 'database_unreachable', status: 503 });
    expect(response.headers).toMatchObject({ 'retry-after': '5' });
  });
});

test('A process survives the end of every connection, those in use included, and then serves as before', async () => {
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const broken = inTransaction(api.db, async (statements) => {
    await api.db.pool.query(end);
    await statements.query('SELECT 1');
  });
  await expect(broken).rejects.toThrow();
  await office.as('office').get('/api/applications').expect(200);
});

test('A transaction for which no connection comes free in time is an outage too, and may be tried again', async () => {
  const busy = openDatabase(api.reached?.databaseUrl ?? '', { poolSize: 1, timeoutMs: 200 });
  const held = await busy.pool.connect();
  const both = () => busy.$transaction([busy.campaign.count(), busy.unit.count()]);
  const waiting = both().catch((error: unknown) => problemOfError(error));
  const tooLong = performance.now() + 300;
  await until(async () => performance.now() > tooLong, { timeoutMs: 10_000, everyMs: 50 });
  held.release();
  expect(await waiting).toMatchObject({ code: 'database_unreachable', status: 503 });
  expect(await both()).toEqual([1, 2]);
  await closeDatabase(busy);
});

describe('Clocks', () => {
  test('of database and engine agree with that of this process', async () => {
    expect(await compareClocks(api.deps)).toEqual({ database: 0, engine: 0 });
  });

  test('that are apart by more than a second are noticed, in either direction', async () => {
    for (const ahead of [-5_000, 5_000]) {
      const skew = await compareClocks(api.deps, () => Date.now() - ahead);
      expect(clocksApart(skew)).toBe(true);
      expect(Math.abs((skew.database ?? 0) - ahead)).toBeLessThan(1_000);
      expect(Math.abs((skew.engine ?? 0) - ahead)).toBeLessThan(2_000);
      const { body } = await request(
        createApp({ ...api.deps, metrics: createMetrics(), clocks: { latest: () => skew } }),
      ).get('/readyz');
      expect(body).toMatchObject({ status: 'degraded', clocks: false });
    }
  });

  test('are no reason to be unready while they agree', async () => {
    const { body } = await request(api.app).get('/readyz').expect(200);
    expect(body).toEqual({ status: 'ok', database: true, engine: true, worker: true, clocks: true });
  });
});
