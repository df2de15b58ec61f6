import request from 'supertest';
import { MeAnswer } from '../../../api/accounts/answers.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { createOffice, type Office, password } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'accounts', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const signIn = (email: string, word: string) =>
  request(api.app).post('/api/auth/sign-in').send({ email, password: word });

describe('Signing in', () => {
  test('gives a session that knows the person and their roles in both languages', async () => {
    const agent = request.agent(api.app);
    const credentials = { email: office.emailOf('office'), password };
    const signedIn = await agent.post('/api/auth/sign-in').send(credentials).expect(200);
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/i);
    const { body } = await agent.get('/api/me').expect(200);
    expect(MeAnswer.parse(body)).toMatchObject({
      personId: office.ids.office,
      roles: [{ role: 'office', scopeName: aksu2024.title, zh: '评委会办事机构', en: 'Committee office' }],
    });
  });

  test('with a wrong password says the same as with an unknown address', async () => {
    const wrong = await signIn(office.emailOf('office'), 'not the password').expect(401);
    const unknown = await signIn('nobody@example.cn', 'not the password').expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('sign_in_failed');
  });

  test('ends with signing out', async () => {
    const agent = request.agent(api.app);
    await agent
      .post('/api/auth/sign-in')
      .send({ email: office.emailOf('unit'), password })
      .expect(200);
    await agent.get('/api/me').expect(200);
    await agent.post('/api/auth/sign-out').expect(204);
    const { body } = await agent.get('/api/me').expect(401);
    expect(body.code).toBe('not_signed_in');
  });

  test.each([
    [{ email: 'office@example.cn' }],
    [{ email: 'no address', password }],
    [{ email: ['office@example.cn'], password }],
    [{ email: { $ne: null }, password }],
    [{ email: "' OR 1=1 --@example.cn", password }],
    [{ email: 'office@example.cn', password, role: 'operator' }],
  ])('refuses %j', async (body) => {
    const response = await request(api.app).post('/api/auth/sign-in').send(body).expect(422);
    expect(response.body.errors.length).toBeGreaterThan(0);
  });
});

describe('Without a session', () => {
  test.each(['/api/me', '/api/applications', '/api/campaigns', '/api/operations/parked'])(
    '%s is closed',
    async (path) => {
      expect((await request(api.app).get(path).expect(401)).body.code).toBe('not_signed_in');
    },
  );

  test.each(['Bearer ', 'Bearer short', `Bearer psk_${'x'.repeat(43)}`, 'Basic b2ZmaWNl'])(
    '%j opens nothing',
    (value) => request(api.app).get('/api/me').set('Authorization', value).expect(401),
  );

  test('a forged session cookie opens nothing', () =>
    request(api.app).get('/api/me').set('Cookie', 'pingshen.session_token=abc.def').expect(401));

  test('a revoked key opens nothing', async () => {
    const { id, as } = await office.hire([{ role: 'finance' }]);
    await as.get('/api/me').expect(200);
    await api.db.machineKey.updateMany({ where: { personId: id }, data: { revokedAt: new Date() } });
    await as.get('/api/me').expect(401);
  });
});

describe('Another site', () => {
  test("cannot act with a visitor's session, nor sign them in", async () => {
    const agent = request.agent(api.app);
    const credentials = { email: office.emailOf('office'), password };
    await agent.post('/api/auth/sign-in').set('Origin', 'http://evil.example').send(credentials).expect(403);
    await agent.post('/api/auth/sign-in').send(credentials).expect(200);
    const change = () => agent.post('/api/campaigns/aksu-2024/actions/close').send({});
    expect((await change().set('Origin', 'http://evil.example').expect(403)).body.code).toBe('origin_refused');
    expect((await change().set('Origin', 'null').expect(403)).body.code).toBe('origin_refused');
    expect((await change().set('Sec-Fetch-Site', 'cross-site').expect(403)).body.code).toBe('origin_refused');
    const own = await change().set('Host', 'pingshen.test').set('Origin', 'http://pingshen.test');
    expect(own.body.code).not.toBe('origin_refused');
  });
});

describe('Too many', () => {
  test('attempts to sign in are refused with the seconds to wait', async () => {
    const strict = await startTestApi({
      name: 'limits',
      at: '2024-08-12T10:00:00+08:00',
      worker: false,
      limits: { signInsToAccount: 3 },
    });
    try {
      const attempt = () =>
        request(strict.app).post('/api/auth/sign-in').send({ email: 'a@example.cn', password: 'guess guess' });
      for (let times = 0; times < 3; times += 1) await attempt().expect(401);
      const { body, headers } = await attempt().expect(429);
      expect(body.code).toBe('too_many_requests');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers['content-type']).toContain('application/problem+json');
    } finally {
      await strict.close();
    }
  });
});
