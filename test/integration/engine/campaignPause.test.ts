import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { PauseActivities, PausePart } from '../../../activities/pauseActivities.js';
import { taskQueue } from '../../../workflows/application/messages.js';
import { campaignPause, type PauseInput, pauseWorkflowIdOf } from '../../../workflows/pause/campaignPause.js';
import { quietEngine } from '../../support/quietEngine.js';
import { timeSkippingServer } from '../../support/timeSkipping.js';
import { testWorkflows } from '../../support/workflows.js';

let environment: TestWorkflowEnvironment;
let client: Client;
let bundle: WorkflowBundle;
beforeAll(async () => {
  quietEngine();
  environment = await timeSkippingServer();
  client = new Client({ connection: environment.connection });
  bundle = await testWorkflows();
});
afterAll(() => environment?.teardown());

/** Runs a step over applications that the test simulates; `start` is what reaches the engine. */
async function carriedOut(activities: PauseActivities, start: PauseInput, workflowId: string) {
  const connection = environment.nativeConnection;
  const sinks = { alarms: { notGenuine: { fn: () => undefined, callDuringReplay: false } } };
  const worker = await Worker.create({ connection, taskQueue, workflowBundle: bundle, activities, sinks });
  return await worker.runUntil(client.workflow.execute(campaignPause, { workflowId, taskQueue, args: [start] }));
}
const step = (): PauseInput => ({ pauseId: randomUUID(), ending: false, clockOffset: 0 });

test('of very many applications each part is recorded once, over several runs, and the end is noted after the last', async () => {
  const partsOfLane = 130;
  const recorded: string[] = [];
  // The place of a part in its lane, from the end of the id it begins after.
  const place = ({ after }: PausePart) => Number.parseInt((after ?? '0').slice(-3), 16);
  const next = (part: PausePart) => {
    const n = place(part) + 1;
    const lane = part.upTo === null ? '8' : '0';
    return n === partsOfLane ? null : `${lane}0000000-0000-0000-0000-000000000${n.toString(16).padStart(3, '0')}`;
  };
  let finished = 0;
  const activities: PauseActivities = {
    pausePart: async (part) => {
      recorded.push(`${part.upTo === null ? 'high' : 'low'} ${place(part)}`);
      return { after: next(part) };
    },
    finishPauseStep: async () => {
      finished += 1;
    },
  };
  const input = step();
  await carriedOut(activities, input, pauseWorkflowIdOf(input));
  expect(recorded).toHaveLength(2 * partsOfLane);
  expect(new Set(recorded).size).toBe(2 * partsOfLane);
  expect(finished).toBe(1);
});

test.each([
  ['under another id', (input: PauseInput) => [input, `pause-${randomUUID()}`]],
  [
    'for the end under the id of the beginning',
    (input: PauseInput) => [{ ...input, ending: true }, pauseWorkflowIdOf(input)],
  ],
  ['with lanes that are none', (input: PauseInput) => [{ ...input, lanes: [{ after: 1 }] }, pauseWorkflowIdOf(input)]],
  ['by no clock', (input: PauseInput) => [{ ...input, clockOffset: Number.NaN }, pauseWorkflowIdOf(input)]],
] as const)('a start %s is refused, and nothing is recorded', async (_what, forged) => {
  let parts = 0;
  const count = async () => {
    parts += 1;
    return { after: null };
  };
  const [input, workflowId] = forged(step()) as [PauseInput, string];
  const activities = { pausePart: count, finishPauseStep: async () => undefined };
  await expect(carriedOut(activities, input, workflowId)).rejects.toThrow();
  expect(parts).toBe(0);
});
