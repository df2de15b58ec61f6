import request from 'supertest';
import { until } from '../../ops/ports.js';
import { stories } from '../../ops/story.js';
import { createPayloadCodec } from '../../records/payloadCodec.js';
import { type Door, openDoor } from '../support/door.js';
import { furnish, type Office, password } from '../support/office.js';

let door: Door;
let office: Office;
beforeAll(async () => {
  door = await openDoor({ name: 'operations', at: '2024-08-12T10:00:00+08:00' });
  office = await furnish(door);
});
afterAll(() => door.close());

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
    await door.deps.engine.act(id, {
      key: 'toll-1',
      event: 'toll',
      actor: { role: 'operator', personId: office.ids.operator, scope: null },
      receivedAt: await door.deps.clock(),
      expectedSeq: null,
      data: {},
      wordsHash: 'd'.repeat(64),
    });
    const letter = await door.db.outbox.findFirst({ where: { applicationId: id } });
    const step = `mail:${letter?.id ?? 1}`;
    await door.park(id, step, '发送邮件');
    await door.db.application.update({ where: { id }, data: { needsAttention: true } });
    const listed = async () => {
      const { body } = await office.as('operator').get('/api/operations/parked').expect(200);
      return body.items.some(
        (item: { applicationId: string; steps: unknown[] }) => item.applicationId === id && item.steps?.length === 1,
      );
    };
    expect(await until(listed, { timeoutMs: 10_000 })).toBe(true);
    const skip = (name: 'operator' | 'office', body: object) =>
      office.as(name).post(`/api/applications/${id}/actions/skip_step`).set('Idempotency-Key', 'skip-1').send(body);
    await skip('office', { step, reason: '越权' }).expect(403);
    expect((await skip('operator', { step }).expect(422)).body.code).toBe('words_missing');
    const done = await skip('operator', { step, reason: '收件人地址已停用' }).expect(200);
    expect((await skip('operator', { step, reason: '收件人地址已停用' }).expect(200)).body).toEqual(done.body);
    const kept = await door.db.intake.findFirstOrThrow({ where: { applicationId: id, key: 'skip-1' } });
    expect(kept.words).toEqual({ reason: '收件人地址已停用' });
    const gone = office
      .as('operator')
      .post(`/api/applications/${id}/actions/retry_step`)
      .send({ step, reason: '再试' });
    expect((await gone.expect(409)).body.code).toBe('step_not_parked');
  });
});

describe('The codec of the Temporal UI', () => {
  const ui = 'http://127.0.0.1:8233';
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

  test('answers the question a browser asks first', async () => {
    const { headers } = await request(door.app).options('/codec/decode').set('Origin', ui).expect(204);
    expect(headers['access-control-allow-origin']).toBe(ui);
    expect(headers['access-control-allow-headers']).toContain('x-namespace');
    const other = await request(door.app).options('/codec/decode').set('Origin', 'http://evil.example');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('shows payloads to operators and to nobody else', async () => {
    const payloads = [await sealed()];
    const { body } = await office.as('operator').post('/codec/decode').send({ payloads }).expect(200);
    expect(Buffer.from(body.payloads[0].data, 'base64').toString()).toBe('"会商"');
    await office.as('office').post('/codec/decode').send({ payloads }).expect(403);
    await request(door.app).post('/codec/decode').set('Origin', ui).send({ payloads }).expect(401);
    const agent = request.agent(door.app);
    await agent
      .post('/api/auth/sign-in')
      .send({ email: office.emailOf('operator'), password })
      .expect(200);
    await agent.post('/codec/decode').set('Origin', ui).send({ payloads }).expect(200);
    await agent.post('/codec/decode').set('Origin', 'http://evil.example').send({ payloads }).expect(403);
  });
});
