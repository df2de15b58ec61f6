import type { Connection } from '@temporalio/client';
import { type Deployments, deploymentsOf } from '../../../ops/cluster/deployments.js';
import { until } from '../../../ops/process/ports.js';
import { stories } from '../../../simulation/story/story.js';
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
