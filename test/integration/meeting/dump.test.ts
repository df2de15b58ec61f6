import { Writable } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { Arrivals } from '../../../api/http/arrivals.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { routes } from '../../../api/routes.js';
import { fillBallot, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

const size = 11;
let setup: MeetingSetup;
let motionId: string;
beforeAll(async () => {
  setup = await openMeetingSetup('dump', { size, count: 1 });
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
  motionId = await setup.motionOf(setup.applications[0] ?? '');
  await setup.act(motionId, 'open');
}, 120_000);
afterAll(() => setup.api.close());

const query = async <Row extends object>(text: string, values: unknown[] = [motionId]) =>
  (await setup.api.db.pool.query<Row>(text, values)).rows;

/** Every table with a hash of its rows. Marks of processes and workflows' own clocks do not concern a ballot. */
async function everyRow(): Promise<ReadonlyMap<string, string>> {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'arrival_marks' ORDER BY 1`,
    [],
  );
  const hashes = tables.map(async ({ name }) => {
    const text = `SELECT md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) AS hash FROM "${name}" AS row`;
    const [row] = await query<{ hash: string }>(text, []);
    return [name, row?.hash ?? ''] as const;
  });
  return new Map(await Promise.all(hashes));
}

test('what is known of a person and what is known of a ballot have nothing in common', async () => {
  const papers = [];
  for (const member of setup.members)
    papers.push(await fillBallot(member.as, setup.meetingId, motionId, papers.length % 2 ? 'agree' : 'disagree'));
  const order = papers.map(({ ballot }) => ballot.serial);
  const before = await everyRow();
  for (const cast of papers) await submitPapers(setup.api.app, motionId, cast).expect(202);
  // Whatever logs of sign-ins, readings or arrivals there are: handing papers in writes to none, and changes no row.
  expect(await everyRow()).toEqual(before);
  // Until the chair closes the vote, only who received papers is stored.
  for (const table of ['ballots', 'receipts', 'ballot_boxes']) {
    expect(await query(`SELECT 1 FROM ${table} WHERE motion_id = $1`)).toEqual([]);
  }
  await setup.act(motionId, 'close');

  const ballots = await query<{ serial: string; xmin: string }>(
    'SELECT serial, xmin::text FROM ballots WHERE motion_id = $1 ORDER BY ctid',
  );
  expect(ballots).toHaveLength(size);
  // One transaction writes them in the order of their serial numbers, not as they arrived.
  expect(ballots.map(({ serial }) => serial)).toEqual(order.toSorted());
  expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1);
  const receipts = await query<{ serial: string; xmin: string }>(
    'SELECT serial, xmin::text FROM receipts WHERE motion_id = $1 ORDER BY ctid',
  );
  expect(receipts.map(({ serial }) => serial)).toEqual(receipts.map(({ serial }) => serial).toSorted());
  expect(new Set(receipts.map(({ xmin }) => xmin)).size).toBe(1);

  const tokens = await query<{ request_hash: string }>('SELECT * FROM ballot_tokens WHERE motion_id = $1');
  const known = JSON.stringify(tokens);
  for (const { serial } of [...ballots, ...receipts]) expect(known).not.toContain(serial);
});

test('the access log knows nothing of papers, ballots or votes, and its routes are not among those of the vote', async () => {
  const rows = await query<{ all: string | null }>('SELECT string_agg(access_log::text, $1) AS all FROM access_log', [
    '',
  ]);
  expect(rows).toEqual([{ all: null }]);
  expect(routes.filter(({ reads, path }) => reads && /ballots|motions|tokens|meetings/.test(path))).toEqual([]);
});

test('no column of a ballot, a receipt or a token tells a time, a turn or a person it must not', async () => {
  const columns = await query<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_name = ANY($1) ORDER BY table_name, ordinal_position`,
    [['ballots', 'receipts', 'ballot_tokens', 'ballot_boxes']],
  );
  expect(columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([
    'ballot_boxes.motion_id',
    'ballot_boxes.box',
    'ballot_boxes.emptied',
    'ballot_tokens.motion_id',
    'ballot_tokens.expert_id',
    'ballot_tokens.request_hash',
    'ballots.motion_id',
    'ballots.serial',
    'ballots.signature',
    'ballots.choice',
    'receipts.motion_id',
    'receipts.serial',
    'receipts.signature',
  ]);
  expect(columns.filter(({ data_type }) => /time|date|int|serial/.test(data_type))).toEqual([]);
});

test('the keys that could forge papers are gone with the vote', async () => {
  expect(await query('SELECT sealed_keys FROM motions WHERE id = $1')).toEqual([{ sealed_keys: null }]);
});

test('papers never change, and none is added once the vote is counted', async () => {
  await expect(query(`UPDATE ballots SET choice = 'agree' WHERE motion_id = $1`)).rejects.toThrow('never changed');
  await expect(query('DELETE FROM receipts WHERE motion_id = $1')).rejects.toThrow('never changed');
  await expect(query(`INSERT INTO ballots VALUES ($1, repeat('0', 64), '', 'agree')`)).rejects.toThrow('never changed');
  await expect(query(`DELETE FROM ballot_tokens WHERE motion_id = $1`)).rejects.toThrow('once');
  await expect(query(`UPDATE motions SET agree = 11, disagree = 0 WHERE id = $1`)).rejects.toThrow('not changed');
});

test('handing a ballot in leaves no line in the log, no count, no trace and no arrival, whatever comes of it', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const metrics = createMetrics();
  const traced: string[] = [];
  const arrived: number[] = [];
  class NotedArrivals extends Arrivals {
    override begin(now: number) {
      arrived.push(now);
      return super.begin(now);
    }
  }
  const watched = {
    logger: pino({ level: 'trace' }, stream),
    arrivals: new NotedArrivals(),
    tracing: {
      request(method: string, handle: (answered: () => void) => void) {
        traced.push(method);
        handle(() => undefined);
      },
    },
  };
  const app = createApp({ ...setup.api.deps, ...watched, metrics });
  const nothing = {
    ballot: { serial: 'f'.repeat(64), signature: 'AAAA', choice: 'agree' as const },
    receipt: { serial: '0'.repeat(64), signature: 'AAAA' },
  };
  await submitPapers(app, motionId, nothing).expect(409);
  await submitPapers(app, 'no-motion', nothing).expect(404);
  const broken = createApp({
    ...setup.api.deps,
    ...watched,
    metrics: createMetrics(),
    db: { pool: { query: () => Promise.reject(new Error('away')) } } as unknown as MeetingSetup['api']['db'],
  });
  await submitPapers(broken, motionId, nothing).expect(500);
  expect({ lines, traced, arrived }).toEqual({ lines: [], traced: [], arrived: [] });
  for (const { registry } of [metrics, setup.api.deps.metrics]) {
    expect(await registry.metrics()).not.toMatch(/api\/ballots/);
  }
  // Any other request is noted in all of them, so the silence above is the route's and not the test's.
  await request(app).post('/api/auth/sign-in').send({ email: 'a@example.cn', password: 'of nobody' }).expect(401);
  expect([lines.length, traced.length, arrived.length].every((count) => count > 0)).toBe(true);
  // Reading the published papers is logged like any other request.
  await setup.chair.as.get(`${motionAt(setup.meetingId, motionId)}/papers`).expect(200);
  expect(await setup.api.deps.metrics.registry.metrics()).toMatch(/motionId\/papers/);
});
