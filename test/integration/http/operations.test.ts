import request from 'supertest';
import { createPayloadCodec } from '../../../config/payloadCodec.js';
import { until } from '../../../ops/process/ports.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { stories } from '../../../simulation/story/story.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { type StubUi, startStubUi } from './stubUi.js';

let api: TestApi;
let office: Office;
let ui: StubUi;
beforeAll(async () => {
  ui = await startStubUi();
  api = await startTestApi({ name: 'operations', at: '2024-08-12T10:00:00+08:00', temporalUiUrl: ui.url });
  office = await createOffice(api);
});
afterAll(async () => {
  await api.close();
  await ui.close();
});

describe('Operators', () => {
  test.each(['outbox', 'intakes', 'parked'])('and nobody else see %s', async (list) => {
    const { body } = await office.as('operator').get(`/api/operations/${list}`).expect(200);
    expect(body.items).toEqual(expect.any(Array));
    for (const name of ['office', 'supervisor', 'unit', 'applicant'] as const) {
      await office.as(name).get(`/api/operations/${list}`).expect(403);
    }
  });

  test('see a parked step, and skip it with a reason', async () => {
    const id = await office.application(stories.committee_audit);
    const { seq } = await api.db.application.findUniqueOrThrow({ where: { id } });
    const kind = { kind: 'withdrawn', role: 'unit', scope: 'unit-1', key: `${seq}.parked.unit`, detail: {} };
    const letter = await api.db.outbox.create({ data: { ...kind, applicationId: id, seq, state: 'parked' } });
    const step = `mail:${letter.id}`;
    await api.park(id, step, '发送邮件');
    await api.db.application.update({ where: { id }, data: { needsAttention: true } });
    const listed = async () => {
      const { body } = await office.as('operator').get('/api/operations/parked').expect(200);
      return body.items.some(
        (item: { applicationId: string; steps: unknown[] }) => item.applicationId === id && item.steps?.length === 1,
      );
    };
    expect(await until(listed, { timeoutMs: 30_000 })).toBe(true);
    const skip = (name: 'operator' | 'office', body: object) =>
      office.as(name).post(`/api/applications/${id}/actions/skip_step`).set('Idempotency-Key', 'skip-1').send(body);
    await skip('office', { step, reason: '越权' }).expect(403);
    expect((await skip('operator', { step }).expect(422)).body.code).toBe('free_text_missing');
    const done = await skip('operator', { step, reason: '收件人地址已停用' }).expect(200);
    expect((await skip('operator', { step, reason: '收件人地址已停用' }).expect(200)).body).toEqual(done.body);
    const kept = await api.db.intake.findFirstOrThrow({ where: { applicationId: id, key: 'skip-1' } });
    expect(kept.freeText).toEqual({ reason: '收件人地址已停用' });
    const gone = office
      .as('operator')
      .post(`/api/applications/${id}/actions/retry_step`)
      .send({ step, reason: '再试' });
    expect((await gone.expect(409)).body.code).toBe('step_not_parked');
  });
});

describe('A parked letter that no workflow knows of', () => {
  /** Its last letter, refused by the mail server. */
  async function parked(story = stories.withdrawn) {
    const id = await office.application(story);
    const { seq } = await api.db.application.findUniqueOrThrow({ where: { id } });
    const letter = { kind: 'withdrawn', role: 'unit', scope: 'unit-1', key: `${seq}.again.unit`, detail: {} };
    const row = await api.db.outbox.create({ data: { ...letter, applicationId: id, seq, state: 'parked' } });
    await api.db.application.update({ where: { id }, data: { needsAttention: true } });
    const repair = (act: string, key: string, reason: string) =>
      office
        .as('operator')
        .post(`/api/operations/outbox/${row.id}/${act}`)
        .set('Idempotency-Key', key)
        .send({ reason });
    return { id, row, repair, state: async () => (await api.db.outbox.findUnique({ where: { id: row.id } }))?.state };
  }

  test('goes out when an operator retries it though its application has ended, and the reason is kept', async () => {
    const { id, repair, state } = await parked();
    const retried = async () => (await repair('retry_step', 'again-1', '地址已更正')).status === 200;
    expect(await until(retried, { timeoutMs: 30_000 })).toBe(true);
    expect(await until(async () => (await state()) === 'sent', { timeoutMs: 30_000 })).toBe(true);
    expect((await repair('retry_step', 'again-2', '再试')).body.code).toBe('step_not_parked');
    const kept = await api.db.intake.findFirstOrThrow({ where: { applicationId: id, key: 'again-1' } });
    expect(kept.freeText).toEqual({ reason: '地址已更正' });
    expect((await api.db.application.findUniqueOrThrow({ where: { id } })).needsAttention).toBe(false);
  });

  test('goes out as well where the workflow was begun anew from the record', async () => {
    const { repair, state } = await parked(stories.committee_audit);
    await repair('retry_step', 'anew-1', '引擎已恢复').expect(200);
    expect(await until(async () => (await state()) === 'sent', { timeoutMs: 30_000 })).toBe(true);
  });

  test('is mended as a step of its own application and of no other', async () => {
    const { row, state } = await parked();
    const other = await office.application(stories.withdrawn);
    const body = { step: `mail:${row.id}`, reason: '误点' };
    const { code } = (await office.as('operator').post(`/api/applications/${other}/actions/retry_step`).send(body))
      .body;
    expect(code).toBe('step_not_parked');
    expect(await state()).toBe('parked');
  });

  test('goes out with everything else that is parked when an operator retries all at once', async () => {
    const all = [await parked(stories.committee_audit), await parked(stories.committee_audit)];
    for (const { id, row } of all) await api.park(id, `mail:${row.id}`, '发送邮件');
    const retry = (name: 'operator' | 'office') =>
      office.as(name).post('/api/operations/parked/retry').send({ reason: '邮件服务器已恢复' });
    await retry('office').expect(403);
    const { body } = await retry('operator').expect(200);
    expect(body).toMatchObject({ left: 0 });
    expect(body.retried).toBeGreaterThanOrEqual(all.length);
    for (const { state } of all) {
      expect(await until(async () => (await state()) === 'sent', { timeoutMs: 30_000 })).toBe(true);
    }
  });

  test('stays unsent when an operator skips it', async () => {
    const { repair, state } = await parked();
    const skipped = async () => (await repair('skip_step', 'never-1', '已当面送达')).status === 200;
    expect(await until(skipped, { timeoutMs: 30_000 })).toBe(true);
    expect(await state()).toBe('skipped');
  });
});

describe('The codec of the Temporal UI', () => {
  const sealed = async () => {
    const codec = createPayloadCodec({ current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
    const [payload] = await codec.encode([
      { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"会商"') },
    ]);
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    return {
      metadata: Object.fromEntries(Object.entries(payload?.metadata ?? {}).map(([key, value]) => [key, text(value)])),
      data: text(payload?.data ?? new Uint8Array()),
    };
  };

  test('shows payloads to operators and to nobody else', async () => {
    const payloads = [await sealed()];
    const { body } = await office.as('operator').post('/codec/decode').send({ payloads }).expect(200);
    expect(Buffer.from(body.payloads[0].data, 'base64').toString()).toBe('"会商"');
    await office.as('office').post('/codec/decode').send({ payloads }).expect(403);
    await request(api.app).post('/codec/decode').send({ payloads }).expect(401);
    // An address within the machine counts for nothing: the UI's own port decodes nothing.
    await request(api.app).post('/codec/decode').set('Origin', ui.url).send({ payloads }).expect(403);
    const asked = await request(api.app).options('/codec/decode').set('Origin', ui.url);
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    const agent = office.as('operator');
    await agent.post('/codec/decode').send({ payloads }).expect(200);
    await agent.post('/codec/decode').set('Origin', ui.url).send({ payloads }).expect(403);
    await agent.post('/codec/decode').set('Origin', 'http://evil.example').send({ payloads }).expect(403);
  });
});

describe('The Temporal UI under /temporal/', () => {
  const page = '/temporal/namespaces/default/workflows';
  const html = { Accept: 'text/html' };

  test.each([page, '/temporal/_app/start.js', '/temporal/api/v1/settings', '/TEMPORAL/api/v1/settings'])(
    '%s is for operators of every campaign and for nobody else',
    async (path) => {
      const before = ui.asked.length;
      expect((await request(api.app).get(path)).status).toBe(401);
      for (const name of ['office', 'supervisor', 'unit', 'applicant'] as const) {
        expect((await office.as(name).get(path)).status).toBe(403);
      }
      expect(ui.asked).toHaveLength(before);
    },
  );

  test('leads a browser without a session to the sign-in page', async () => {
    const { headers } = await request(api.app).get(page).set(html).expect(303);
    expect(headers.location).toBe('/sign-in');
  });

  test('runs the scripts of the page that is shown, and no other script within a page', async () => {
    const { text, headers } = await office.as('operator').get(page).set(html).expect(200);
    expect(text).toContain('start.js');
    const scripts = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(scripts).toMatch(/^'self' 'sha256-[^']+'$/);
  });

  test('is told to read only, and where to decode', async () => {
    const { body } = await office.as('operator').get('/temporal/api/v1/settings').expect(200);
    expect(body).toMatchObject({ Version: 'stub', DisableWriteActions: true, Codec: { Endpoint: '/codec' } });
  });

  test('gets neither the session nor the key of the operator', async () => {
    const { cookie } = sessionHeader(await office.keyOf('operator'));
    await request(api.app).get('/temporal/_app/start.js').set('Cookie', `${cookie}; _csrf=token`).expect(200);
    const { headers } = ui.asked.at(-1) ?? {};
    expect(headers?.cookie).toBe('_csrf=token');
    expect(headers?.authorization).toBeUndefined();
  });

  test.each([
    ['post', '/temporal/api/v1/namespaces/default/workflows/w/terminate', 403],
    ['post', '/temporal/api/v1/namespaces/default/workflows/w/signal/toll', 403],
    ['put', '/temporal/api/v1/namespaces/default/schedules/s', 403],
    ['delete', '/temporal/api/v1/namespaces/default/schedules/s', 403],
    ['post', '/temporal/api/v1/namespaces/default/workflows/w/query/__stack_trace', 200],
  ] as const)('%s %s answers %i: what changes something does not pass', async (method, path, status) => {
    const before = ui.asked.length;
    expect((await office.as('operator')[method](path).send({})).status).toBe(status);
    expect(ui.asked.length - before).toBe(status === 200 ? 1 : 0);
  });
});
