import { randomUUID } from 'node:crypto';
import { PauseAnswer } from '../../../api/pauses/pauseAnswer.js';
import { subjectOf } from '../../../engine/reconcileOne.js';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { findIntake, registerAct } from '../../../records/application/intakes.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { pauseKeys } from '../../../records/campaign/pauseActs.js';
import { addDays, localDateOf } from '../../../rules/calendar/instant.js';
import { canonical } from '../../../rules/canonical.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { pauseWorkflowIdOf } from '../../../workflows/pause/campaignPause.js';
import { followed } from '../../support/engine/followed.js';
import { addCampaign, campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';

const own = `/api/campaigns/${campaignId}/pauses`;
const reason = '系统故障，正在抢修';
const planned = '2024-08-20';
let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'pauses', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
}, 60_000);
afterAll(() => api.close());

const request = (name: Name, body: object = { reason, until: planned }, path = own) =>
  office.as(name).post(path).send(body);
const step = (name: Name, id: string, what: string, body: object = {}, path = own) =>
  office.as(name).post(`${path}/${id}/${what}`).send(body);
const latest = async (path = own) => {
  const { body } = await office.as('office').get(path).expect(200);
  return PauseAnswer.strict().parse(body.items[0]);
};
const done = async (what: 'paused' | 'resumed', path = own) => {
  const isDone = async () => (await latest(path))[what]?.doneAt != null;
  expect(await until(isDone, { timeoutMs: 40_000, everyMs: 100 })).toBe(true);
  return (await latest(path))[what];
};
const facts = async (id: string) => {
  const application = await findApplication(api.db, id);
  if (!application) throw new Error('it is there');
  return application.facts;
};
const act = (name: Name, id: string, event: string, body: object) =>
  office.as(name).post(`/api/applications/${id}/actions/${event}`).send(body);
/** Events, letters and due instants of an application, without what two of the same past differ in, and who is asked to approve. */
async function came(id: string, since: number) {
  const events = (await timelineOf(api.db, id)).slice(since);
  const letters = await api.db.outbox.findMany({
    where: { applicationId: id, seq: { gt: since }, kind: { not: 'pause_requested' } },
    select: { seq: true, kind: true, role: true },
    orderBy: [{ seq: 'asc' }, { kind: 'asc' }, { role: 'asc' }],
  });
  const { tolledSince, pausedUntil, pendingPause, pauses, status } = await facts(id);
  return canonical({
    events: events.map(({ transition: { event, actor, data, from, to, freeTextHash }, freeText }) => {
      return { event, actor, data, from, to, freeTextHash, freeText };
    }),
    letters,
    stands: { tolled: tolledSince !== null, pausedUntil, pendingPause, pauses: pauses.length, status },
  });
}

describe('A pause of all deadlines of a campaign', () => {
  test('is requested by operator or supervisor with a planned end, one at a time, and the others are told', async () => {
    for (const name of ['applicant', 'unit', 'office', 'chair'] as const)
      expect((await request(name)).status).toBe(403);
    const far = addDays(localDateOf(await api.deps.clock()), aksu2024.alarms.pauseDays.value + 1);
    expect((await request('supervisor', { reason, until: far }).expect(422)).body.code).toBe('pause_not_planned');
    const { body } = await request('supervisor').expect(201);
    const { id, state, requested, decided } = PauseAnswer.strict().parse(body);
    expect([state, requested.personId, decided]).toEqual(['requested', office.ids.supervisor, null]);
    expect((await request('operator').expect(409)).body.code).toBe('already_there');
    const told = await api.db.outbox.findMany({ where: { kind: 'campaign_pause_requested' } });
    expect(told.map(({ scope, role }) => [scope, role])).toEqual([[office.ids.operator, 'operator']]);

    expect((await step('supervisor', id, 'approve').expect(403)).body.code).toBe('second_person_needed');
    await step('office', id, 'approve').expect(403);
    expect((await step('operator', id, 'end', { reason }).expect(409)).body.code).toBe('already_done');
    await step('supervisor', id, 'refuse').expect(200);
    expect((await step('operator', id, 'approve').expect(409)).body.code).toBe('already_done');
    expect((await latest()).state).toBe('refused');
  });

  test('pauses what runs as single acts do, leaves what was paused before, and lets its own run again', async () => {
    const running = await office.application(stories.unit_publicity);
    const single = await office.application(stories.unit_publicity);
    const busy = await office.application(stories.committee_audit);
    const withdrawn = await office.application(stories.withdrawn);
    const before = (await facts(running)).seq;
    await act('supervisor', single, 'toll', { reason, until: planned }).expect(200);
    await act('operator', single, 'approve_toll', {}).expect(200);
    // An act that was registered before and never dispatched, because its process died.
    const actor = { role: 'office', personId: office.ids.office, scope: campaignId } as const;
    const accept = { key: 'left', event: 'accept', actor, expectedSeq: null, data: {}, freeTextHash: null } as const;
    const receivedAt = await api.deps.clock();
    await registerAct(api.db, {
      ...{ applicationId: busy, act: { ...accept, receivedAt }, freeText: null, bodyHash: hashOf('left') },
    });

    const { id } = (await request('supervisor').expect(201)).body;
    await step('operator', id, 'approve').expect(200);
    expect(await done('paused')).toMatchObject({ total: 3, moved: 2, refused: 1 });
    expect(await came(running, before)).toBe(await came(single, before));
    const approvedAt = Date.parse((await latest()).decided?.at ?? '');
    expect((await facts(running)).tolledSince).toBe(approvedAt);
    expect((await facts(busy)).tolledSince).not.toBeNull();
    expect((await findIntake(api.db, { applicationId: single, key: pauseKeys(id).request }))?.refusal?.code).toBe(
      'tolled',
    );
    expect((await timelineOf(api.db, withdrawn)).map(({ transition }) => transition.event)).not.toContain('toll');
    // The workflow has it, not only the record.
    expect((await followed(api, running)).tolledSince).toBe(approvedAt);

    // Who may approve is asked once for the campaign, and not for each application that is paused by then.
    const asked = async (applicationId: string) =>
      (await api.db.outbox.findMany({ where: { applicationId, kind: 'pause_requested' } })).map(({ state }) => state);
    const sent = async () => canonical(await Promise.all([running, single].map(asked)));
    expect(await until(async () => !(await sent()).includes('pending'), { timeoutMs: 20_000 })).toBe(true);
    expect(await sent()).toBe(canonical([[], ['sent']]));
    const { items, unread } = (await office.as('supervisor').get('/api/me/notifications?limit=200').expect(200)).body;
    expect(unread).toBe(items.length);

    // In a queue the planned end of a pause is nobody's deadline.
    const listed = async () => {
      const { items: lines } = (await office.as('office').get('/api/applications?limit=100').expect(200)).body;
      const line = lines.find(({ id: one }: { id: string }) => one === running);
      return [line.paused, line.pastDue];
    };
    expect(await listed()).toEqual([true, false]);

    await act('operator', single, 'untoll', { reason: '故障排除' }).expect(200);
    await step('operator', id, 'end', { reason: '故障排除' }).expect(200);
    expect(await done('resumed')).toMatchObject({ total: 2, moved: 2, refused: 0 });
    expect(await came(running, before)).toBe(await came(single, before));
    const { tolledSince, pauses } = await followed(api, running);
    const endedAt = Date.parse((await latest()).ended?.at ?? '');
    expect(await listed()).toEqual([false, false]);
    expect({ tolledSince, pauses }).toEqual({ tolledSince: null, pauses: [{ from: approvedAt, to: endedAt }] });
  });

  test('leaves alone whose deadlines somebody else has let run since', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => office.application(stories.unit_publicity)));
    if (!one || !other) throw new Error('both are there');
    const { id } = (await request('operator').expect(201)).body;
    await step('supervisor', id, 'approve').expect(200);
    await done('paused');
    await act('operator', other, 'untoll', { reason: '不受影响' }).expect(200);
    await act('supervisor', other, 'toll', { reason: '另案调查', until: planned }).expect(200);
    await act('operator', other, 'approve_toll', {}).expect(200);
    await step('supervisor', id, 'end', { reason: '故障排除' }).expect(200);
    await done('resumed');
    expect((await facts(one)).tolledSince).toBeNull();
    expect((await facts(other)).tolledSince).not.toBeNull();
  });

  test('is joined by what is begun while it is in force, and ends for it as for the others', async () => {
    const owing = await office.application(stories.payment);
    const { id } = (await request('operator').expect(201)).body;
    await step('supervisor', id, 'approve').expect(200);
    await done('paused');
    const begun = await office.application([]);
    const { receivedAt } = (await findIntake(api.db, { applicationId: begun, key: pauseKeys(id).approval }))?.act ?? {};
    // As minutes later: until then its acts are left to the sets.
    const sweeper = startTestSweeper(api.deps, { interval: 3_600_000, minimumAge: -180_000 });
    await sweeper.sweep();
    expect((await followed(api, begun)).tolledSince).toBe(receivedAt);
    // What stands still is not among what is due soon, and nobody is late with it.
    const isDueSoon = async () => {
      const query = { due: '2099-01-01T00:00:00+08:00', limit: 200 };
      const { items } = (await office.as('office').get('/api/applications').query(query).expect(200)).body;
      return items.some((line: { id: string }) => line.id === owing);
    };
    const fee = async () => {
      const { body } = await office.as('finance').get(`/api/campaigns/${campaignId}/fees`).query({ state: 'due' });
      return body.items.find((line: { applicationId: string }) => line.applicationId === owing);
    };
    expect([await isDueSoon(), await fee()]).toMatchObject([false, { paused: true, pastDue: false }]);
    await step('supervisor', id, 'end', { reason: '故障排除' }).expect(200);
    await done('resumed');
    expect([await isDueSoon(), await fee()]).toMatchObject([true, { paused: false, pastDue: false }]);
    expect((await followed(api, begun)).tolledSince).toBeNull();
    await sweeper.stop();
  });

  test('is carried out by the sweeper when the process died before it could, and changes nothing when it is carried out again', async () => {
    const policy = { ...aksu2024, id: 'another-2024' };
    await addCampaign(api, office, policy);
    const path = `/api/campaigns/${policy.id}/pauses`;
    const ids = await Promise.all([1, 2, 3].map(() => office.application(stories.unit_publicity, { policy })));
    const { id } = (await request('supervisor', undefined, path).expect(201)).body;
    const { engine } = api.deps;
    const dying = { ...engine, carryOutPause: () => Promise.reject(new Error('the process dies')) };
    Object.assign(api.deps, { engine: dying });
    await step('operator', id, 'approve', {}, path).expect(200);
    Object.assign(api.deps, { engine });
    expect((await latest(path)).paused).toMatchObject({ total: 3, moved: 0, doneAt: null });
    const sweeper = startTestSweeper(api.deps, { interval: 3_600_000 });
    await sweeper.sweep();
    await done('paused', path);
    const stood = await Promise.all(ids.map(async (one) => canonical(await timelineOf(api.db, one))));
    // Again, as after a death between the last part and its note.
    const lanes = [{ after: null, upTo: null }];
    await api.deps.engine.carryOutPause({ pauseId: id, ending: false, clockOffset: api.deps.clockOffset, lanes });
    const isRunning = async () =>
      (await api.deps.engine.workflows.state(pauseWorkflowIdOf({ pauseId: id, ending: false }))) === 'running';
    expect(await until(async () => !(await isRunning()), { timeoutMs: 20_000, everyMs: 100 })).toBe(true);
    expect(await Promise.all(ids.map(async (one) => canonical(await timelineOf(api.db, one))))).toEqual(stood);
    await sweeper.stop();
  });

  test("is carried out by workflows that are nobody's subject to the reconciler", () => {
    for (const ending of [false, true])
      expect(subjectOf(pauseWorkflowIdOf({ pauseId: randomUUID(), ending }))).toBeNull();
  });

  test('does not start for a pause that nobody has approved', async () => {
    const alarms = api.alarms?.() ?? 0;
    const { id } = (await request('supervisor').expect(201)).body;
    for (const ending of [false, true])
      await api.deps.engine.carryOutPause({ pauseId: id, ending, clockOffset: api.deps.clockOffset });
    expect(await until(async () => (api.alarms?.() ?? 0) > alarms + 1, { timeoutMs: 20_000 })).toBe(true);
    expect((await latest()).paused).toBeNull();
    await step('operator', id, 'refuse').expect(200);
  });
});
