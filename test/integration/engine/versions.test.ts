import type { Connection } from '@temporalio/client';
import { type Deployments, deploymentName, deploymentsOf } from '../../../ops/cluster/deployments.js';
import { until } from '../../../ops/process/ports.js';
import { stories } from '../../../simulation/story/story.js';
import { whileCurrent } from '../../../worker/whileCurrent.js';
import { openWorld, type Placed, type World } from './world.js';

const [old, upgraded] = ['old', 'upgraded'];
let world: World;
let deployments: Deployments;
beforeAll(async () => {
  world = await openWorld('versions', { wallClock: true, build: old });
  deployments = deploymentsOf(world.env.connection as Connection, world.env.namespace);
});
afterAll(() => world?.end());

/** Begins workflows on a version from now on: the server refuses until its workers have asked for work on every queue. */
async function makeCurrent(build: string): Promise<void> {
  const made = () =>
    deployments.makeCurrent(build).then(
      () => true,
      () => false,
    );
  expect(await until(made, { timeoutMs: 30_000 })).toBe(true);
}

/** The run that an application is in, and the version that did its last task; null before its first. */
async function atWork({ number }: Placed): Promise<{ readonly runId: string; readonly build: string | null }> {
  const handle = world.client.workflow.getHandle(number);
  const { runId } = await handle.describe();
  const { events } = await world.client.workflow.getHandle(number, runId).fetchHistory();
  const last = events?.findLast((event) => event.workflowTaskCompletedEventAttributes);
  return { runId, build: last?.workflowTaskCompletedEventAttributes?.deploymentVersion?.buildId ?? null };
}

// When an application leaves its version: `workflows/superseded.test.ts`.
test('an application stays with the workers it began on, and one that begins later is with the current ones', async () => {
  await makeCurrent(old);
  const placed = await world.place(stories.superior_review);
  expect((await world.facts(placed)).status).toBe('superior_review');
  const began = await atWork(placed);
  expect(began.build).toBe(old);

  await world.startWorker(upgraded);
  await makeCurrent(upgraded);
  const toll = await world.register(placed, 'toll', await world.now(placed));
  expect((await world.untilAnswered(placed, toll)).kind).toBe('answered');
  expect(await atWork(placed)).toEqual(began);

  const later = await world.place(stories.superior_review);
  expect((await world.facts(later)).status).toBe('superior_review');
  expect((await atWork(later)).build).toBe(upgraded);
});

test('what begins workflows on its own works while its version is current, and again after a rollback', async () => {
  const soon = { timeoutMs: 10_000 };
  let working = 0;
  let begun = 0;
  const start = () => {
    working += 1;
    begun += 1;
    const stop = async () => {
      working -= 1;
    };
    return [{ stop }];
  };
  const connection = world.env.connection as Connection;
  const version = { deploymentName, buildId: old };
  const keepers = whileCurrent(connection, { namespace: world.env.namespace, version }, start, { interval: 20 });
  const unversioned = whileCurrent(connection, { namespace: world.env.namespace }, start);
  expect(await until(async () => working === 1, soon)).toBe(true);

  // The one before is current again; then nothing is left to go back to.
  await deployments.rollBack();
  expect(await until(async () => working === 2, soon)).toBe(true);
  await expect(deployments.rollBack()).rejects.toThrow('没有较早的版本');
  await makeCurrent(upgraded);
  expect(await until(async () => working === 1, soon)).toBe(true);
  // A version that is only ramped is not current.
  await deployments.ramp(old, 50);
  expect((await deployments.routing()).ramping).toEqual({ buildId: old, percentage: 50 });
  await deployments.rollBack();
  expect(await deployments.routing()).toMatchObject({ current: upgraded, ramping: null });
  expect([working, begun]).toEqual([1, 2]);
  await Promise.all([keepers.stop(), unversioned.stop()]);
  expect(working).toBe(0);
});
