import { randomUUID } from 'node:crypto';
import { Client, type Connection, WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, type Payload } from '@temporalio/common';
import { openConnection } from '../../../config/openConnection.js';
import { createDataConverter, createPayloadCodec } from '../../../config/payloadCodec.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { startWorkflow } from '../../../engine/startWorkflow.js';
import { until } from '../../../ops/process/ports.js';
import { properAct } from '../../../prover/properAct.js';
import { findApplication } from '../../../records/application/applications.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { campaignTimeline } from '../../../records/campaign/campaignEvents.js';
import type { Act, Actor } from '../../../rules/application/act.js';
import { applicationNumber, numberPrefix } from '../../../rules/application/applicationNumber.js';
import type { EventName, Role } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { type StoryStep, stories } from '../../../simulation/story/story.js';
import { applicationWorkflow, taskQueue } from '../../../workflows/application/messages.js';
import { campaignWorkflowIdOf } from '../../../workflows/campaign/campaignMessages.js';
import { calendar2024, deputySenior } from '../../support/facts.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';

let api: TestApi;
let office: Office;
/** A client that speaks to the engine without the installation's keys, and one that has stolen them. */
let keyless: Client;
let thief: Client;
let connection: Connection;
const applicants = new Map<string, ReturnType<Office['as']>>();
const payloadKeys = { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } };

beforeAll(async () => {
  api = await startTestApi({ name: 'forged', at: '2024-08-12T10:00:00+08:00', oneClock: true });
  office = await createOffice(api);
  await startCampaign(api.deps, campaignId);
  if (!api.reached) throw new Error('the engine has an address');
  const { address, namespace } = api.reached;
  connection = await openConnection({ address });
  // It cannot seal; that the test can read the answers is beside the point.
  const unsealed = { encode: async (payloads: Payload[]) => payloads, decode: openAny };
  keyless = new Client({ connection, namespace, dataConverter: { payloadCodecs: [unsealed] } });
  thief = new Client({ connection, namespace, dataConverter: createDataConverter(payloadKeys) });
});
afterAll(async () => {
  await connection.close();
  await api.close();
});

const raised = () => api.alarms?.() ?? 0;

async function eventsOf(id: string): Promise<readonly string[]> {
  return (await timelineOf(api.db, id)).map(({ transition }) => transition.event);
}

async function factsOf(id: string) {
  const application = await findApplication(api.db, id);
  if (!application) throw new Error(`no application ${id}`);
  return application.facts;
}

/** An act as the API would send it, but that no API registered. */
async function forgedAct(id: string, event: EventName, role: Role): Promise<Act> {
  const act = properAct(await factsOf(id), event, aksu2024, await api.deps.clock());
  const actor: Actor = { role, personId: `${role}-forged`, scope: act.actor.scope };
  return { ...act, key: randomUUID(), actor };
}

/** Sends an Update past the API. Returns the code of its refusal. */
async function sendTo(
  client: Client,
  workflowId: string,
  name: string,
  args: [unknown, ...unknown[]],
): Promise<string> {
  try {
    await client.workflow
      .getHandle(workflowId)
      .executeUpdate<unknown, [unknown, ...unknown[]]>(name, { args, updateId: randomUUID() });
    return 'carried out';
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    return error.cause instanceof ApplicationFailure ? error.cause.message : String(error.cause);
  }
}

/** An application with a past; its applicant can act. */
async function begun(story: readonly StoryStep[]): Promise<string> {
  const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const id = await office.application(story, { applicantId: applicant.id });
  applicants.set(id, applicant.as);
  return id;
}

/** The step that would be parked if the letter of an act on the application could not be sent. */
async function letterOf(applicationId: string): Promise<string> {
  await office.as('office').post(`/api/applications/${applicationId}/actions/accept`).send({}).expect(200);
  const letter = await api.db.outbox.findFirstOrThrow({ where: { applicationId } });
  return `mail:${letter.id}`;
}

/** Whether the same workflow still takes what its applicant really does. */
async function takesTheNextAct(id: string): Promise<void> {
  const applicant = applicants.get(id);
  if (!applicant) throw new Error(`nobody applied with ${id}`);
  const { body } = await applicant.post(`/api/applications/${id}/actions/withdraw`).send({ reason: '个人原因' });
  expect(body).toMatchObject({ status: 'withdrawn' });
}

const kinds: readonly [EventName, Role, readonly StoryStep[]][] = [
  ['accept', 'office', stories.committee_audit],
  ['return_for_correction', 'office', stories.committee_audit],
  ['forward', 'department', stories.superior_review],
  ['post_publicity', 'unit', stories.unit_review],
  ['refuse', 'office', stories.committee_audit],
  ['disqualify', 'timer', stories.committee_audit],
];

describe('What nobody registered is not recorded, raises an alarm, and hurts nobody:', () => {
  test.each(kinds)('an act %s sent to the engine by somebody in the name of the %s', async (event, role, story) => {
    const id = await begun(story);
    const before = await eventsOf(id);
    const act = await forgedAct(id, event, role);
    const alarms = raised();
    expect(await sendTo(keyless, await workflowIdOf(api.db, id), event, [act, 0])).toBe('not_genuine');
    expect(await sendTo(thief, await workflowIdOf(api.db, id), event, [act, 0])).toBe('not_genuine');
    expect(await sendTo(thief, await workflowIdOf(api.db, id), event, [act, 999])).toBe('not_genuine');
    expect(raised() - alarms).toBeGreaterThanOrEqual(3);
    expect(await eventsOf(id)).toEqual(before);
    await takesTheNextAct(id);
  });

  test('an act on the campaign', async () => {
    const before = await campaignTimeline(api.db, campaignId);
    const actor = { role: 'office', personId: 'office-forged', scope: campaignId };
    const act = { key: randomUUID(), event: 'hold_meeting', actor, receivedAt: await api.deps.clock() };
    const data = { meetingId: randomUUID(), committee: 'engineering' };
    const whole = { ...act, expectedSeq: null, data, freeTextHash: null, schedule: null };
    const alarms = raised();
    for (const client of [keyless, thief]) {
      const args: [unknown, number] = [whole, before.length];
      expect(await sendTo(client, campaignWorkflowIdOf(campaignId), 'hold_meeting', args)).toBe('not_genuine');
    }
    expect(raised() - alarms).toBeGreaterThanOrEqual(2);
    expect(await campaignTimeline(api.db, campaignId)).toEqual(before);
  });

  test('an act whose data, instant or Update is not what it says', async () => {
    const id = await begun(stories.committee_audit);
    const act = await forgedAct(id, 'accept', 'office');
    const odd: readonly [string, unknown][] = [
      ['refuse', act],
      ['accept', { ...act, data: null }],
      ['accept', { ...act, actor: null }],
      ['accept', { ...act, receivedAt: 'now' }],
      ['accept', 'accept'],
      ['accept', null],
    ];
    for (const [name, sent] of odd) {
      expect(await sendTo(thief, await workflowIdOf(api.db, id), name, [sent, 999])).toBe('not_genuine');
    }
    const later = { ...act, receivedAt: act.receivedAt + 400 * 86_400_000 };
    expect(await sendTo(thief, await workflowIdOf(api.db, id), 'accept', [later, 999])).toBe('clock_ahead');
    const amendment = { ...act, event: 'amend_policy', data: { version: 77 } };
    expect(await sendTo(thief, await workflowIdOf(api.db, id), 'amend_policy', [amendment, 999])).toBe('not_genuine');
    await takesTheNextAct(id);
  });

  test('a signal, and a repair by nobody', async () => {
    const id = await begun(stories.committee_audit);
    const alarms = raised();
    const steps = ['record', 'mail:999999999', await letterOf(await begun(stories.committee_audit))];
    for (const client of [keyless, thief]) {
      for (const step of steps)
        await client.workflow
          .getHandle(await workflowIdOf(api.db, id))
          .signal('step_parked', { step, description: 'forged' });
      expect(await sendTo(client, await workflowIdOf(api.db, id), 'skip_step', ['odd'])).toBe('not_genuine');
    }
    const own = await letterOf(id);
    await keyless.workflow
      .getHandle(await workflowIdOf(api.db, id))
      .signal('step_parked', { step: own, description: 'forged' });
    const nothingParked = async () =>
      Object.keys((await api.deps.engine.current(await workflowIdOf(api.db, id))).parked).length === 0;
    expect(await until(nothingParked, { timeoutMs: 10_000 })).toBe(true);
    expect((await findApplication(api.db, id))?.needsAttention).toBe(false);
    expect(raised() - alarms).toBeGreaterThanOrEqual(2 * steps.length + 3);
    await takesTheNextAct(id);
  });

  test('a start with facts of its own, with another clock, or under the number of another application', async () => {
    const identity = { applicationId: randomUUID(), campaignId, applicantId: office.ids.applicant, unitId: 'unit-1' };
    const opening = openDraft({ ...identity, chain: [], profile: deputySenior }, aksu2024, calendar2024);
    const facts = { ...opening, status: 'public_notice', seq: 9 };
    const { clockOffset } = api.deps;
    const id = identity.applicationId;
    const inputs: readonly [Client, unknown][] = [
      [keyless, { facts, policy: aksu2024, calendar: calendar2024, answers: {}, remindedUpTo: 0, clockOffset }],
      [thief, { facts, policy: aksu2024, calendar: calendar2024, answers: {}, remindedUpTo: 0, clockOffset }],
      [thief, { applicationId: id, remindedUpTo: 0, clockOffset }],
      [thief, { applicationId: await begun(stories.payment), remindedUpTo: 0, clockOffset }],
    ];
    const alarms = raised();
    const nobodys = applicationNumber(numberPrefix(campaignId), 99_999);
    for (const [client, input] of inputs) await expectRefusedStart(client, nobodys, input);
    await openApplication(api.db, { facts: opening, openedAt: await api.deps.clock() });
    const number = await workflowIdOf(api.db, id);
    for (const [client, input] of inputs.filter((_, at) => at !== 2)) await expectRefusedStart(client, number, input);
    await expectRefusedStart(thief, nobodys, { applicationId: id, remindedUpTo: 0, clockOffset });
    await expectRefusedStart(thief, `application-${id}`, { applicationId: id, remindedUpTo: 0, clockOffset });
    const ahead = { applicationId: id, remindedUpTo: 0, clockOffset: clockOffset + 400 * 86_400_000 };
    await expectRefusedStart(thief, number, ahead);
    expect(raised() - alarms).toBeGreaterThanOrEqual(2 * inputs.length + 2);
    expect(await eventsOf(id)).toEqual([]);
    const application = await findApplication(api.db, id);
    if (!application) throw new Error('it was opened');
    await startWorkflow(api.deps, application);
    expect((await api.deps.engine.current(number)).facts).toEqual(opening);
  });

  test('a payload that was copied from another history, and a damaged one', async () => {
    const [one, other] = [await begun(stories.committee_audit), await begun(stories.committee_audit)];
    await office.as('office').post(`/api/applications/${one}/actions/accept`).send({}).expect(200);
    const { events } = await thief.workflow.getHandle(await workflowIdOf(api.db, one)).fetchHistory();
    const accepted = events?.find((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
    const input =
      accepted?.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? [];
    expect(input).toHaveLength(2);
    const damaged = input.map((payload) => ({
      ...payload,
      data: (payload.data ?? new Uint8Array()).map((byte) => byte ^ 1),
    }));
    for (const payloads of [input, damaged]) {
      const raw = new Client({
        connection,
        namespace: keyless.options.namespace,
        dataConverter: { payloadCodecs: [{ encode: async () => [...payloads] as Payload[], decode: openAny }] },
      });
      expect(await sendTo(raw, await workflowIdOf(api.db, other), 'accept', [{}, 0])).toBe('not_genuine');
      if (payloads === damaged)
        expect(await sendTo(raw, await workflowIdOf(api.db, one), 'accept', [{}, 0])).toBe('not_genuine');
    }
    await takesTheNextAct(other);
    await takesTheNextAct(one);
  });

  test('and a forged act under the key of a registered one does not keep that one from being carried out', async () => {
    const id = await begun(stories.committee_audit);
    const act = await forgedAct(id, 'accept', 'office');
    const key = randomUUID();
    const sent = thief.workflow
      .getHandle(await workflowIdOf(api.db, id))
      .executeUpdate('accept', { args: [{ ...act, key }, 999], updateId: key });
    await expect(sent).rejects.toThrow(WorkflowUpdateFailedError);
    const { body } = await office
      .as('office')
      .post(`/api/applications/${id}/actions/accept`)
      .set('Idempotency-Key', key)
      .send({});
    expect(body).toMatchObject({ status: 'payment' });
  });
});

async function openAny(payloads: Payload[]): Promise<Payload[]> {
  return await createPayloadCodec(payloadKeys).decode(payloads);
}

async function expectRefusedStart(client: Client, workflowId: string, input: unknown): Promise<void> {
  const handle = await client.workflow.start(applicationWorkflow, {
    workflowId,
    taskQueue,
    args: [input],
  });
  await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
}
