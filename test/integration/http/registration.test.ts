import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { ShortMessage } from '../../../activities/sms/sms.js';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { createPerson } from '../../../api/accounts/people.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { until } from '../../../ops/process/ports.js';
import { saveSections } from '../../../records/dossier/saveSections.js';
import { registeredIdNumber } from '../../../records/people/registrants.js';
import { isCreditCode } from '../../../rules/people/creditCode.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, callerWith, createOffice, type Office, password } from '../../support/office.js';
import { invitationTo } from '../../support/people/invitationTo.js';
import { quickHash, sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
/** The same product with an operator of short messages. */
let app: ReturnType<typeof createApp>;
const messages: ShortMessage[] = [];

beforeAll(async () => {
  api = await startTestApi({ name: 'registration', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  const sms = { send: async (message: ShortMessage) => void messages.push(message), close: () => undefined };
  app = createApp({ ...api.deps, sms, metrics: createMetrics() });
});
afterAll(() => api.close());

const newPassword = 'four plain words here';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
let people = 0;
/** A real ID number that nobody had before. */
function anIdNumber(): string {
  people += 1;
  const first = `65290119800101${String(people).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first[index]), 0);
  return `${first}${'10X98765432'[sum % 11]}`;
}
const anAddress = () => `${randomUUID()}@example.org`;
const aPhone = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

const ask = (contact: string) => request(app).post('/api/auth/registration-codes').send({ contact });
const mailsTo = (address: string) => api.accountMail?.filter(({ to }) => to.includes(address)) ?? [];
const codeIn = (text: string | undefined) => /验证码：?(\d{6})/.exec(text ?? '')?.[1] ?? '';
const codeFor = (contact: string) =>
  codeIn(
    contact.includes('@') ? mailsTo(contact).at(-1)?.text : messages.findLast(({ phone }) => phone === contact)?.text,
  );

async function register(more: { contact?: string; idNumber?: string; name?: string; code?: string } = {}) {
  const { contact = anAddress(), idNumber = anIdNumber(), name = '李四' } = more;
  await ask(contact).expect(204);
  const agent = request.agent(app);
  const body = { contact, idNumber, name, newPassword, code: more.code ?? codeFor(contact) };
  const response = await agent.post('/api/auth/registrations').send(body);
  return { agent, response, contact, idNumber, personId: String(response.body.personId) };
}
/** The same without the time that hashing a password takes on purpose. */
async function someone({ name = '李四' } = {}) {
  const contact = anAddress();
  hash ??= hashPassword(newPassword, quickHash);
  const account = { email: contact, name, password: { hash: await hash }, roles: [{ role: 'applicant' }] } as const;
  const personId = await createPerson(api.deps, account);
  return { agent: callerWith(app, await sessionFor(api.db, personId)), contact, personId };
}
let hash: Promise<string> | undefined;
const registered = async (more: Parameters<typeof register>[0] = {}) => {
  const one = await register(more);
  expect(one.response.status).toBe(201);
  return one;
};
/** The clerk of unit-1, whose second factor was just proven. */
const fresh = async (name: 'unit' | 'department' | 'office' | 'operator'): Promise<Caller> =>
  callerWith(app, await sessionFor(api.db, office.ids[name], api.authenticatorClock.now()));
const unitsOf = async (personId: string) =>
  (await api.db.roleBinding.findMany({ where: { personId, role: 'applicant' } })).map(({ unitId }) => unitId);

describe('Registering', () => {
  test('takes a code by mail, and signs in as an applicant without a unit', async () => {
    const { agent, personId, idNumber } = await registered();
    const { body } = await agent.get('/api/me').expect(200);
    expect(body).toMatchObject({ missingStep: null, roles: [{ role: 'applicant', scope: null }] });
    expect(await registeredIdNumber(api.db, personId)).toBe(idNumber);
    expect(JSON.stringify(await api.db.identity.findMany())).not.toContain(idNumber);
    const profile = await agent.get('/api/me/profile').expect(200);
    expect(profile.body.idNumber).toMatch(/^6529\*+.{4}$/);
  });

  test('takes a code by short message too; the number signs in, and sets another password', async () => {
    const phone = aPhone();
    await ask(`+86 ${phone.slice(0, 3)}-${phone.slice(3)}`).expect(204);
    const body = { contact: phone, idNumber: anIdNumber(), name: '王五', newPassword, code: codeFor(phone) };
    await request(app).post('/api/auth/registrations').send(body).expect(201);
    const signIn = (word: string) => request(app).post('/api/auth/sign-in').send({ phone, password: word });
    await signIn(newPassword).expect(200);
    const sent = messages.length;
    await request(app).post('/api/auth/password-reset').send({ phone }).expect(204);
    await until(async () => messages.length > sent, { timeoutMs: 10_000 });
    const other = 'other plain words here';
    const set = (code: string, word = other) =>
      request(app).post('/api/auth/new-password').send({ phone, code, newPassword: word });
    expect((await set('000000').expect(422)).body.field).toBe('code');
    const code = codeFor(phone);
    expect((await set(code, '王五王五王五王五王五').expect(422)).body.code).toBe('password_weak');
    const both = await Promise.all([set(code), set(code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 422]);
    await signIn(newPassword).expect(401);
    await signIn(other).expect(200);
  });

  test('without an operator of short messages sends none, and says so', async () => {
    const refused = await request(api.app).post('/api/auth/registration-codes').send({ contact: aPhone() }).expect(422);
    expect(refused.body).toMatchObject({ code: 'body_invalid', field: 'contact' });
    expect((await request(api.app).get('/api/config').expect(200)).body.sms).toBe(false);
    expect((await request(app).get('/api/config').expect(200)).body.sms).toBe(true);
  });

  test('answers the same whether there is an account or not; its owner is told by mail, and no code opens it', async () => {
    const taken = office.emailOf('unit');
    const [known, unknown] = [await ask(taken).expect(204), await ask(anAddress()).expect(204)];
    expect([known.text, known.body]).toEqual([unknown.text, unknown.body]);
    expect(mailsTo(taken).at(-1)?.text).toContain('您已有账户');
    expect(codeFor(taken)).toBe('');
    const idNumber = anIdNumber();
    const guess = (contact: string) =>
      request(app)
        .post('/api/auth/registrations')
        .send({ contact, idNumber, name: '李四', newPassword, code: '123456' });
    const [one, other] = [await guess(taken).expect(422), await guess(anAddress()).expect(422)];
    expect(one.body).toEqual(other.body);
  });

  test('a code is good for one use, for a quarter of an hour, for its contact, and for five wrong ones', async () => {
    const contact = anAddress();
    await ask(contact).expect(204);
    const code = codeFor(contact);
    const attempt = (typed: string, to = contact) =>
      request(app)
        .post('/api/auth/registrations')
        .send({ contact: to, idNumber: anIdNumber(), name: '李四', newPassword, code: typed });
    await attempt(code, anAddress()).expect(422);
    const wrong = code === '000000' ? '000001' : '000000';
    // At once, in two processes: none of them looks at more than five.
    const beside = createApp({ ...api.deps, metrics: createMetrics() });
    const guesses = Array.from({ length: 6 }, (_, index) => {
      const body = { contact, idNumber: anIdNumber(), name: '李四', newPassword, code: wrong };
      return request(index % 2 === 0 ? app : beside)
        .post('/api/auth/registrations')
        .send(body);
    });
    for (const { status } of await Promise.all(guesses)) expect(status).toBe(422);
    expect((await attempt(code).expect(422)).body.field).toBe('code');
    await ask(contact).expect(204);
    const late = codeFor(contact);
    api.authenticatorClock.pass(16 * 60_000);
    await attempt(late).expect(422);
    await ask(contact).expect(204);
    const good = codeFor(contact);
    const twice = await Promise.all([attempt(good), attempt(good)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(JSON.stringify(await api.db.contactCode.findMany())).not.toMatch(new RegExp(`${contact}|"${good}"`));
  });

  test('sends five codes to a contact in an hour, whoever asks', async () => {
    const contact = anAddress();
    for (let times = 0; times < 5; times += 1) await ask(contact).expect(204);
    expect((await ask(contact.toUpperCase()).expect(429)).body.code).toBe('too_many_requests');
    api.authenticatorClock.pass(61 * 60_000);
    await ask(contact).expect(204);
  });

  test('opens one account with an ID number; its holder gets a letter, and who asked learns nothing about them', async () => {
    const first = await registered({ name: '真本人' });
    const second = await register({ idNumber: first.idNumber.toLowerCase(), name: '冒名者' });
    expect(second.response.status).toBe(409);
    expect(second.response.body).toMatchObject({ code: 'already_there', field: 'idNumber' });
    expect(JSON.stringify(second.response.body)).not.toMatch(new RegExp(`真本人|${first.contact}|${first.personId}`));
    const where = { kind: 'sign_in_changed', scope: first.personId };
    expect((await api.db.outbox.findFirstOrThrow({ where })).detail).toMatchObject({ signIn: 'identity_claimed' });
    // The number in somebody's form counts as well, though they never registered.
    const { id } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const application = await office.application(stories.unit_review, { applicantId: id });
    const idNumber = anIdNumber();
    await saveSections(api.db, {
      ...{ applicationId: application, applicantId: id, expectedVersion: null, at: Date.now() },
      sections: { basicInformation: { idNumber } },
    });
    expect((await register({ idNumber })).response.status).toBe(409);
    // Two at once: one account.
    const same = anIdNumber();
    const both = await Promise.all([register({ idNumber: same }), register({ idNumber: same })]);
    expect(both.map(({ response }) => response.status).toSorted()).toEqual([201, 409]);
  });

  test.each([
    [{ idNumber: '652901196408150012' }, 'idNumber'],
    [{ idNumber: '15位老号码' }, 'idNumber'],
    [{ contact: 'no address' }, 'contact'],
    [{ contact: '12345' }, 'contact'],
    [{ name: 'x'.repeat(51) }, 'name'],
    [{ name: '张\u202E三' }, 'name'],
    [{ newPassword: 'short' }, 'newPassword'],
    [{ newPassword: '1234567890' }, 'newPassword'],
    [{ role: 'operator' }, 'role'],
  ])('refuses %j', async (more, field) => {
    const body = { contact: anAddress(), idNumber: anIdNumber(), name: '李四', newPassword, code: '123456', ...more };
    const { body: refused } = await request(app).post('/api/auth/registrations').send(body).expect(422);
    expect(refused.field).toBe(field);
  });

  test('a name is text in every letter, whatever stands in it', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { agent, contact } = await registered({ name });
    await agent.post('/api/me/contact-codes').send({ contact: anAddress() }).expect(204);
    await request(app).post('/api/auth/password-reset').send({ email: contact }).expect(204);
    await until(async () => mailsTo(contact).length > 1, { timeoutMs: 10_000 });
    expect(mailsTo(contact).at(-1)?.html).toContain('&lt;img');
    expect(mailsTo(contact).at(-1)?.html).not.toContain('<img');
  });

  test('the form of an application has the ID number its owner registered with', async () => {
    const { agent, personId, idNumber } = await registered();
    await api.db.roleBinding.create({ data: { personId, role: 'applicant', unitId: 'unit-1' } });
    const id = await office.application([], { applicantId: personId });
    const save = (typed: string) =>
      agent.patch(`/api/applications/${id}`).send({ sections: { basicInformation: { idNumber: typed } } });
    expect((await save(anIdNumber()).expect(422)).body.field).toBe('sections.basicInformation.idNumber');
    await save(idNumber).expect(200);
  });
});

describe('Belonging to a unit', () => {
  const join = (agent: Caller, unitId: string, partTime = false) =>
    agent.post('/api/me/memberships').send({ unitId, partTime });
  const waiting = async () =>
    (await (await fresh('unit')).get('/api/units/unit-1/membership-requests?limit=200')).body.items;
  const decide = async (body: object) =>
    (await fresh('unit')).post('/api/units/unit-1/membership-requests/decide').send(body);

  test('a unit is found by part of its name or its code, and no list of units is given out', async () => {
    const { agent } = await someone();
    const find = (q: string) => agent.get('/api/me/units-to-join').query({ q });
    expect((await find('单位1').expect(200)).body.items).toMatchObject([{ id: 'unit-1' }]);
    expect((await find('UNIT-2').expect(200)).body.items).toMatchObject([{ id: 'unit-2' }]);
    for (const q of ['', '单', '%', '_', 'unit']) {
      const { body } = await find(q);
      expect(body.items ?? []).toEqual([]);
    }
    await agent.get('/api/units').expect(403);
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await find('单位')).status));
    expect(statuses).toContain(429);
  });

  test('is asked for once, accepted by the unit in batches, and told', async () => {
    const [one, two] = [await someone({ name: '甲' }), await someone({ name: '乙' })];
    await join(one.agent, 'unit-1').expect(204);
    expect((await join(one.agent, 'unit-1').expect(409)).body.code).toBe('already_there');
    await join(two.agent, 'unit-1', true).expect(204);
    await join(one.agent, 'nowhere').expect(404);
    const rows: readonly { id: string; personName: string }[] = await waiting();
    const ids = rows.filter(({ personName }) => ['甲', '乙'].includes(personName)).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const { body } = await decide({ ids: [...ids, randomUUID()], decision: 'accepted' });
    expect(body.decided.toSorted()).toEqual(ids.toSorted());
    expect(await unitsOf(one.personId)).toEqual(['unit-1']);
    expect(await unitsOf(two.personId)).toEqual(['unit-1']);
    expect((await join(one.agent, 'unit-1').expect(409)).body.code).toBe('already_there');
    const letters = await api.db.outbox.findMany({ where: { scope: one.personId, kind: 'membership_accepted' } });
    expect(letters).toHaveLength(1);
    expect(await api.db.outbox.count({ where: { scope: 'unit-1', kind: 'membership_asked' } })).toBe(1);
  });

  test('a refusal has a reason that the person reads; they may withdraw, and ask another', async () => {
    const { agent, personId } = await someone();
    await join(agent, 'unit-1').expect(204);
    const [{ id }] = (await waiting()).filter((one: { personId: string }) => one.personId === personId);
    expect((await decide({ ids: [id], decision: 'refused' })).body.field).toBe('reason');
    await decide({ ids: [id], decision: 'refused', reason: '不是本单位的人' });
    const own = async () => (await agent.get('/api/me/memberships').expect(200)).body;
    expect((await own()).requests[0]).toMatchObject({ outcome: 'refused', reason: '不是本单位的人' });
    await join(agent, 'unit-2').expect(204);
    const second = (await own()).requests[0];
    await agent.post(`/api/me/memberships/${second.id}/withdraw`).expect(204);
    await agent.post(`/api/me/memberships/${second.id}/withdraw`).expect(404);
    expect((await decide({ ids: [id], decision: 'accepted' })).body.decided).toEqual([]);
    expect(await unitsOf(personId)).toEqual([null]);
  });

  test('is decided by no other unit, and by nobody for themselves', async () => {
    const { agent, personId } = await someone();
    await join(agent, 'unit-1').expect(204);
    const [{ id }] = (await waiting()).filter((one: { personId: string }) => one.personId === personId);
    const other = office.as('otherUnit');
    await other.get('/api/units/unit-1/membership-requests').expect(404);
    await other
      .post('/api/units/unit-1/membership-requests/decide')
      .send({ ids: [id], decision: 'accepted' })
      .expect(404);
    const through = await other
      .post('/api/units/unit-2/membership-requests/decide')
      .send({ ids: [id], decision: 'accepted' });
    expect(through.body.decided).toEqual([]);
    const clerk = await office.hire([{ role: 'unit', unitId: 'unit-1' }]);
    await join(clerk.as, 'unit-1').expect(204);
    const own = (await waiting()).find((one: { personId: string }) => one.personId === clerk.id);
    const self = { ids: [own.id], decision: 'accepted' };
    expect((await clerk.as.post('/api/units/unit-1/membership-requests/decide').send(self)).body.decided).toEqual([]);
  });

  test('moves to another main unit with its consent, keeps one beside it, and leaves applications where they were filed', async () => {
    const { agent, personId } = await someone();
    await api.db.roleBinding.updateMany({ where: { personId }, data: { unitId: 'unit-2' } });
    const application = await office.application(stories.unit_review, { applicantId: personId, unitId: 'unit-2' });
    await join(agent, 'unit-1').expect(204);
    const [{ id }] = (await waiting()).filter((one: { personId: string }) => one.personId === personId);
    await decide({ ids: [id], decision: 'accepted' });
    expect(await unitsOf(personId)).toEqual(['unit-1']);
    expect(await api.db.outbox.count({ where: { scope: 'unit-2', kind: 'membership_ended' } })).toBeGreaterThan(0);
    await office.as('otherUnit').get(`/api/applications/${application}`).expect(200);
    await office.as('unit').get(`/api/applications/${application}`).expect(404);
    await agent.get(`/api/applications/${application}`).expect(200);
    await agent.post('/api/me/units/unit-1/leave').expect(204);
    await agent.post('/api/me/units/unit-1/leave').expect(404);
    expect(await unitsOf(personId)).toEqual([null]);
    // Without a unit they still act on what is under way.
    const withdrawn = await agent.post(`/api/applications/${application}/actions/withdraw`).send({});
    expect(withdrawn.body.code).not.toBe('not_permitted');
  });

  test('a draft that was begun at a unit one has left is not submitted there', async () => {
    const { agent, personId } = await someone();
    await api.db.roleBinding.updateMany({ where: { personId }, data: { unitId: 'unit-1' } });
    const id = await office.application([], { applicantId: personId });
    // What was registered is what the law judges: without a worker nothing is decided here.
    const registered = async () => {
      await agent.post(`/api/applications/${id}/actions/submit`).set('Idempotency-Key', randomUUID()).send({});
      const [latest] = await api.db.intake.findMany({ where: { applicationId: id }, orderBy: { receivedAt: 'desc' } });
      return JSON.stringify(latest?.data);
    };
    expect(await registered()).not.toContain('已不是这份申报的用人单位的人员');
    await agent.post('/api/me/units/unit-1/leave').expect(204);
    expect(await registered()).toContain('已不是这份申报的用人单位的人员');
  });

  test('three requests of a person wait at most, also when they are sent at once', async () => {
    const { agent, personId } = await someone();
    const data = Array.from({ length: 6 }, () => ({
      id: randomUUID(),
      name: '许多单位之一',
      kind: 'public_institution',
    }));
    await api.db.unit.createMany({ data });
    await Promise.all(data.map(({ id }) => join(agent, id)));
    expect(await api.db.membershipRequest.count({ where: { personId, outcome: null } })).toBe(3);
  });
});

describe('An invitation of a unit', () => {
  const invite = async (people: readonly { name: string; contact: string }[], more: object = {}) =>
    await (await fresh('unit'))
      .post('/api/units/unit-1/invitations')
      .send({ people, ...more })
      .expect(201);
  const accept = (token: string, more: object = {}) =>
    request(app)
      .post('/api/auth/invitations/accept')
      .send({ token, newPassword, ...more });
  const listed = async () =>
    (await (await fresh('unit')).get('/api/units/unit-1/invitations?limit=200').expect(200)).body.items;

  test("opens an account with its link, once, with an ID number that is the person's own", async () => {
    const contact = anAddress();
    const { body } = await invite([
      { name: '丙', contact },
      { name: '丙', contact },
    ]);
    expect(body.items.map(({ invited }: { invited: boolean }) => invited)).toEqual([true, false]);
    const token = await invitationTo(api.db, contact);
    const look = await request(app).post('/api/auth/invitations').send({ token }).expect(200);
    expect(look.body).toEqual({
      name: '丙',
      contact,
      scopeName: '单位1',
      role: 'applicant',
      hasAccount: false,
      needsIdNumber: true,
    });
    expect((await accept(token).expect(422)).body.field).toBe('idNumber');
    const { idNumber } = await registered();
    expect((await accept(token, { idNumber }).expect(409)).body.field).toBe('idNumber');
    const own = anIdNumber();
    const both = await Promise.all([accept(token, { idNumber: own }), accept(token, { idNumber: own })]);
    expect(both.map(({ status }) => status).toSorted()[0]).toBe(201);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    const { personId } = both.find(({ status }) => status === 201)?.body ?? {};
    expect(await unitsOf(personId)).toEqual(['unit-1']);
    expect((await accept(token, { idNumber: anIdNumber() }).expect(422)).body.code).toBe('link_invalid');
    expect((await listed()).find((one: { contact: string }) => one.contact === contact).state).toBe('accepted');
    await invite([{ name: '丙', contact }]).then((again) => expect(again.body.items[0].invited).toBe(false));
  });

  test('is accepted by somebody who has an account once they sign in, and by nobody of another name', async () => {
    const member = await someone({ name: '丁' });
    const stranger = await someone({ name: '戊' });
    await invite([{ name: '丁', contact: member.contact }], { partTime: true });
    const token = await invitationTo(api.db, member.contact);
    expect((await accept(token, { idNumber: anIdNumber() }).expect(409)).body.code).toBe('already_there');
    expect((await stranger.agent.post('/api/me/invitations').send({ token }).expect(403)).body.code).toBe('not_yours');
    await member.agent.post('/api/me/invitations').send({ token }).expect(204);
    await member.agent.post('/api/me/invitations').send({ token }).expect(422);
    const [binding] = await api.db.roleBinding.findMany({ where: { personId: member.personId } });
    expect(binding).toMatchObject({ unitId: 'unit-1', partTime: true });
  });

  test('can be sent again under another link, withdrawn, and expires', async () => {
    const contact = anAddress();
    await invite([{ name: '己', contact }]);
    const first = await invitationTo(api.db, contact);
    const { id } = (await listed()).find((one: { contact: string }) => one.contact === contact);
    const act = async (what: string, as?: Caller) =>
      await (as ?? (await fresh('unit'))).post(`/api/units/${as ? 'unit-2' : 'unit-1'}/invitations/${id}/${what}`);
    expect((await act('withdraw', office.as('otherUnit'))).status).toBe(404);
    expect((await act('resend')).status).toBe(204);
    const second = await invitationTo(api.db, contact);
    await accept(first, { idNumber: anIdNumber() }).expect(422);
    await request(app).post('/api/auth/invitations').send({ token: second }).expect(200);
    api.authenticatorClock.pass(15 * 24 * 3_600_000);
    await accept(second, { idNumber: anIdNumber() }).expect(422);
    expect((await act('resend')).status).toBe(204);
    const third = await invitationTo(api.db, contact);
    expect((await act('withdraw')).status).toBe(204);
    await accept(third, { idNumber: anIdNumber() }).expect(422);
  });

  test('says the same about addresses with and without an account, and takes no giant list', async () => {
    const { contact } = await someone();
    const { body } = await invite([
      { name: '庚', contact },
      { name: '辛', contact: anAddress() },
    ]);
    expect(body.items.map(({ invited }: { invited: boolean }) => invited)).toEqual([true, true]);
    const many = Array.from({ length: 501 }, () => ({ name: '壬', contact: anAddress() }));
    await (await fresh('unit')).post('/api/units/unit-1/invitations').send({ people: many }).expect(422);
    await office
      .as('unit')
      .post('/api/units/unit-1/invitations')
      .send({ people: [{ name: '癸', contact: anAddress() }] })
      .expect(403);
    await request(app)
      .post('/api/auth/invitations')
      .send({ token: 'x'.repeat(20) })
      .expect(422);
  });

  test('five hundred people are invited in one request', async () => {
    const people = Array.from({ length: 500 }, (_, index) => ({ name: `员工${index}`, contact: anAddress() }));
    const { body } = await invite(people);
    expect(body.items.every(({ invited }: { invited: boolean }) => invited)).toBe(true);
  });

  test('appoints another clerk, to whom the work passes; the last one cannot go', async () => {
    const unit = await office.hire([{ role: 'unit', unitId: 'unit-2' }]);
    const clerk = callerWith(app, await sessionFor(api.db, unit.id, api.authenticatorClock.now()));
    const contact = anAddress();
    const invited = { role: 'unit', people: [{ name: '新经办人', contact }] };
    await clerk.post('/api/units/unit-2/invitations').send(invited).expect(201);
    const { body } = await accept(await invitationTo(api.db, contact)).expect(201);
    const end = (personId: string) => clerk.post(`/api/units/unit-2/clerks/${personId}/end`).send({ reason: '调离' });
    await end(office.ids.otherUnit).expect(204);
    await end(office.ids.unit).expect(404);
    await end(body.personId).expect(204);
    expect((await end(unit.id).expect(403)).body.code).toBe('second_person_needed');
    await api.db.roleBinding.create({ data: { personId: office.ids.otherUnit, role: 'unit', unitId: 'unit-2' } });
    // Each removes the other at once: one is left.
    const other = callerWith(app, await sessionFor(api.db, office.ids.otherUnit, api.authenticatorClock.now()));
    await Promise.all([
      end(office.ids.otherUnit),
      other.post(`/api/units/unit-2/clerks/${unit.id}/end`).send({ reason: '调离' }),
    ]);
    expect(await api.db.roleBinding.count({ where: { unitId: 'unit-2', role: 'unit' } })).toBe(1);
  });
});

test('A department invites its clerks, who work beside each other; the last one cannot go', async () => {
  const departmentId = 'department-of-two';
  await api.db.department.create({ data: { id: departmentId, name: '两人局' } });
  const first = await office.hire([{ role: 'department', departmentId }]);
  const clerk = callerWith(app, await sessionFor(api.db, first.id, api.authenticatorClock.now()));
  const path = `/api/departments/${departmentId}`;
  const contact = anAddress();
  const body = { people: [{ name: '新科员', contact }] };
  await clerk
    .post(`${path}/invitations`)
    .send({ ...body, role: 'unit' })
    .expect(422);
  await clerk.post('/api/departments/department-1/invitations').send(body).expect(404);
  await office.as('unit').post(`${path}/invitations`).send(body).expect(403);
  const sent = await clerk.post(`${path}/invitations`).send(body).expect(201);
  expect(sent.body.items).toMatchObject([{ invited: true }]);
  expect((await clerk.post(`${path}/invitations`).send(body).expect(201)).body.items).toMatchObject([
    { invited: false },
  ]);
  const { body: listed } = await clerk.get(`${path}/invitations`).expect(200);
  expect(listed.items).toMatchObject([{ name: '新科员', contact, role: 'department', state: 'open' }]);
  const token = await invitationTo(api.db, contact);
  const look = await request(app).post('/api/auth/invitations').send({ token }).expect(200);
  expect(look.body).toMatchObject({ scopeName: '两人局', role: 'department', needsIdNumber: false });
  const { body: joined } = await request(app)
    .post('/api/auth/invitations/accept')
    .send({ token, newPassword })
    .expect(201);
  const { body: clerks } = await clerk.get(`${path}/clerks`).expect(200);
  expect(clerks.items).toContainEqual({ personId: joined.personId, name: '新科员' });
  expect(
    await api.db.accessEntry.count({
      where: {
        kind: 'role_granted',
        personId: first.id,
        subjectId: joined.personId,
        roles: { equals: ['department'] },
      },
    }),
  ).toBe(1);
  const end = (personId: string) => clerk.post(`${path}/clerks/${personId}/end`).send({ reason: '调离' });
  await end(office.ids.department).expect(404);
  for (const { personId } of clerks.items) if (personId !== first.id) await end(personId).expect(204);
  expect((await end(first.id).expect(403)).body.code).toBe('second_person_needed');
});

describe('A unit that registers itself', () => {
  const codes = ['91650100MA7ABCDE0', '12652900457612345', '91652900712345678'].map((first) => withCheck(first));
  const register1 = (agent: Caller, more: object = {}) =>
    agent.post('/api/me/unit-registrations').send({
      ...{ creditCode: codes[0], name: '某研究所', kind: 'public_institution', contact: '0997-2123456' },
      ...more,
    });
  const waiting = async (who: 'department' | 'office') =>
    (await (await fresh(who)).get('/api/unit-registrations?limit=200').expect(200)).body.items;
  const decide = async (who: 'department' | 'office', body: object) =>
    (await (await fresh(who)).post('/api/unit-registrations/decide').send(body).expect(200)).body.decided;

  test('is accepted by the department above, and its first clerk acts for it', async () => {
    const { agent, personId } = await someone();
    expect((await register1(agent, { creditCode: '91650100MA7ABCDE00' }).expect(422)).body.field).toBe('creditCode');
    expect((await register1(agent, { departmentId: 'nowhere' }).expect(422)).body.field).toBe('departmentId');
    await register1(agent, { departmentId: 'department-1' }).expect(204);
    expect((await register1(agent, { departmentId: 'department-1' }).expect(409)).body.code).toBe('already_there');
    const other = await office.as('otherDepartment').get('/api/unit-registrations').expect(200);
    expect(other.body.items).toEqual([]);
    const [{ id }] = await waiting('department');
    const foreign = callerWith(app, await sessionFor(api.db, office.ids.otherDepartment, api.authenticatorClock.now()));
    const tried = await foreign.post('/api/unit-registrations/decide').send({ ids: [id], decision: 'accepted' });
    expect(tried.body.decided).toEqual([]);
    expect(await decide('department', { ids: [id], decision: 'accepted' })).toEqual([id]);
    const unit = await api.db.unit.findUniqueOrThrow({
      where: { creditCode: codes[0] ?? '' },
      include: { chain: true },
    });
    expect(unit).toMatchObject({ id: codes[0]?.toLowerCase(), chain: [{ departmentId: 'department-1' }] });
    expect(await api.db.roleBinding.count({ where: { personId, role: 'unit', unitId: unit.id } })).toBe(1);
    expect((await register1((await someone()).agent).expect(409)).body.code).toBe('already_there');
  });

  test('is decided by the office where no department is above; of two with one code the second is not', async () => {
    const [one, two] = [await someone(), await someone()];
    for (const { agent } of [one, two]) {
      await register1(agent, { creditCode: codes[1] }).expect(204);
      api.authenticatorClock.pass(1_000);
    }
    const ids = (await waiting('office'))
      .filter(({ creditCode }: { creditCode: string }) => creditCode === codes[1])
      .map(({ id }: { id: string }) => id);
    expect(await decide('office', { ids, decision: 'accepted' })).toEqual([ids[0]]);
    expect(await decide('office', { ids: [ids[1]], decision: 'refused', reason: '已由他人登记' })).toEqual([ids[1]]);
    const { body } = await two.agent.get('/api/me/unit-registrations').expect(200);
    expect(body.items).toMatchObject([{ outcome: 'refused', reason: '已由他人登记' }]);
  });
});

describe("A person's own account", () => {
  test('changes address and number with a code and the password; the former address is told', async () => {
    const { agent, contact } = await someone();
    const [address, phone] = [anAddress(), aPhone()];
    const send = (to: string) => agent.post('/api/me/contact-codes').send({ contact: to }).expect(204);
    const set = (to: string, more: object = {}) =>
      agent.post('/api/me/contact').send({ contact: to, code: codeFor(to), password: newPassword, ...more });
    await send(address);
    expect((await set(address, { password }).expect(422)).body.field).toBe('password');
    await set(address).expect(204);
    expect(mailsTo(contact).at(-1)?.subject).toContain('账户的邮箱已更改');
    await agent.patch('/api/me/profile').send({ letters: 'both', language: 'en' }).expect(422);
    await send(phone);
    await set(phone).expect(204);
    await agent.patch('/api/me/profile').send({ letters: 'both', language: 'en' }).expect(204);
    const { body } = await agent.get('/api/me/profile').expect(200);
    expect(body).toMatchObject({ email: address, phone, letters: 'both', language: 'en' });
    // The address of another account gets a message instead of a code.
    await send(office.emailOf('finance'));
    expect((await set(office.emailOf('finance'), { code: '123456' }).expect(422)).body.field).toBe('code');
  });

  test('gets another name with a reason and the consent of the unit or an operator', async () => {
    const { agent, personId } = await someone({ name: '旧名' });
    await agent.post('/api/me/name-changes').send({ name: '新名', reason: '身份证已更名' }).expect(204);
    const list = async (who: 'unit' | 'operator') =>
      (await (await fresh(who)).get('/api/name-changes?limit=200').expect(200)).body.items;
    expect((await list('unit')).filter(({ name }: { name: string }) => name === '新名')).toEqual([]);
    const { id } = (await list('operator')).find(({ name }: { name: string }) => name === '新名');
    await agent
      .post('/api/name-changes/decide')
      .send({ ids: [id], decision: 'accepted' })
      .expect(403);
    const notTheirs = await (await fresh('unit'))
      .post('/api/name-changes/decide')
      .send({ ids: [id], decision: 'accepted' });
    expect(notTheirs.body.decided).toEqual([]);
    await (await fresh('operator'))
      .post('/api/name-changes/decide')
      .send({ ids: [id], decision: 'accepted' })
      .expect(200);
    expect((await api.db.user.findUniqueOrThrow({ where: { id: personId } })).name).toBe('新名');
  });
});

/** The code with its check character, found by trying all. */
function withCheck(first: string): string {
  return [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => `${first}${last}`).find(isCreditCode) ?? '';
}
