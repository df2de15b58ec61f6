import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createMailer } from '../../../activities/mailer.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { temporalEngine } from '../../../engine/engine.js';
import { until } from '../../../ops/process/ports.js';
import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import { properAct } from '../../../prover/properAct.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { registerAct } from '../../../records/application/intakes.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { listParkedLetters } from '../../../records/mail/claimLetters.js';
import { repairLetter } from '../../../records/mail/letterRepairs.js';
import type { Facts } from '../../../rules/application/facts.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { startWorkers, type Workers } from '../../../worker/startWorkers.js';
import { workflowBundle } from '../../../worker/workflowBundle.js';
import { currentQuery, notLooked, type RepairAct } from '../../../workflows/application/messages.js';
import { startOptions } from '../../../workflows/application/startOptions.js';
import { mailWorkflowId } from '../../../workflows/mail/mail.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { createNamespace } from '../../support/namespace.js';
import { quietEngine } from '../../support/quietEngine.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt } from '../records/world.js';
import { startRefusingServer } from './refusingServer.js';

let own: TestDatabase;
let database: Database;
let connection: NativeConnection;
let client: Client;
let inbox: LetterBox;

const nothing = () => undefined;
const log = { info: nothing, warn: nothing, error: nothing };
const dataConverter = createDataConverter({ current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
/** Campaign time is 1 August 2024. */
const clockOffset = instantOf('2024-08-01T10:00') - Date.now();
const now = () => Date.now() + clockOffset;

beforeAll(async () => {
  quietEngine();
  own = await createDatabase('workers');
  database = openDatabase(own.url);
  await finalize(database);
  const { address, namespace } = await createNamespace('mail');
  connection = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace, dataConverter });
  inbox = await startLetterBox();
});
afterAll(async () => {
  await inbox?.stop();
  await connection?.close();
  await closeDatabase(database);
  await own.drop();
});

async function work(smtpUrl: string): Promise<Workers> {
  const bundle = await workflowBundle(TEST_BUNDLE, log);
  const mailer = createMailer({ smtpUrl, from: 'pingshen@example.cn', perSecond: 200 });
  const options = { connection, client, dataConverter, bundle, database, mailer, portal: 'http://portal', log };
  return await startWorkers({ ...options, clockOffset, maxAttempts: 2, firstRetryAfter: 300 });
}

async function start(facts: Facts): Promise<void> {
  await openApplication(database, { facts, openedAt });
  const number = await workflowIdOf(database, facts.applicationId);
  const input = { number, facts, policy: aksu2024, remindedUpTo: now(), clockOffset };
  await client.workflow.start('application', startOptions(input, 'http://portal'));
}

async function submit(facts: Facts): Promise<void> {
  const act = { ...properAct(facts, 'submit', aksu2024, now()), freeTextHash };
  const { applicationId } = facts;
  await registerAct(database, { applicationId, act, freeText, bodyHash: hashOf(act) });
  const application = client.workflow.getHandle(await workflowIdOf(database, applicationId));
  await application.executeUpdate('submit', { args: [act, notLooked], updateId: act.key });
}

const within = { timeoutMs: 30_000 };

async function mailsOf(applicationId: string) {
  return (await inbox.mails()).filter(({ headers }) => headers['message-id']?.includes(applicationId));
}

async function mailHasEnded(): Promise<boolean> {
  const { status } = await client.workflow.getHandle(mailWorkflowId).describe();
  return status.name === 'COMPLETED';
}

test('an act on the whole road: recorded, answered, its letters out, and the mail workflow over', async () => {
  const workers = await work(inbox.smtpUrl);
  const facts = await newDraft(database);
  await start(facts);
  await submit(facts);
  expect(await findApplication(database, facts.applicationId)).toMatchObject({ status: 'unit_review', seq: 1 });
  expect(await until(async () => (await mailsOf(facts.applicationId)).length === 2, within)).toBe(true);
  expect(await until(mailHasEnded, within)).toBe(true);
  await workers.stop();
});

test('letters that wait while no worker runs go out when one starts', async () => {
  const facts = await newDraft(database);
  const first = await work('smtp://127.0.0.1:1');
  await start(facts);
  await submit(facts);
  await first.stop();
  await database.outbox.updateMany({
    where: { applicationId: facts.applicationId },
    data: { state: 'pending', attempts: 0, nextAttemptAt: null },
  });
  const second = await work(inbox.smtpUrl);
  expect(await until(async () => (await mailsOf(facts.applicationId)).length === 2, within)).toBe(true);
  await second.stop();
});

test('a letter that keeps failing parks its step and nothing else; an operator has it sent again', async () => {
  const refusing = await startRefusingServer();
  const facts = await newDraft(database);
  const { applicationId } = facts;
  const first = await work(refusing.smtpUrl);
  await start(facts);
  await submit(facts);
  const application = client.workflow.getHandle(await workflowIdOf(database, applicationId));
  const parked = async () => Object.keys((await application.query(currentQuery)).parked);
  expect(await until(async () => (await parked()).length === 2, within)).toBe(true);
  expect((await findApplication(database, applicationId))?.needsAttention).toBe(true);
  const steps = await parked();
  await first.stop();
  await refusing.stop();

  const second = await work(inbox.smtpUrl);
  for (const step of steps) {
    const actor = { role: 'operator', personId: 'operator-1', scope: null } as const;
    const outboxId = step.slice('mail:'.length);
    const by = { actorId: 'operator-1', reason: '已核实', at: now() };
    await repairLetter(database, { outboxId, key: `retry-${step}`, repair: 'retry_step', ...by });
    const repair: RepairAct = { key: `retry-${step}`, actor, receivedAt: now(), step, freeTextHash };
    await application.executeUpdate('retry_step', { args: [repair], updateId: repair.key });
    await listParkedLetters(database, outboxId);
  }
  await temporalEngine(client, { publicUrl: 'http://portal' }).wakeMailWorkflow();
  expect(await until(async () => (await mailsOf(applicationId)).length === 2, within)).toBe(true);
  expect(await parked()).toEqual([]);
  expect((await findApplication(database, applicationId))?.needsAttention).toBe(false);
  await second.stop();
});

test('the bundle is built once and read afterwards', async () => {
  const built: number[] = [];
  const seeding = { ...log, info: () => built.push(1) };
  const { code } = await workflowBundle(TEST_BUNDLE, seeding);
  expect(code.length).toBeGreaterThan(100_000);
  expect(built).toEqual([]);
});
