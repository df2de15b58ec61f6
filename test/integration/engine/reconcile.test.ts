import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { openConnection } from '../../../config/openConnection.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { reconcile } from '../../../engine/reconcile.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { until } from '../../../ops/process/ports.js';
import { queriesAt, queryOfUnit } from '../../../portal/operator/operations/temporalQueries.js';
import { properAct } from '../../../prover/properAct.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { registerAct } from '../../../records/application/intakes.js';
import { recordDue } from '../../../records/deadlines/recordDue.js';
import { day } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { type StoryStep, stories } from '../../../simulation/story/story.js';
import { type Reconciler, startReconciler } from '../../../worker/reconciler.js';
import { campaignDueIdOf, campaignWorkflowIdOf } from '../../../workflows/campaign/campaignMessages.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';

let api: TestApi;
let office: Office;
let connection: Connection;
let client: Client;
let reconciler: Reconciler;
const found: string[] = [];
const astray: number[] = [];
const payloadKeys = { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } };

beforeAll(async () => {
  api = await startTestApi({ name: 'reconcile', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  await startCampaign(api.deps, campaignId);
  if (!api.reached) throw new Error('the engine has an address');
  const { address, namespace } = api.reached;
  connection = await openConnection({ address });
  client = new Client({ connection, namespace, dataConverter: createDataConverter(payloadKeys) });
  const metrics = {
    ...api.deps.metrics,
    reconciled: { inc: ({ finding }: { finding: string }) => void found.push(finding) },
    astray: { set: (count: number) => void astray.push(count) },
  };
  reconciler = startReconciler({ ...api.deps, metrics }, { interval: 3_600_000 });
  // After the comparison that follows a start.
  await reconciler.reconcile();
});
beforeEach(() => {
  found.length = 0;
  astray.length = 0;
});
afterAll(async () => {
  await reconciler.stop();
  await connection.close();
  await api.close();
});

/** An application whose events were recorded some time ago. */
async function placed(story: readonly StoryStep[]): Promise<string> {
  const id = await office.application(story);
  await settle(id);
  return id;
}
const settle = (id: string) =>
  api.asOwner(`UPDATE events SET recorded_at = recorded_at - interval '1 minute' WHERE application_id = $1`, [id]);
const handleOf = async (id: string) => client.workflow.getHandle(await workflowIdOf(api.db, id));
const seqOf = async (id: string) => (await api.deps.engine.current(await workflowIdOf(api.db, id))).facts.seq;
const act = (id: string, event: string, body: object = {}) =>
  office.as('office').post(`/api/applications/${id}/actions/${event}`).set('Idempotency-Key', randomUUID()).send(body);
/** Accepts an application, and resets its workflow to before that. */
async function acceptAndReset(id: string): Promise<void> {
  await act(id, 'accept').expect(200);
  await settle(id);
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: await workflowIdOf(api.db, id) },
    reason: 'by hand',
    workflowTaskFinishEventId: 4 as unknown as Long,
    requestId: randomUUID(),
    resetReapplyType: 2,
  });
}
/** The engine's list may be behind what has just happened. */
const healed = async (isHealed: () => Promise<boolean>) => {
  const once = async () => {
    await reconciler.reconcile();
    return await isHealed().catch(() => false);
  };
  expect(await until(once, { timeoutMs: 20_000, everyMs: 100 })).toBe(true);
};
const runs = (workflowId: string) => api.deps.engine.workflows.state(workflowId).then((state) => state === 'running');
const agrees = async (id: string) => (await seqOf(id)) === (await findApplication(api.db, id))?.seq;

describe('The reconciler', () => {
  test('leaves workflows alone that are where the record is', async () => {
    const id = await placed(stories.committee_audit);
    const { runId } = await (await handleOf(id)).describe();
    await reconciler.reconcile();
    expect((await (await handleOf(id)).describe()).runId).toBe(runId);
    expect({ found, astray }).toEqual({ found: [], astray: [0] });
  });

  test('begins a terminated and a missing workflow again, of applications and of the campaign', async () => {
    const [terminated, missing] = [await placed(stories.committee_audit), await placed(stories.payment)];
    await (await handleOf(terminated)).terminate('by hand');
    await client.workflow.getHandle(campaignWorkflowIdOf(campaignId)).terminate('by hand');
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: await workflowIdOf(api.db, missing) },
    });
    await healed(async () => (await agrees(terminated)) && (await agrees(missing)));
    await healed(() => runs(campaignWorkflowIdOf(campaignId)));
    expect(found.filter((finding) => finding === 'ended').length).toBeGreaterThanOrEqual(2);
    await act(terminated, 'accept').expect(200);
  });

  test('shows operators what was begun again, and every other prepared list', async () => {
    const id = await placed(stories.committee_audit);
    await (await handleOf(id)).terminate('by hand');
    await healed(() => agrees(id));
    const number = await workflowIdOf(api.db, id);
    const listing = async (query: string) => {
      const numbers: string[] = [];
      for await (const { workflowId } of client.workflow.list({ query })) numbers.push(workflowId);
      return numbers;
    };
    const lists = new Map<string, string>(queriesAt(await api.deps.clock()));
    const isListed = async () => (await listing(lists.get('query_rebuilt') ?? '')).includes(number);
    expect(await until(isListed, { timeoutMs: 20_000, everyMs: 100 })).toBe(true);
    expect(await listing(queryOfUnit('unit-1'))).toContain(number);
    for (const query of lists.values()) expect(await listing(query)).toBeInstanceOf(Array);
  });

  test('leaves a workflow the minutes it takes to follow a deadline that its campaign has recorded, and no longer', async () => {
    const id = await placed(stories.correction);
    const number = await workflowIdOf(api.db, id);
    // Else it may read the record only once the deadline is in it, and end.
    expect(await agrees(id)).toBe(true);
    const upTo = (await api.deps.clock()) + 60 * day;
    const { recorded } = await recordDue(api.db, { campaignId, ids: [id], upTo });
    expect(recorded).toHaveLength(1);
    await settle(id);
    await reconciler.reconcile();
    expect(await runs(number)).toBe(true);
    expect(found).toEqual([]);
    for (let minute = 0; minute < 12; minute += 1) await settle(id);
    // Counted once the workflow has been stopped, by whichever comparison found it.
    await healed(async () => !(await runs(number)) && found.includes('behind'));
  });

  test('starts what records the deadlines of a campaign where it does not run', async () => {
    const recording = client.workflow.getHandle(campaignDueIdOf(campaignId));
    await recording.terminate('by hand');
    await reconciler.reconcile();
    expect((await recording.describe()).status.name).toBe('RUNNING');
    expect(found).toEqual([]);
  });

  test('begins a workflow again that was reset to before its last acts', async () => {
    const id = await placed(stories.committee_audit);
    await acceptAndReset(id);
    await healed(() => agrees(id));
  });

  test('begins a workflow again that waits where the list shows nothing wrong', async () => {
    const id = await placed(stories.committee_audit);
    await acceptAndReset(id);
    const application = await findApplication(api.db, id);
    if (!application) throw new Error(`${id} is gone`);
    const given = properAct(application.facts, 'withdraw', aksu2024, (await api.deps.clock()) - 180_000);
    const free = { freeText: null, bodyHash: hashOf(given.data) };
    await registerAct(api.db, { applicationId: id, act: { ...given, freeTextHash: null }, ...free });
    // As an engine shows it that has kept its list, and lost what led there.
    const { engine } = api.deps;
    const list = async function* () {
      for await (const each of engine.workflows.list()) {
        yield each.workflowId === application.number ? { ...each, seq: application.seq } : each;
      }
    };
    const lists = { ...api.deps, engine: { ...engine, workflows: { ...engine.workflows, list } } };
    const once = async () => {
      await reconcile({ ...lists, metrics: { ...api.deps.metrics, reconciled: { inc: () => undefined } } });
      return await agrees(id);
    };
    expect(await until(once, { timeoutMs: 20_000, everyMs: 100 })).toBe(true);
  });

  test('begins a workflow again that is ahead of a restored database, and stops one the database knows nothing of', async () => {
    const [ahead, unrecorded] = [await placed(stories.committee_audit), await placed(stories.committee_audit)];
    const forgotten = await workflowIdOf(api.db, unrecorded);
    await rewind(ahead, () => act(ahead, 'accept').expect(200));
    await forget(unrecorded);
    await healed(async () => (await agrees(ahead)) && !(await runs(forgotten)));
    expect(found).toEqual(expect.arrayContaining(['ahead', 'unrecorded']));
    await act(ahead, 'accept').expect(200);
  });

  test('leaves a number that a restored database gives again to the application it has under it', async () => {
    const lost = await placed(stories.committee_audit);
    const number = await workflowIdOf(api.db, lost);
    await forget(lost);
    await api.asOwner('UPDATE application_numbers SET last = last - 1');
    const id = await placed(stories.payment);
    expect(await workflowIdOf(api.db, id)).toBe(number);
    await healed(async () => (await api.deps.engine.current(number)).facts.applicationId === id);
    expect(await agrees(id)).toBe(true);
  });
});

describe('Without waiting for it,', () => {
  test('an act on a terminated workflow is carried out', async () => {
    const id = await placed(stories.committee_audit);
    await (await handleOf(id)).terminate('by hand');
    const { body } = await act(id, 'accept').expect(200);
    expect(body).toMatchObject({ status: 'payment' });
    expect(await agrees(id)).toBe(true);
  });

  test('an operator has a workflow begun again, and nobody else has', async () => {
    const id = await placed(stories.committee_audit);
    const { runId } = await (await handleOf(id)).describe();
    const ask = (name: 'operator' | 'office') =>
      office.as(name).post(`/api/operations/applications/${id}/rebuild`).set('Idempotency-Key', `anew-${id}`);
    await ask('office').send({ reason: '流程没有答复' }).expect(403);
    await ask('operator').send({}).expect(422);
    await ask('operator').send({ reason: '流程没有答复' }).expect(200, { remedy: 'restarted' });
    const rebuilt = await (await handleOf(id)).describe();
    expect(rebuilt.runId).not.toBe(runId);
    await ask('operator').send({ reason: '流程没有答复' }).expect(200);
    expect((await (await handleOf(id)).describe()).runId).toBe(rebuilt.runId);
    expect(await agrees(id)).toBe(true);
  });

  test('an act is judged by a restored database, not by the workflow that is ahead of it', async () => {
    const id = await placed(stories.committee_audit);
    await rewind(id, () => act(id, 'accept').expect(200));
    const { body } = await act(id, 'accept').expect(200);
    expect(body).toMatchObject({ status: 'payment' });
    expect(await agrees(id)).toBe(true);
  });
});

/** Takes an application out of the database. */
async function forget(id: string): Promise<void> {
  await api.asOwner('DELETE FROM events WHERE application_id = $1', [id]);
  await api.asOwner('DELETE FROM applications WHERE id = $1', [id]);
}

/** Does something, and takes it back in the database alone. */
async function rewind(id: string, work: () => Promise<unknown>): Promise<void> {
  const seq = await seqOf(id);
  const table = `kept_${id.replaceAll('-', '_')}`;
  await api.asOwner(`CREATE TABLE ${table} AS SELECT * FROM applications WHERE id = '${id}'`);
  await work();
  await api.asOwner('DELETE FROM events WHERE application_id = $1 AND seq > $2', [id, seq]);
  await api.asOwner('DELETE FROM outbox WHERE application_id = $1 AND seq > $2', [id, seq]);
  const later = `(SELECT id FROM ledger_transfers WHERE application_id = $1 AND split_part(id, ':', 2)::int > $2)`;
  await api.asOwner(`DELETE FROM ledger_entries WHERE transfer_id IN ${later}`, [id, seq]);
  await api.asOwner(`DELETE FROM ledger_transfers WHERE id IN ${later}`, [id, seq]);
  const posted = '(SELECT FROM ledger_transfers WHERE application_id = fees.application_id AND part = fees.part)';
  await api.asOwner(`DELETE FROM fees WHERE application_id = $1 AND NOT EXISTS ${posted}`, [id]);
  await api.asOwner('DELETE FROM intakes WHERE application_id = $1 AND finished_at IS NOT NULL', [id]);
  await api.asOwner('DELETE FROM applications WHERE id = $1', [id]);
  await api.asOwner(`INSERT INTO applications SELECT * FROM ${table}`);
  await api.asOwner(`DROP TABLE ${table}`);
}
