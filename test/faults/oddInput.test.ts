import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import request from 'supertest';
import { createApp } from '../../api/createApp.js';
import type { Deps } from '../../api/deps.js';
import { createMetrics } from '../../api/http/metrics.js';
import { findApplication } from '../../records/application/applications.js';
import { type EventName, findLaw, personEvents, type Status, statuses } from '../../rules/application/lifecycle.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { runStory, stories } from '../../simulation/story/story.js';
import { bodyOf } from '../integration/http/bodyOf.js';
import { calendar2024, draft } from '../support/facts.js';
import { callerWith, createOffice, type Name, type Office } from '../support/office.js';
import { quietEngine } from '../support/quietEngine.js';
import { startTestApi, type TestApi } from '../support/testApi.js';
import { workflowIdOf } from '../support/workflowIdOf.js';

let api: TestApi;
let office: Office;
let inAudit: string;
beforeAll(async () => {
  quietEngine();
  api = await startTestApi({ name: 'odd-input', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  inAudit = await office.application(stories.committee_audit);
});
afterAll(() => api.close());

const accept = () => office.as('office').post(`/api/applications/${inAudit}/actions/accept`);
const seqOf = async (id: string) => (await findApplication(api.db, id))?.seq;

describe('A body', () => {
  test.each([
    ['application/x-www-form-urlencoded', 'reason=x'],
    ['text/plain', '{"reason":"x"}'],
    ['application/json; charset=gb18030', '{}'],
    ['application/xml', '<reason/>'],
  ])('of the type %s moves nothing unless it says nothing', async (type, text) => {
    const id = await office.application(stories.committee_audit);
    const refuse = office.as('office').post(`/api/applications/${id}/actions/refuse`);
    const before = await seqOf(id);
    expect((await refuse.type(type).send(text)).status).toBeGreaterThanOrEqual(400);
    expect(await seqOf(id)).toBe(before);
  });

  test('that swells to a hundred megabytes when it is unpacked is refused as too large', async () => {
    const packed = gzipSync(Buffer.concat([Buffer.from('{"reason":"'), Buffer.alloc(100_000_000, 'x')]));
    const sent = accept()
      .type('application/json')
      .set('Content-Encoding', 'gzip')
      .serialize((body) => body);
    expect((await sent.send(packed)).status).toBe(413);
  });

  test.each(['gzip', 'br', 'zip'])('that says it is packed as %s and is not is refused', async (encoding) => {
    const { status } = await accept().type('application/json').set('Content-Encoding', encoding).send('{}');
    expect([400, 415]).toContain(status);
  });
});

describe('A query', () => {
  test.each([
    'status=draft&status=draft',
    'limit[a]=1',
    'unit[]=unit-1',
    'cursor[__proto__]=1',
    "campaign=a'%20OR%201=1--",
    'unit=%00',
    'unit=%E0%A4%A',
    'due=9999-12-31T23:59:59%2B08:00',
    'due=0001-01-01T00:00:00%2B08:00',
  ])('%s is answered or refused, and is no fault of the server', async (query) => {
    const { status } = await office.as('office').get(`/api/applications?${query}`);
    expect([200, 400, 422]).toContain(status);
  });

  test.each(['as=bank', 'as=timer', 'as=', 'as[]=office', 'as=office&as=office', 'as=office&x=1'])(
    '%s gives nobody another role',
    async (query) => {
      const before = await seqOf(inAudit);
      const { status } = await office.as('unit').post(`/api/applications/${inAudit}/actions/accept?${query}`).send({});
      expect([403, 422]).toContain(status);
      expect(await seqOf(inAudit)).toBe(before);
    },
  );
});

/** A person of the test office whom the law allows an event. */
const actorOf = (event: EventName): Name =>
  (statuses.flatMap((status) => findLaw(status, event)?.allowedRoles ?? []).find((role) => role in office.ids) ??
    'office') as Name;

/** A valid body in which one property, at any depth, is replaced. */
function spoilt(body: object, depth = 0): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      -1,
      1e308,
      2 ** 53,
      Number.MIN_VALUE,
      '',
      ' ',
      '\u0000',
      "'; DROP TABLE events;--",
      '<script>',
      null,
    ),
    fc.constantFrom('9999-12-31', '0000-00-00', '2024-02-30', '9999-12-31T23:59:59+14:00', '-000001-01-01T00:00:00Z'),
  );
  const members = Object.entries(body).map(([name, value]) => {
    const deeper = value !== null && typeof value === 'object' && depth < 3 ? spoilt(value, depth + 1) : odd;
    return fc.oneof(odd, deeper).map((other) => {
      const changed = Array.isArray(body) ? [...body] : { ...body };
      return Object.assign(changed, { [name]: other });
    });
  });
  return fc.oneof(odd, ...members);
}

describe.each(['committee_audit', 'payment', 'defense', 'review'] as const)('In the status %s', (status: Status) => {
  /** The API at the instant at which an application reaches the status, over the same database and engine. */
  function apiThen(): Deps {
    const clockOffset = runStory(draft(), stories[status], aksu2024, calendar2024).at + 1_000 - Date.now();
    return { ...api.deps, metrics: createMetrics(), clockOffset, clock: () => Date.now() + clockOffset };
  }

  test('whatever is sent with an act, the answer is never a fault of the server, and the record still follows the law', async () => {
    const deps = apiThen();
    const app = createApp(deps);
    const id = await office.application(stories[status], { deps });
    const application = await findApplication(api.db, id);
    if (!application) throw new Error('it was opened');
    const events = personEvents.filter((event) => findLaw(status, event) !== null && event !== 'withdraw');
    const keys = new Map<Name, string>();
    for (const name of events.map(actorOf)) keys.set(name, await office.keyOf(name));
    const now = await deps.clock();
    const sent = fc
      .constantFrom(...events)
      .chain((event) => spoilt(bodyOf(application.facts, event, now)).map((body) => ({ event, body })));
    await fc.assert(
      fc.asyncProperty(sent, async ({ event, body }) => {
        const caller = callerWith(app, keys.get(actorOf(event)) ?? '');
        const path = `/api/applications/${id}/actions/${event}`;
        const reply = await caller
          .post(path)
          .type('json')
          .send(JSON.stringify(body) ?? 'null');
        expect([200, 400, 403, 409, 422]).toContain(reply.status);
      }),
      { numRuns: 80 },
    );
    const after = await findApplication(api.db, id);
    expect((await deps.engine.current(await workflowIdOf(deps.db, id))).facts).toEqual(after?.facts);
  }, 60_000);
});

test.each(['9999-12-31T23:59:59+08:00', '2200-01-01T00:00:00+08:00', '0001-01-01T00:00:00+08:00'])(
  'an extension to %s, which no timer can wait for, is refused',
  async (due) => {
    const id = await office.application(stories.correction);
    const body = { deadline: 'correction_due', due, reason: '延期' };
    const reply = await office.as('office').post(`/api/applications/${id}/actions/extend`).send(body).expect(422);
    expect(reply.body.errors[0].message).toMatch(/^年份应在/);
  },
);

test('the last date that may be granted is kept, paused and resumed, and the application goes on', async () => {
  const id = await office.application(stories.correction);
  const post = (name: Name, event: EventName, body: object) =>
    office.as(name).post(`/api/applications/${id}/actions/${event}`).send(body).expect(200);
  await post('office', 'extend', { deadline: 'correction_due', due: '2199-12-31T23:59:59+08:00', reason: '延期' });
  await post('secondOffice', 'approve_extension', {});
  await post('supervisor', 'toll', { reason: '系统故障', until: localDateOf(await api.deps.clock()) });
  await post('operator', 'approve_toll', {});
  await post('supervisor', 'untoll', { reason: '恢复' });
  expect((await api.deps.engine.current(await workflowIdOf(api.db, id))).facts.status).toBe('correction');
});

test('a method nobody offers is refused', async () => {
  for (const method of ['put', 'delete'] as const) {
    const { status } = await office.as('office')[method](`/api/applications/${inAudit}`);
    expect([404, 405]).toContain(status);
  }
  expect((await request(api.app).trace('/api/applications')).status).toBeGreaterThanOrEqual(400);
});
