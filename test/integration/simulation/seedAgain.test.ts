import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { ROOT } from '../../../config/environment.js';
import { until } from '../../../ops/process/ports.js';
import type { SeedInput } from '../../../ops/start/seedContract.js';
import { applicationOf } from '../../../records/application/applicationRow.js';
import { createCampaign, listCampaigns } from '../../../records/campaign/campaigns.js';
import { countRecordedWorkflows } from '../../../records/operations/recordedWorkflows.js';
import { isFinal } from '../../../rules/application/lifecycle.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { isDemo } from '../../../simulation/demo/campaign.js';
import { readDemoKey } from '../../../simulation/demo/keyFile.js';
import { samples } from '../../../simulation/demo/samples.js';
import { seed } from '../../../simulation/demo/seed.js';
import { startReconciler } from '../../../worker/reconciler.js';
import { type Installation, installation, startProduct } from '../../support/demo.js';
import { calendar2024 } from '../../support/facts.js';
import { createNamespace } from '../../support/namespace.js';

type TestStack = Awaited<ReturnType<typeof startProduct>>;

let place: Installation;
let testStack: TestStack;
beforeAll(async () => {
  place = await installation('seed_again');
  testStack = await startProduct(place.input, { worker: false });
});
afterAll(async () => {
  await testStack?.leave();
  await place?.remove();
});

const applicationsIn = async ({ db }: TestStack) =>
  (await db.application.findMany({ orderBy: { id: 'asc' } })).map(applicationOf);
const isRunning = async ({ client }: TestStack, number: string, runId?: string) =>
  (await client.workflow.getHandle(number, runId).describe()).status.name === 'RUNNING';
const signIn = async ({ app }: TestStack, password: string) =>
  (await request(app).post('/api/auth/sign-in').send({ email: 'unit@demo.example', password })).status;

/** Everything a seed writes that can be compared. */
async function contents({ db }: TestStack) {
  const tables = [
    'events',
    'intakes',
    'outbox',
    'documents',
    'dossier_versions',
    'users',
    'credentials',
    'role_bindings',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ');
  const { rows } = await db.pool.query(`SELECT ${counts}`);
  return { ...rows[0], applications: await applicationsIn({ db } as TestStack) };
}

/** Seeds in a separate process and kills it once there are `count` applications. */
async function seedUntil(input: SeedInput, count: number): Promise<void> {
  const file = path.join(ROOT, 'test', 'support', 'programs', 'seedOnce.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(input)], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  await until(async () => (await testStack.db.application.count()) >= count, { timeoutMs: 60_000 });
  child.kill('SIGKILL');
  expect((await exited)[1]).toBe('SIGKILL');
}

test('a killed seed is completed by the next, and a third changes nothing', async () => {
  await seedUntil(place.input, 8);
  expect(await testStack.db.application.count()).toBeLessThan(samples.length);
  const { accounts } = await seed(place.input);
  const first = await contents(testStack);
  expect(first.applications.length).toBe(samples.length);
  for (const { number, startedAt } of first.applications) {
    expect(startedAt).not.toBeNull();
    expect(await isRunning(testStack, number)).toBe(true);
  }
  expect(await seed(place.input)).toEqual({ accounts, firstOperator: null });
  expect(await contents(testStack)).toEqual(first);
}, 120_000);

test('only its owner can read the password file; a lost password is replaced', async () => {
  const file = path.join(place.input.dataDir, 'keys', 'demo.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const old = (await readDemoKey(place.input.dataDir))?.password ?? '';
  await rm(file);
  const { accounts } = await seed(place.input);
  const replaced = accounts[0]?.password ?? '';
  expect(replaced).not.toBe(old);
  expect(await signIn(testStack, old)).toBe(401);
  expect(await signIn(testStack, replaced)).toBe(200);
});

test('every running application, and no ended one, is restored in an engine that lost its data', async () => {
  const temporal = { ...(await createNamespace('seed-again-lost')), tls: false };
  await seed({ ...place.input, temporal });
  const elsewhere = await startProduct({ ...place.input, temporal });
  const found: string[] = [];
  const metrics = {
    ...elsewhere.deps.metrics,
    reconciled: { inc: ({ finding }: { finding: string }) => void found.push(finding) },
    astray: { set: () => undefined },
  };
  // Only its first comparison, right after its start.
  const reconciler = startReconciler({ ...elsewhere.deps, metrics }, { interval: 3_600_000 });
  try {
    const running = (await applicationsIn(testStack)).filter(({ status }) => !isFinal(status));
    const missing = () => found.filter((finding) => finding === 'missing').length;
    const { unended: all } = await countRecordedWorkflows(testStack.db, await elsewhere.deps.clock());
    expect(all).toBeGreaterThanOrEqual(running.length);
    expect(await until(async () => missing() === all, { timeoutMs: 60_000, everyMs: 100 })).toBe(true);
    for (const { number, facts } of running) {
      expect((await elsewhere.deps.engine.current(number)).facts).toEqual(facts);
    }
    const executions = await elsewhere.client.workflowService.countWorkflowExecutions({
      namespace: temporal.namespace,
      query: "WorkflowType = 'application'",
    });
    expect(Number(executions.count)).toBe(running.length);
  } finally {
    await reconciler.stop();
    await elsewhere.leave();
  }
}, 120_000);

test('a new database gets a new demo, and the workflows of the old one are terminated', async () => {
  const old = (await applicationsIn(testStack)).filter(({ status }) => !isFinal(status));
  const runs = await Promise.all(old.map(({ number }) => testStack.client.workflow.getHandle(number).describe()));
  const { temporal, dataDir } = place.input;
  const anew = await installation('seed_again_anew', { temporal, dataDir });
  const before = await readDemoKey(dataDir);
  const { accounts } = await seed(anew.input);
  expect(accounts[0]?.password).toBe(before?.password);
  expect((await readDemoKey(dataDir))?.campaignId).not.toBe(before?.campaignId);
  for (const { workflowId, runId } of runs) expect(await isRunning(testStack, workflowId, runId)).toBe(false);
  await anew.remove();
}, 120_000);

test('a database with a campaign of its own gets no demo', async () => {
  const other = await installation('seed_again_other');
  const there = await startProduct(other.input, { worker: false });
  const campaign = { id: aksu2024.id, title: aksu2024.title, policy: aksu2024, calendar: calendar2024 };
  const by = { changedBy: 'operator-1', changedAt: 0, reason: '通知印发' };
  await createCampaign(there.db, { ...campaign, state: 'preparing' }, by);
  expect(await seed(other.input)).toEqual({ accounts: [], firstOperator: null });
  expect((await listCampaigns(there.db)).filter(isDemo)).toEqual([]);
  await there.leave();
  await other.remove();
});
