import { Client, type Connection, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { openConnection } from '../../../config/openConnection.js';
import { until } from '../../../ops/process/ports.js';
import { properAct } from '../../../prover/properAct.js';
import { aksu2024 as policy } from '../../../rules/policy/campaigns/aksu2024.js';
import { keep, openRecord, recordedAs } from '../../../simulation/histories/keptRecord.js';
import { stories } from '../../../simulation/story/story.js';
import { applicationWorkflow, notLooked, taskQueue } from '../../../workflows/application/messages.js';
import { startOptions } from '../../../workflows/application/startOptions.js';
import { draft } from '../../support/facts.js';
import { createNamespace } from '../../support/namespace.js';
import { quietEngine } from '../../support/quietEngine.js';
import { testWorkflows } from '../../support/workflows.js';
import { pastOf } from '../records/world.js';

interface RecordedEvent {
  readonly eventType: string;
}
type Handle = WorkflowHandleWithFirstExecutionRunId;

let bundle: WorkflowBundle;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let worker: Worker;
let running: Promise<void>;
/** Applications whose record does not answer yet. */
const slow = new Map<string, Promise<void>>();

beforeAll(async () => {
  quietEngine();
  bundle = await testWorkflows();
  const { address, namespace } = await createNamespace('slow_record');
  [connection, native] = await Promise.all([openConnection({ address }), NativeConnection.connect({ address })]);
  client = new Client({ connection, namespace });
  worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: {
      recordedApplication: async ({ applicationId }: { applicationId: string }) => recordedAs(applicationId),
      recordTransition: async ({ applicationId, transition }: Parameters<typeof record>[0]) => {
        await slow.get(applicationId);
        return record({ applicationId, transition });
      },
      recordDeadline: async () => ({ acts: [] }),
    },
  });
  running = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await running;
  await Promise.all([connection.close(), native.close()]);
});

const record = ({ applicationId, transition }: { applicationId: string; transition: Parameters<typeof keep>[1] }) =>
  recordedAs(applicationId).facts.seq < transition.seq ? keep(applicationId, transition) : undefined;

/** An application in correction, so many ms before its deadline, whose record answers from `answer` on. */
async function inCorrection(applicationId: string, { ahead, taskTimeout }: { ahead: number; taskTimeout: number }) {
  const { facts } = pastOf(draft({ applicationId }), stories.correction);
  const due = facts.deadlines.correction_due?.due ?? Number.NaN;
  const clockOffset = due - ahead - Date.now();
  openRecord(facts);
  let answer = () => {};
  slow.set(applicationId, new Promise((resolve) => (answer = resolve)));
  const start = { number: applicationId, facts, policy, remindedUpTo: due - ahead, clockOffset };
  const handle = await client.workflow.start(applicationWorkflow, {
    ...startOptions(start, 'http://127.0.0.1'),
    workflowTaskTimeout: taskTimeout,
  });
  const resubmit = (key: string) => {
    const act = { ...properAct(facts, 'resubmit', policy, Date.now() + clockOffset), key };
    return handle.executeUpdate(act.event, { args: [act, notLooked], updateId: key });
  };
  return { handle, resubmit, answer };
}

async function eventsOf(handle: Handle): Promise<readonly string[]> {
  const { events } = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: readonly RecordedEvent[] };
  return events.map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
}
/** Waits until a history holds so many events of a type. */
async function has(handle: Handle, type: string, times = 1): Promise<void> {
  const count = async () => (await eventsOf(handle)).filter((each) => each === type).length;
  const seen = await until(async () => (await count()) >= times, { timeoutMs: 20_000, everyMs: 100 });
  if (!seen) throw new Error((await eventsOf(handle)).join('\n'));
}

test('acts and a timer that wait for a slow record are replayed in the order in which they were done', async () => {
  const { handle, resubmit, answer } = await inCorrection('slow-1', { ahead: 2_500, taskTimeout: 1_000 });
  const first = resubmit('first');
  await has(handle, 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED');
  const second = resubmit('second').catch((error: Error) => error.cause);
  await has(handle, 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED', 2);
  await has(handle, 'TIMER_FIRED');
  const tasks = (await eventsOf(handle)).filter((type) => type === 'WORKFLOW_TASK_COMPLETED').length;
  await has(handle, 'WORKFLOW_TASK_COMPLETED', tasks + 1);
  answer();
  expect(await first).toMatchObject({ status: 'committee_audit' });
  expect(await second).toMatchObject({ type: 'Refused' });
  const history = JSON.parse(historyToJSON(await handle.fetchHistory()));
  await Worker.runReplayHistory({ workflowBundle: bundle }, history, handle.workflowId);
}, 30_000);

test('an act whose record does not answer leaves its task before the engine has to prolong it', async () => {
  const { handle, resubmit, answer } = await inCorrection('slow-2', { ahead: 3_600_000, taskTimeout: 10_000 });
  const act = resubmit('first');
  await has(handle, 'ACTIVITY_TASK_SCHEDULED');
  answer();
  expect(await act).toMatchObject({ status: 'committee_audit' });
  const types = await eventsOf(handle);
  const prolonged = types.filter(
    (type, index) => type === 'WORKFLOW_TASK_COMPLETED' && types[index + 1] === 'WORKFLOW_TASK_SCHEDULED',
  );
  expect(prolonged).toEqual([]);
  expect(types.filter((type) => type === 'WORKFLOW_TASK_COMPLETED').length).toBeLessThanOrEqual(3);
}, 40_000);
