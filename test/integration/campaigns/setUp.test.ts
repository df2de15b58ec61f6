import request from 'supertest';
import { AccountsAnswer, GrantedAnswer, MeAnswer } from '../../../api/accounts/answers.js';
import { createPerson } from '../../../api/accounts/people.js';
import { HealthAnswer } from '../../../api/operations/healthAnswer.js';
import { DepartmentsAnswer, UnitsAnswer } from '../../../api/organisations/bodies.js';
import { until } from '../../../ops/process/ports.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { invitationTo } from '../../support/people/invitationTo.js';
import { enrolThrough } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'set-up', at: '2024-07-20T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const others: readonly Name[] = ['applicant', 'unit', 'department', 'office', 'finance', 'expert', 'supervisor'];
const policy = { ...aksu2024, id: 'kashgar-2024' };

describe('A campaign', () => {
  test('is prepared by an operator from a policy, and told what keeps it from opening', async () => {
    for (const name of others)
      await office.as(name).post('/api/campaigns').send({ reason: '越权', policy }).expect(403);
    const scoped = await office.hire([{ role: 'operator', campaignId }]);
    await scoped.as.post('/api/campaigns').send({ reason: '越权', policy }).expect(403);
    const { body, headers } = await office
      .as('operator')
      .post('/api/campaigns')
      .send({ reason: '通知印发', policy })
      .expect(201);
    expect(headers.location).toBe('/api/campaigns/kashgar-2024');
    expect(body).toMatchObject({ id: 'kashgar-2024', state: 'preparing', policyVersion: 1, mayOpen: false });
    expect(body.calendarVersion).toContain('2023_2024_2025');
    const early = await office.as('operator').post('/api/campaigns/kashgar-2024/actions/announce').send({}).expect(409);
    expect(early.body.code).toBe('policy_not_in_order');
    const twice = await office.as('operator').post('/api/campaigns').send({ reason: '再来', policy }).expect(409);
    expect(twice.body).toMatchObject({ code: 'already_there', field: 'policy.id' });
  });

  test('is counted on the festivals of its region, and refused where it names none that there is', async () => {
    const operator = office.as('operator');
    const elsewhere = { ...policy, id: 'elsewhere-2024', region: 'national' };
    const send = (region: unknown) =>
      operator.post('/api/campaigns').send({ reason: '通知印发', policy: { ...elsewhere, region } });
    const { body } = await send('atlantis').expect(422);
    expect(body).toMatchObject({ code: 'body_invalid', field: 'policy.region' });
    expect(JSON.stringify(body)).toContain('xinjiang（新疆维吾尔自治区）');
    await send(undefined).expect(422);
    expect((await send('national').expect(201)).body).toMatchObject({
      region: 'national',
      calendarVersion: campaignCalendar({ year: 2024, region: 'national' }).version,
      newerCalendar: null,
    });
    const shown = await operator.get('/api/campaigns/elsewhere-2024/calendar').expect(200);
    expect(shown.body).toMatchObject({ region: 'national', regional: null, state: 'official' });
    const change = { reason: '更正地区', policy: { ...elsewhere, region: 'xinjiang' } };
    const changed = await operator.put('/api/campaigns/elsewhere-2024/policy').send(change).expect(200);
    expect(changed.body).toMatchObject({ region: 'xinjiang', calendarVersion: campaignCalendar(aksu2024).version });
  });

  test.each([
    { id: 'demo-20240720' },
    { id: '喀什' },
    { id: 'a/b' },
    { id: 'kashgar-2025', version: 2 },
    { id: 'kashgar-2025', maxSubmissions: 3 },
  ])('is refused as %p', (change) =>
    office
      .as('operator')
      .post('/api/campaigns')
      .send({ reason: '试', policy: { ...policy, ...change } })
      .expect(422),
  );
});

describe('Units and departments', () => {
  test('are added by an operator, a unit below departments that are there', async () => {
    const operator = office.as('operator');
    await operator.post('/api/departments').send({ id: 'kashgar-industry', name: '喀什工信局' }).expect(201);
    const unit = {
      id: 'kashgar-cement',
      name: '喀什水泥厂',
      kind: 'state_enterprise',
      region: '653100',
      rank: null,
      chain: ['kashgar-industry'],
    };
    await operator.post('/api/units').send(unit).expect(201);
    expect((await operator.post('/api/units').send(unit).expect(409)).body.code).toBe('already_there');
    const astray = { ...unit, id: 'astray', chain: ['kashgar-industry', 'nowhere'] };
    expect((await operator.post('/api/units').send(astray).expect(422)).body.field).toBe('chain.1');
    const double = { ...unit, id: 'double', chain: ['kashgar-industry', 'kashgar-industry'] };
    await operator.post('/api/units').send(double).expect(422);
    for (const name of others) await office.as(name).post('/api/units').send(unit).expect(403);
    for (const name of others) await office.as(name).post('/api/departments').send({ id: 'xx', name: 'x' }).expect(403);
    const found = await office.as('office').get('/api/units').query({ q: '水泥' }).expect(200);
    expect(UnitsAnswer.strict().parse(found.body).items).toEqual([
      { ...unit, creditCode: null, superiorId: null, superiorName: null, chainNames: ['喀什工信局'] },
    ]);
    await operator
      .post('/api/units')
      .send({ ...unit, id: 'astray', region: '6531' })
      .expect(422);
    const departments = await office.as('supervisor').get('/api/departments?cursor=department-2').expect(200);
    expect(
      DepartmentsAnswer.strict()
        .parse(departments.body)
        .items.map(({ id }) => id),
    ).toEqual(['kashgar-industry']);
    await office.as('unit').get('/api/units').expect(403);
  });
});

describe('Somebody new', () => {
  const invitation = {
    email: 'New.Clerk@example.cn',
    name: '古丽',
    roles: [{ role: 'unit', unitId: 'unit-1' }],
  };
  const invite = async (more: object) =>
    GrantedAnswer.strict().parse(
      (
        await office
          .as('operator')
          .post('/api/people')
          .send({ ...invitation, ...more })
          .expect(201)
      ).body,
    );

  test('sets a password by the invitation, which works once, and then has the roles that were given', async () => {
    const { id, ...person } = await invite({});
    const email = 'new.clerk@example.cn';
    expect(person).toMatchObject({ email, passwordChangeDue: true, roles: [{ role: 'unit' }] });
    const again = await office.as('operator').post('/api/people').send(invitation).expect(409);
    expect(again.body).toMatchObject({ code: 'already_there', field: 'email' });

    const first = await invitationTo(api.db, email);
    await office.as('operator').post(`/api/people/${id}/invitation`).expect(204);
    const token = await invitationTo(api.db, email);
    expect(token).not.toBe(first);
    const look = await request(api.app).post('/api/auth/invitations').send({ token }).expect(200);
    expect(look.body).toMatchObject({ name: '古丽', contact: email, scopeName: null, hasAccount: false });
    const agent = request.agent(api.app);
    const accept = (newPassword: string) => agent.post('/api/auth/invitations/accept').send({ token, newPassword });
    expect((await accept('1234567890').expect(422)).body.code).toBe('password_weak');
    const newPassword = '一个自己的密码-2024';
    expect((await accept(newPassword).expect(201)).body).toEqual({ personId: id });
    expect((await accept(newPassword).expect(422)).body.code).toBe('link_invalid');
    const me = async () => MeAnswer.strict().parse((await agent.get('/api/me').expect(200)).body);
    expect(await me()).toMatchObject({ passwordChangeDue: false, missingStep: 'enrolment', roles: [] });
    await enrolThrough(api, agent);
    expect(await me()).toMatchObject({ missingStep: null, roles: [{ role: 'unit', scope: 'unit-1' }] });
    await request(api.app).post('/api/auth/sign-in').send({ email, password: newPassword }).expect(200);
    // The invitation before it opens nothing.
    await request(api.app).post('/api/auth/invitations').send({ token: first }).expect(422);
  });

  test('with a password that somebody else gave has no role until it is changed', async () => {
    const email = 'given@example.cn';
    const given = '别人给的密码-2024';
    const roles = [{ role: 'unit', unitId: 'unit-1' }] as const;
    await createPerson(api.deps, { email, name: '古丽', password: given, roles, passwordChangeDue: true });
    const agent = request.agent(api.app);
    await agent.post('/api/auth/sign-in').send({ email, password: given }).expect(200);
    const me = async () => MeAnswer.strict().parse((await agent.get('/api/me').expect(200)).body);
    expect(await me()).toMatchObject({ passwordChangeDue: true, roles: [] });
    expect((await agent.get('/api/applications').expect(403)).body.code).toBe('sign_in_incomplete');
    const change = (body: object) => agent.post('/api/me/password').send(body);
    const newPassword = '一个自己的密码-2024';
    await change({ currentPassword: 'not this one', newPassword }).expect(422);
    await change({ currentPassword: given, newPassword: given }).expect(422);
    await change({ currentPassword: given, newPassword: 'short' }).expect(422);
    await change({ currentPassword: given, newPassword }).expect(204);
    expect(await me()).toMatchObject({ passwordChangeDue: false, missingStep: 'enrolment', roles: [] });
    await request(api.app).post('/api/auth/sign-in').send({ email, password: given }).expect(401);
  });

  test('gets and loses roles from an operator, never from themselves', async () => {
    const { id } = await invite({ email: 'second@example.cn', roles: [] });
    const operator = office.as('operator');
    const grant = { role: 'office', campaignId };
    for (const name of others) await office.as(name).post(`/api/people/${id}/roles`).send(grant).expect(403);
    const { body } = await operator.post(`/api/people/${id}/roles`).send(grant).expect(200);
    expect(body.roles).toMatchObject([grant]);
    await operator.post(`/api/people/${id}/roles`).send(grant).expect(200);
    await operator.post(`/api/people/${office.ids.operator}/roles`).send(grant).expect(403);
    await operator.post('/api/people/nobody/roles').send(grant).expect(404);
    const roleId = body.roles[0].id;
    await operator.delete(`/api/people/${id}/roles/${roleId}`).expect(204);
    await operator.delete(`/api/people/${id}/roles/${roleId}`).expect(404);
    await operator.delete(`/api/people/${id}/roles/1`).expect(404);
    await operator.delete(`/api/people/${office.ids.operator}/roles/${roleId}`).expect(403);
    const { body: list } = await operator.get('/api/people').query({ q: 'Second@' }).expect(200);
    expect(AccountsAnswer.strict().parse(list).items).toMatchObject([{ id, roles: [] }]);
    for (const name of others) await office.as(name).get('/api/people').expect(403);
  });

  test.each([
    { roles: [{ role: 'unit' }] },
    { roles: [{ role: 'unit', unitId: 'nowhere' }] },
    { roles: [{ role: 'unit', unitId: 'unit-1', campaignId }] },
    { roles: [{ role: 'office', unitId: 'unit-1' }] },
    { roles: [{ role: 'timer' }] },
    { roles: [{ role: 'bank' }] },
    { email: 'nobody' },
    { name: '' },
  ])('is refused as %p', (change) =>
    office
      .as('operator')
      .post('/api/people')
      .send({ ...invitation, email: 'third@example.cn', ...change })
      .expect(422),
  );
});

describe('The health of the installation', () => {
  test('is told to operators: engine, workers, what waits, which versions are in force', async () => {
    const ask = async () => (await office.as('operator').get('/api/operations/health').expect(200)).body;
    const polling = async () => {
      const { engine } = HealthAnswer.strict().parse(await ask());
      return engine.reachable && engine.queues.length === 3 && engine.queues.every(({ workers }) => workers > 0);
    };
    expect(await until(polling, { timeoutMs: 30_000 })).toBe(true);
    const { campaigns, intakes, outbox } = HealthAnswer.parse(await ask());
    expect(campaigns.find(({ id }) => id === campaignId)).toMatchObject({ policyVersion: 1, officialYears: [2024] });
    expect({ intakes, parked: outbox.parked }).toEqual({ intakes: { waiting: 0, oldest: null }, parked: 0 });
    for (const name of others) await office.as(name).get('/api/operations/health').expect(403);
    const scoped = await office.hire([{ role: 'operator', campaignId: 'kashgar-2024' }]);
    const own = await scoped.as.get('/api/operations/health').expect(200);
    expect(own.body.campaigns.map(({ id }: { id: string }) => id)).toEqual(['kashgar-2024']);
  });
});
