import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { openConnection } from '../../../config/openConnection.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { until } from '../../../ops/process/ports.js';
import { recordedApplication } from '../../../records/application/recordedApplication.js';
import { stories } from '../../../simulation/story/story.js';
import { startReconciler } from '../../../worker/reconciler.js';
import { applicationWorkflow } from '../../../workflows/application/messages.js';
import { createOffice, type Office } from '../../support/office.js';
import { payloadKeys, startTestApi, type TestApi } from '../../support/testApi.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';
import { testWorkflows } from '../../support/workflows.js';

const elsewhere = 'elsewhere';

let api: TestApi;
let office: Office;
let connection: Connection;
let native: NativeConnection;
let client: Client;

beforeAll(async () => {
  api = await startTestApi({ name: 'failing_workflow', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  if (!api.reached) throw new Error('the engine has an address');
  const { address, namespace } = api.reached;
  [connection, native] = await Promise.all([openConnection({ address }), NativeConnection.connect({ address })]);
  client = new Client({ connection, namespace, dataConverter: createDataConverter(payloadKeys) });
});
afterAll(async () => {
  await Promise.all([connection.close(), native.close()]);
  await api.close();
});

const worker = (workflowBundle: { readonly code: string; readonly sourceMap: string }) =>
  Worker.create({
    connection: native,
    namespace: client.options.namespace,
    taskQueue: elsewhere,
    workflowBundle,
    dataConverter: createDataConverter(payloadKeys),
    activities: {
      recordedApplication: (input: { applicationId: string; number: string }) => recordedApplication(api.db, input),
    },
  });

/** Replaces an application's workflow by one that other code began, and returns a worker with the product's code. */
async function beginUnreplayable(applicationId: string): Promise<Worker> {
  const bundle = (await testWorkflows()) as { readonly code: string; readonly sourceMap: string };
  const code = bundle.code.replaceAll('await run(prompt)', 'await run(later)');
  expect(code).not.toBe(bundle.code);
  const workflowId = await workflowIdOf(api.db, applicationId);
  const other = await worker({ ...bundle, code });
  await other.runUntil(async () => {
    await client.workflow.getHandle(workflowId).terminate('to begin one that fails');
    await client.workflow.start(applicationWorkflow, {
      workflowId,
      taskQueue: elsewhere,
      args: [{ applicationId, remindedUpTo: 0, clockOffset: api.deps.clockOffset }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: '1 s',
    });
    await api.deps.engine.current(workflowId);
  });
  return await worker(bundle);
}

test('a workflow whose task fails for ever is begun again from the record, and the act that waited is carried out', async () => {
  const id = await office.application(stories.committee_audit);
  const failing = await beginUnreplayable(id);
  const found: string[] = [];
  const reconciler = startReconciler(
    {
      ...api.deps,
      // An act that arrived now has waited for a minute.
      clock: async () => (await api.deps.clock()) + 60_000,
      metrics: { reconciled: { inc: ({ finding }) => void found.push(finding) }, astray: { set: () => undefined } },
    },
    { interval: 3_600_000 },
  );
  await failing.runUntil(async () => {
    const key = randomUUID();
    const act = office.as('office').post(`/api/applications/${id}/actions/accept`).set('Idempotency-Key', key).send({});
    const answered = act.then(({ status, body }) => ({ status, body }));
    const isFound = async () => {
      await reconciler.reconcile();
      return found.length > 0;
    };
    expect(await until(isFound, { timeoutMs: 30_000, everyMs: 250 })).toBe(true);
    expect(await answered).toMatchObject({ status: 200, body: { status: 'payment' } });
  });
  expect(found).toEqual(['failing']);
  expect((await api.deps.engine.current(await workflowIdOf(api.db, id))).facts.status).toBe('payment');
  await reconciler.reconcile();
  expect(found).toEqual(['failing']);
  await reconciler.stop();
}, 60_000);
