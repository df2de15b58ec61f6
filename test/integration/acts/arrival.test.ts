import pg from 'pg';
import { publishMarks } from '../../../api/http/publishMarks.js';
import { until } from '../../../ops/process/ports.js';
import { publishArrivalMark } from '../../../records/application/arrivalMarks.js';
import { findIntake, pendingActs } from '../../../records/application/intakes.js';
import { findCampaignIntake } from '../../../records/campaign/campaignIntakes.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let blocker: pg.Client;
const slow = async () => ({ kind: 'slow' }) as const;
beforeAll(async () => {
  const engine = (real: TestApi['deps']['engine']) => ({ ...real, act: slow, actOnCampaign: slow });
  api = await startTestApi({ name: 'arrival', at: '2024-08-12T10:00:00+08:00', worker: false, engine });
  office = await createOffice(api);
  blocker = new pg.Client(api.reached?.databaseUrl);
  await blocker.connect();
});
afterAll(async () => {
  await blocker.end();
  await api.close();
});

/** Sends an act while the database takes no registrations. Returns when it arrived, and how to let it be registered. */
async function actWhileBlocked(id: string, key: string) {
  const post = office.as('office').post(`/api/applications/${id}/actions/accept`);
  return await whileLocked('intakes IN EXCLUSIVE MODE', () => post.set('Idempotency-Key', key).send({}).then());
}

async function whileLocked(table: string, act: () => Promise<{ readonly status: number }>) {
  await blocker.query(`BEGIN; LOCK TABLE ${table}`);
  const answer = act();
  expect(await until(async () => (await lowest()) < (await api.deps.clock()) - 5, { timeoutMs: 30_000 })).toBe(true);
  const arrivedAt = await lowest();
  return {
    arrivedAt,
    register: async () => {
      await blocker.query('COMMIT');
      expect((await answer).status).toBe(202);
    },
  };
}

const lowest = async () => api.deps.arrivals.lowest(await api.deps.clock());
const publish = async () => publishArrivalMark(api.db, { process: 'this one', mark: await lowest() });
const close = (applicationId: string, before: Instant, patienceMs: number, insist: boolean) =>
  pendingActs(api.db, { applicationId, before, wait: { patienceMs, insist } });

test('An act that arrived before a deadline is in time however long its registration takes', async () => {
  const id = await office.application(stories.committee_audit);
  const { arrivedAt, register } = await actWhileBlocked(id, 'in-time');
  await publish();
  expect(await close(id, arrivedAt + 1, 0, false)).toBeNull();
  const closing = close(id, arrivedAt + 1, 60_000, true);
  await register();
  await publish();
  expect(await closing).toMatchObject([{ event: 'accept', receivedAt: arrivedAt }]);
});

test('A process that stays silent holds a deadline back for a bounded time, and its act counts from its registration', async () => {
  const id = await office.application(stories.committee_audit);
  const { arrivedAt, register } = await actWhileBlocked(id, 'silent');
  await publish();
  expect(await close(id, arrivedAt + 1, 0, true)).toEqual([]);
  const closedAt = await api.deps.clock();
  await register();
  const intake = await findIntake(api.db, { applicationId: id, key: 'silent' });
  expect(intake?.act.receivedAt).toBeGreaterThanOrEqual(closedAt);
});

test('A process publishes how far it has come, and takes its mark away when it ends', async () => {
  const markOf = async () => (await api.db.arrivalMark.findUnique({ where: { process: 'another' } }))?.mark.getTime();
  const before = await api.deps.clock();
  const counted: number[] = [];
  const withdraw = publishMarks(api.deps, 'another', (processes) => counted.push(processes));
  expect(await until(async () => ((await markOf()) ?? 0) > before, { timeoutMs: 30_000 })).toBe(true);
  // The one of the tests above has a lease as well.
  expect(counted.at(-1)).toBeGreaterThanOrEqual(2);
  await withdraw();
  expect(await markOf()).toBeUndefined();
});

test('An act on a campaign counts from its arrival as well', async () => {
  const post = office.as('office').post(`/api/campaigns/${campaignId}/actions/file_results`);
  const { arrivedAt, register } = await whileLocked('campaigns IN ACCESS EXCLUSIVE MODE', () =>
    post.set('Idempotency-Key', 'campaign-act').send({ reason: '阿人社备〔2024〕9号' }).then(),
  );
  await register();
  const intake = await findCampaignIntake(api.db, { campaignId, key: 'campaign-act' });
  expect(intake?.act.receivedAt).toBe(arrivedAt);
});
