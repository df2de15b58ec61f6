import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { MeAnswer } from '../../../api/accounts/answers.js';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { createPerson } from '../../../api/accounts/people.js';
import { hashOfToken, newToken } from '../../../api/accounts/secretToken.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { until } from '../../../ops/process/ports.js';
import { saveSections } from '../../../records/dossier/saveSections.js';
import { addPasswordReset } from '../../../records/people/passwordResets.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, callerWith, campaignId, createOffice, type Office, password } from '../../support/office.js';
import { emailOf } from '../../support/people/emailOf.js';
import { fromBase32 } from '../../support/people/fromBase32.js';
import { enrolThrough, giveAuthenticator, quickHash, sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'accounts', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

/** Another API process over the same database. */
let beside: Express | undefined;
const apiBeside = () => (beside ??= createApp({ ...api.deps, metrics: createMetrics() }));

/** A session of a person whose second factor was proven just now, by the clock that this suite moves. */
const fresh = async (id: string) => callerWith(api.app, await sessionFor(api.db, id, api.authenticatorClock.now()));
const operator = () => fresh(office.ids.operator);

const signIn = (email: string, word: string) =>
  request(api.app).post('/api/auth/sign-in').send({ email, password: word });

const officeCredentials = () => ({ email: office.emailOf('office'), password });

describe('Signing in', () => {
  test('gives a session that knows the person and, after the code, their roles in both languages', async () => {
    const secret = await giveAuthenticator(api, office.ids.office);
    const agent = request.agent(api.app);
    const signedIn = await agent.post('/api/auth/sign-in').send(officeCredentials()).expect(200);
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/i);
    const me = async () => MeAnswer.parse((await agent.get('/api/me').expect(200)).body);
    expect(await me()).toMatchObject({ personId: office.ids.office, missingStep: 'code', roles: [] });
    for (const path of ['/api/me/sessions', '/api/me/notifications', '/api/applications'])
      expect((await agent.get(path).expect(403)).body.code).toBe('sign_in_incomplete');
    const code = api.authenticatorClock.nextCode(secret);
    await agent.post('/api/auth/second-factor').send({ code }).expect(204);
    expect(await me()).toMatchObject({
      missingStep: null,
      roles: [{ role: 'office', scopeName: aksu2024.title, zh: '评委会办事机构', en: 'Committee office' }],
    });
  });

  test('a code opens one session only, also when it is sent twice at once', async () => {
    const secret = await giveAuthenticator(api, office.ids.office);
    const code = api.authenticatorClock.nextCode(secret);
    const agents = [request.agent(api.app), request.agent(apiBeside())];
    for (const agent of agents) await agent.post('/api/auth/sign-in').send(officeCredentials()).expect(200);
    const statuses = await Promise.all(
      agents.map(async (agent) => (await agent.post('/api/auth/second-factor').send({ code })).status),
    );
    expect(statuses.toSorted()).toEqual([204, 422]);
    const replayed = await agents[0]?.post('/api/auth/second-factor').send({ code });
    expect(replayed?.body.code).toBe('second_factor_failed');
  });

  test('the token from before the code is worth nothing after it', async () => {
    const secret = await giveAuthenticator(api, office.ids.office);
    const signedIn = await request(api.app).post('/api/auth/sign-in').send(officeCredentials()).expect(200);
    const [planted = ''] = (signedIn.headers['set-cookie']?.[0] ?? '').split(';');
    const code = api.authenticatorClock.nextCode(secret);
    await request(api.app).post('/api/auth/second-factor').set('Cookie', planted).send({ code }).expect(204);
    await request(api.app).get('/api/me').set('Cookie', planted).expect(401);
  });

  test('five wrong codes in a row pause the account in every process, and time ends the pause', async () => {
    const secret = await giveAuthenticator(api, office.ids.secondOffice);
    const agent = request.agent(api.app);
    const credentials = { email: office.emailOf('secondOffice'), password };
    await agent.post('/api/auth/sign-in').send(credentials).expect(200);
    const prove = (code: string) => agent.post('/api/auth/second-factor').send({ code });
    for (let times = 0; times < 5; times += 1) await prove('nonsense').expect(422);
    await prove(api.authenticatorClock.nextCode(secret)).expect(429);
    api.authenticatorClock.pass(5 * 60_000);
    await prove(api.authenticatorClock.nextCode(secret)).expect(204);
  });

  test('with a wrong password says the same as with an unknown address', async () => {
    const wrong = await signIn(office.emailOf('office'), 'not the password').expect(401);
    const unknown = await signIn('nobody@example.cn', 'not the password').expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('sign_in_failed');
  });

  test('ends with signing out, at once and in every process', async () => {
    const { key } = await office.hire([{ role: 'unit', unitId: 'unit-1' }]);
    const beside = () => request(apiBeside()).get('/api/me').set(sessionHeader(key));
    const session = () => callerWith(api.app, key);
    await beside().expect(200);
    await session().post('/api/auth/sign-out').expect(204);
    const { body } = await beside().expect(401);
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
    request(api.app).get('/api/me').set('Cookie', 'pingshen.session=abc.def').expect(401));

  test('a session, its stored hash, or any key sent as a bearer acts as nobody', async () => {
    const { id, key } = await office.hire([{ role: 'chair', campaignId }]);
    const { tokenHash } = await api.db.session.findFirstOrThrow({ where: { personId: id } });
    expect(tokenHash).not.toContain(key);
    for (const token of [key, tokenHash])
      await request(api.app).get('/api/me').set('Authorization', `Bearer ${token}`).expect(401);
    await request(api.app).get('/api/me').set(sessionHeader(tokenHash)).expect(401);
    await request(api.app).get('/api/me').set(sessionHeader(key)).expect(200);
  });
});

describe('An authenticator', () => {
  /** A new person in a role, signed in with the password alone. */
  async function newcomer(role: 'finance' | 'applicant') {
    const grant = role === 'applicant' ? { role, unitId: 'unit-1' } : { role, campaignId };
    const person = {
      email: `${randomUUID()}@example.cn`,
      name: '阿依',
      password: { hash: await quickly },
      roles: [grant],
    };
    const id = await createPerson(api, person);
    const agent = request.agent(api.app);
    await agent.post('/api/auth/sign-in').send({ email: person.email, password }).expect(200);
    return { id, agent, email: person.email };
  }
  const quickly = hashPassword(password, quickHash);
  const step = async (agent: ReturnType<typeof request.agent>) =>
    (await agent.get('/api/me').expect(200)).body.missingStep;

  test('is set up at the first sign-in, with the code from the mail and not without', async () => {
    const { agent } = await newcomer('finance');
    expect(await step(agent)).toBe('enrolment');
    const offered = await agent.post('/api/me/second-factor').expect(200);
    expect(offered.body.qrCode).toContain('<svg');
    const code = api.authenticatorClock.nextCode(fromBase32(offered.body.secret));
    const guess = { code, mailCode: '000000' };
    expect((await agent.post('/api/me/second-factor/confirm').send(guess).expect(422)).body.field).toBe('mailCode');
    const { recoveryCodes } = await enrolThrough(api, agent);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await step(agent)).toBeNull();
    await agent.post('/api/me/second-factor').expect(409);
  });

  test("is an applicant's own choice, and from then on asked for", async () => {
    const { agent, email } = await newcomer('applicant');
    expect(await step(agent)).toBeNull();
    await enrolThrough(api, agent);
    await agent.post('/api/auth/sign-in').send({ email, password }).expect(200);
    expect(await step(agent)).toBe('code');
    await agent
      .post('/api/me/password')
      .send({ currentPassword: password, newPassword: 'four plain words here' })
      .expect(403);
  });

  test('is replaced by a recovery code, once', async () => {
    const { agent, email } = await newcomer('finance');
    const { recoveryCodes } = await enrolThrough(api, agent);
    const again = request.agent(api.app);
    const use = async () => {
      await again.post('/api/auth/sign-in').send({ email, password }).expect(200);
      return await again.post('/api/auth/second-factor').send({ code: recoveryCodes[3] });
    };
    expect((await use()).status).toBe(204);
    expect((await again.get('/api/me/second-factor').expect(200)).body).toEqual({ confirmed: true, recoveryCodes: 9 });
    expect((await use()).status).toBe(422);
  });

  test('counts for ten minutes where an act takes a fresh one', async () => {
    const { agent } = await newcomer('finance');
    const { secret } = await enrolThrough(api, agent);
    await agent.post('/api/me/second-factor/recovery-codes').expect(200);
    api.authenticatorClock.pass(10 * 60_000 + 1);
    const stale = await agent.post('/api/me/second-factor/recovery-codes').expect(403);
    expect(stale.body.code).toBe('second_factor_needed');
    await agent.delete('/api/me/second-factor').expect(403);
    await agent
      .post('/api/auth/second-factor')
      .send({ code: api.authenticatorClock.nextCode(secret) })
      .expect(204);
    await agent.delete('/api/me/second-factor').expect(204);
    expect(await step(agent)).toBe('enrolment');
  });
});

describe('Sessions', () => {
  test('are listed, and ended one by one or all others at once', async () => {
    const { id, as, key } = await office.hire([{ role: 'finance', campaignId }]);
    const [second, third] = [await sessionFor(api.db, id), await sessionFor(api.db, id)];
    const opens = async (token: string) =>
      (await request(apiBeside()).get('/api/me').set(sessionHeader(token))).status === 200;
    const { body } = await callerWith(api.app, second).get('/api/me/sessions').expect(200);
    expect(body.items).toHaveLength(3);
    expect(JSON.stringify(body)).not.toContain(second);
    const own = body.items.find(({ current }: { current: boolean }) => current);
    await office.as('finance').delete(`/api/me/sessions/${own.id}`).expect(404);
    await as.delete(`/api/me/sessions/${own.id}`).expect(204);
    expect([await opens(key), await opens(second), await opens(third)]).toEqual([true, false, true]);
    await as.delete('/api/me/sessions').expect(204);
    expect([await opens(key), await opens(third)]).toEqual([true, false]);
  });

  test('end everywhere when the password changes, and when a role is taken', async () => {
    const { id, as, key } = await office.hire([{ role: 'finance', campaignId }]);
    const other = await sessionFor(api.db, id);
    const newPassword = 'four plain words here';
    await as.post('/api/me/password').send({ currentPassword: password, newPassword }).expect(204);
    await request(apiBeside()).get('/api/me').set(sessionHeader(other)).expect(401);
    await request(apiBeside()).get('/api/me').set(sessionHeader(key)).expect(200);
    const { id: roleId } = await api.db.roleBinding.findFirstOrThrow({ where: { personId: id } });
    await (await operator()).delete(`/api/people/${id}/roles/${roleId}`).expect(204);
    await request(apiBeside()).get('/api/me').set(sessionHeader(key)).expect(401);
  });
});

describe('A password', () => {
  const change = (as: Caller, newPassword: string) =>
    as.post('/api/me/password').send({ currentPassword: password, newPassword });

  test.each(['1234567890', 'password123', 'Qwertyuiop', 'aaaaaaaaaaaa', '单位1的密码很长很长的', 'too short'])(
    '%j is refused',
    async (newPassword) => {
      const { as } = await office.hire([{ role: 'unit', unitId: 'unit-1' }]);
      const { body } = await change(as, newPassword).expect(422);
      expect(['password_weak', 'body_invalid']).toContain(body.code);
    },
  );

  test('made of the ID number or telephone of its owner’s forms is refused, whether changed or set by a link', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const applicationId = await office.application(stories.draft, { applicantId: applicant.id });
    const basicInformation = { name: '甲', idNumber: '65290119851123002X', phone: '13900000001' };
    const form = { applicationId, applicantId: applicant.id, sections: { basicInformation }, expectedVersion: null };
    await saveSections(api.db, { ...form, at: await api.deps.clock() });
    const token = newToken();
    const reset = { personId: applicant.id, tokenHash: hashOfToken(token), expiresAt: api.deps.wallClock() + 60_000 };
    await addPasswordReset(api.db, reset);
    const own = [
      '65290119851123002x',
      'wo 6529-0119-8511-23002x',
      'sheng19851123ri',
      'zui hou 23002X',
      'dianhua13900000001',
    ];
    for (const newPassword of own) {
      expect((await change(applicant.as, newPassword).expect(422)).body.code).toBe('password_weak');
      const byLink = request(api.app).post('/api/auth/new-password').send({ token, newPassword });
      expect((await byLink.expect(422)).body.code).toBe('password_weak');
    }
    await change(applicant.as, 'four plain words here').expect(204);
  });

  test('that somebody else gave expires after a week', async () => {
    const email = `${randomUUID()}@example.cn`;
    const given = { email, name: '新人', password: { hash: await hashPassword(password, quickHash) }, roles: [] };
    await createPerson(api.deps, { ...given, passwordChangeDue: true });
    await signIn(email, password).expect(200);
    await api.db.user.update({ where: { email }, data: { passwordExpiresAt: new Date(Date.now() - 1) } });
    expect((await signIn(email, password).expect(401)).body.code).toBe('password_expired');
  });

  test('that is forgotten is set by a link that works once and for half an hour, and ends every session', async () => {
    const { id, key } = await office.hire([{ role: 'finance', campaignId }]);
    const email = await emailOf(api.db, id);
    const ask = (address: string) => request(api.app).post('/api/auth/password-reset').send({ email: address });
    const newPassword = 'four plain words here';
    const use = (token: string, word = newPassword) =>
      request(api.app).post('/api/auth/new-password').send({ token, newPassword: word });
    const mailTo = () => api.accountMail?.filter(({ to }) => to.includes(email)) ?? [];
    const link = async (count: number) => {
      await ask(email).expect(204);
      await until(async () => mailTo().length === count, { timeoutMs: 10_000 });
      return /new-password#([\w-]{43})/.exec(mailTo().at(-1)?.text ?? '')?.[1] ?? '';
    };
    const earlier = await link(1);
    const token = await link(2);
    expect((await use(earlier).expect(422)).body.code).toBe('link_invalid');
    expect((await use(token, '1234567890').expect(422)).body.code).toBe('password_weak');
    const twice = await Promise.all([use(token), use(token)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([204, 422]);
    await use(token).expect(422);
    await request(api.app).get('/api/me').set(sessionHeader(key)).expect(401);
    await signIn(email, password).expect(401);
    await signIn(email, newPassword).expect(200);
    const late = await link(3);
    api.authenticatorClock.pass(31 * 60_000);
    await use(late).expect(422);
    const before = api.accountMail?.length;
    await ask('nobody@example.cn').expect(204);
    expect(api.accountMail).toHaveLength(before ?? 0);
  });
});

describe('Whose sign-in was changed', () => {
  const told = async (id: string) =>
    (await api.db.outbox.findMany({ where: { scope: id, kind: 'sign_in_changed' }, orderBy: { id: 'asc' } })).map(
      ({ detail }) => (detail as { signIn: string }).signIn,
    );

  test('gets a letter about each change of password or authenticator, and reads it in the portal', async () => {
    const { id, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const newPassword = 'four plain words here';
    await as.post('/api/me/password').send({ currentPassword: password, newPassword }).expect(204);
    expect(await told(id)).toEqual(['password']);
    const token = newToken();
    const reset = { personId: id, tokenHash: hashOfToken(token), expiresAt: api.deps.wallClock() + 60_000 };
    await addPasswordReset(api.db, reset);
    await request(api.app)
      .post('/api/auth/new-password')
      .send({ token, newPassword: `${newPassword} 2` })
      .expect(204);
    const agent = request.agent(api.app);
    const email = await emailOf(api.db, id);
    await agent
      .post('/api/auth/sign-in')
      .send({ email, password: `${newPassword} 2` })
      .expect(200);
    await enrolThrough(api, agent);
    await agent.post('/api/me/second-factor/recovery-codes').expect(200);
    await agent.delete('/api/me/second-factor').expect(204);
    const all = ['password', 'password_by_link', 'factor_set_up', 'recovery_codes', 'factor_removed'];
    expect(await told(id)).toEqual(all);
    const { items } = (await agent.get('/api/me/notifications').expect(200)).body;
    expect(items).toHaveLength(all.length);
    for (const item of items) expect(item).toMatchObject({ kind: 'sign_in_changed', path: '/account' });
    expect(items.at(-1).text).toContain('登录密码已更改');
  });

  test('is told of a reset by an operator', async () => {
    const { id } = await office.hire([{ role: 'finance', campaignId }]);
    await giveAuthenticator(api, id);
    await (await operator()).post(`/api/people/${id}/second-factor-reset`).expect(200);
    expect(await told(id)).toEqual(['factor_reset']);
  });
});

const saltOf = (id: string) => api.db.vault.saltOf(personOwner(id));

/** Ends an application, whose workflow does not matter here. */
async function ended(id: string): Promise<void> {
  const moved = `UPDATE applications SET status = 'lapsed', facts = jsonb_set(facts, '{status}', '"lapsed"') WHERE id = $1`;
  await api.asOwner(moved, [id]);
}

async function erasedOf(id: string): Promise<readonly string[]> {
  const { rows } = await api.db.pool.query<{ basis: string }>(
    'SELECT erased_basis AS basis FROM data_keys WHERE owner = $1 AND erased_at IS NOT NULL',
    [personOwner(id)],
  );
  return rows.map(({ basis }) => basis);
}

test('The only operator erases personal data early alone, and nobody their own', async () => {
  const { id } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  await saltOf(id);
  const erase = async (of: string) =>
    (await operator()).post(`/api/people/${of}/erasure`).send({ reason: '本人书面申请' });
  expect((await erase(id)).body).toEqual({ pending: false });
  expect(await erasedOf(id)).toHaveLength(1);
  expect((await api.db.user.findUniqueOrThrow({ where: { id } })).email).toBe(`${id}@erased.invalid`);
  expect((await erase(office.ids.operator)).status).toBe(403);
});

describe('Once there are two operators', () => {
  let second: Caller;
  beforeAll(async () => {
    second = await fresh((await office.hire([{ role: 'operator' }])).id);
  });
  const open = async (as: Caller) => (await as.get('/api/account-requests').expect(200)).body.items;

  test.each(['office', 'chair', 'supervisor', 'operator'] as const)('%s is given by both, not by one', async (role) => {
    const { id, as } = await office.hire([]);
    const { body } = await second.post(`/api/people/${id}/roles`).send({ role }).expect(200);
    expect(body).toMatchObject({ pending: true, roles: [] });
    const [request] = await open(second);
    expect(request).toMatchObject({ personId: id, role, mayConfirm: false });
    expect((await second.post(`/api/account-requests/${request.id}/confirm`).expect(403)).body.code).toBe(
      'second_person_needed',
    );
    expect((await as.get('/api/me').expect(200)).body.roles).toEqual([]);
    expect((await open(await operator()))[0]).toMatchObject({ mayConfirm: true });
    await (await operator()).post(`/api/account-requests/${request.id}/confirm`).expect(204);
    expect((await as.get('/api/me').expect(200)).body.roles).toMatchObject([{ role, scope: null }]);
    await (await operator()).post(`/api/account-requests/${request.id}/confirm`).expect(403);
    await office.as('office').get('/api/account-requests').expect(403);
    await api.db.roleBinding.deleteMany({ where: { personId: id } });
  });

  test('a refused role is not given; roles that decide nothing over others are given by one', async () => {
    const { id } = await office.hire([]);
    await second.post(`/api/people/${id}/roles`).send({ role: 'chair' }).expect(200);
    const [request] = await open(second);
    await (await operator()).post(`/api/account-requests/${request.id}/refuse`).expect(204);
    await (await operator()).post(`/api/account-requests/${request.id}/confirm`).expect(403);
    const { body } = await second.post(`/api/people/${id}/roles`).send({ role: 'finance' }).expect(200);
    expect(body).toMatchObject({ pending: false, roles: [{ role: 'finance' }] });
  });

  test('personal data are erased early by both, for a reason, and not while an application runs', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const path = `/api/people/${applicant.id}/erasure`;
    const reason = '本人2024年8月1日书面申请';
    await saltOf(applicant.id);
    const running = await office.application(stories.draft, { applicantId: applicant.id });
    await second.post(path).send({}).expect(422);
    await office.as('office').post(path).send({ reason }).expect(403);
    const refused = await second.post(path).send({ reason }).expect(409);
    expect(refused.body).toMatchObject({ code: 'applications_running', clause: '个人信息保护法 第四十七条' });
    await ended(running);
    expect((await second.post(path).send({ reason }).expect(200)).body).toEqual({ pending: true });
    const [request] = await open(second);
    expect(request).toMatchObject({ kind: 'erasure', reason, mayConfirm: false });
    await second.post(`/api/account-requests/${request.id}/confirm`).expect(403);
    // What has begun meanwhile is judged again.
    const again = await office.application(stories.draft, { applicantId: applicant.id });
    await (await operator()).post(`/api/account-requests/${request.id}/confirm`).expect(409);
    expect(await erasedOf(applicant.id)).toEqual([]);
    await ended(again);
    await (await operator()).post(`/api/account-requests/${request.id}/confirm`).expect(204);
    expect(await erasedOf(applicant.id)).toEqual([`个人信息保护法 第四十七条：${reason}`]);
    await applicant.as.get('/api/me').expect(401);
    const { rows } = await api.db.pool.query(
      `SELECT person_id, reason FROM access_log WHERE kind = 'erased' AND subject_id = $1`,
      [applicant.id],
    );
    expect(rows).toEqual([{ person_id: office.ids.operator, reason }]);
  });

  test('an authenticator is reset by two others, and the person sets up another', async () => {
    const third = await office.hire([{ role: 'operator' }]);
    const { id, as } = await office.hire([{ role: 'finance' }]);
    const asked = await second.post(`/api/people/${id}/second-factor-reset`).expect(200);
    expect(asked.body).toEqual({ pending: true });
    const [request] = await open(second);
    await as.get('/api/me').expect(200);
    await (await fresh(third.id)).post(`/api/account-requests/${request.id}/confirm`).expect(204);
    await as.get('/api/me').expect(401);
    expect(await api.db.secondFactor.count({ where: { personId: id } })).toBe(0);
    expect(await api.db.outbox.count({ where: { scope: id, kind: 'sign_in_changed' } })).toBe(1);
    await api.db.roleBinding.deleteMany({ where: { personId: third.id } });
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
