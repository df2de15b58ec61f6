import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { MailActivities } from '../../../activities/mailActivities.js';
import { mailTaskQueue, taskQueue } from '../../../workflows/application/messages.js';
import { mail, wakeMailSignal } from '../../../workflows/mail/mail.js';
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

/** Runs the workflow over an outbox that the test simulates. */
async function withOutbox(drainOutbox: MailActivities['drainOutbox'], work: () => Promise<void>): Promise<void> {
  const connection = environment.nativeConnection;
  const applications = await Worker.create({ connection, taskQueue, workflowBundle: bundle });
  const mails = await Worker.create({ connection, taskQueue: mailTaskQueue, activities: { drainOutbox } });
  const runs = [applications.run(), mails.run()];
  try {
    await work();
  } finally {
    for (const worker of [applications, mails]) worker.shutdown();
    await Promise.all(runs);
  }
}

const start = () => client.workflow.signalWithStart(mail, { workflowId: 'mail', taskQueue, signal: wakeMailSignal });

test('an empty outbox is looked at once more after a nudge, and nothing stays behind', async () => {
  let drains = 0;
  const drain = async () => {
    drains += 1;
    return { nextAttemptAt: null };
  };
  await withOutbox(drain, async () => {
    await (await start()).result();
    const { status, historyLength } = await client.workflow.getHandle('mail').describe();
    expect(status.name).toBe('COMPLETED');
    expect(historyLength).toBeLessThan(20);
  });
  expect(drains).toBeGreaterThanOrEqual(1);
});

test('a nudge while the outbox is being emptied is not lost: it is emptied again', async () => {
  let drains = 0;
  const drain = async () => {
    drains += 1;
    if (drains === 1) await start();
    return { nextAttemptAt: null };
  };
  await withOutbox(drain, async () => {
    await (await start()).result();
  });
  expect(drains).toBe(2);
});

test('a letter that waits for its next attempt is waited for, in no time on a clock that jumps', async () => {
  const hour = 3_600_000;
  const instants: number[] = [];
  const drain = async () => {
    instants.push(await environment.currentTimeMs());
    const [first = 0] = instants;
    return { nextAttemptAt: instants.length === 3 ? null : first + instants.length * hour };
  };
  await withOutbox(drain, async () => {
    const handle = await start();
    await environment.connection.testService?.unlockTimeSkipping({});
    await handle.result();
    await environment.connection.testService?.lockTimeSkipping({});
  });
  const [first = 0, second = 0, third = 0] = instants;
  expect(second - first).toBeGreaterThanOrEqual(hour);
  expect(third - first).toBeGreaterThanOrEqual(2 * hour);
});
