import { randomUUID } from 'node:crypto';
import { notificationSources } from '../../../records/mail/notificationSources.js';
import { type Caller, callerWith, createOffice, type Office } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let operator: Caller;
const fresh = async (personId: string) =>
  callerWith(api.app, await sessionFor(api.db, personId, api.authenticatorClock.now()));
beforeAll(async () => {
  api = await startTestApi({ name: 'superior_units', at: '2024-07-20T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  operator = await fresh(office.ids.operator);
});
afterAll(() => api.close());

const name = () => `x${randomUUID().slice(0, 8)}`;
const path = '/api/directory-imports';
const heading = ['单位名称', '单位编号', '单位类别', '上级单位', '一级主管部门'];
async function send(rows: readonly (readonly string[])[]) {
  const { body } = await operator.post(path).send({ kind: 'units', fileName: 'a.xlsx', heading }).expect(201);
  const numbered = rows.map((cells, index) => ({ line: index + 2, cells }));
  await operator.post(`${path}/${body.id}/rows`).send({ rows: numbered }).expect(200);
  return `${path}/${body.id}`;
}
const work = async (table: string, way: 'apply' | 'undo') =>
  (await operator.post(`${table}/${way}`).send({}).expect(200)).body;
const chainOf = async (unitId: string) =>
  (await api.db.unitChain.findMany({ where: { unitId }, orderBy: { level: 'asc' } })).map(
    ({ departmentId }) => departmentId,
  );
const put = (id: string, body: object) =>
  operator.put(`/api/units/${id}`).send({ name: `单位${id}`, kind: 'state_enterprise', chain: [], ...body });

test('a unit below a unit reports to it first and then as that does, whatever changes above', async () => {
  const [group, works, workshop] = [name(), name(), name()];
  const rows = [
    [`集团${group}`, group, '企业', '', 'department-1'],
    [`厂${works}`, works, '企业', `集团${group}`, ''],
    [`车间${workshop}`, workshop, '企业', works, ''],
  ];
  const table = await send(rows);
  expect(await work(table, 'apply')).toMatchObject({ outcomes: { applied: 3 } });
  expect(await chainOf(works)).toEqual([group, 'department-1']);
  expect(await chainOf(workshop)).toEqual([works, group, 'department-1']);
  expect((await operator.get(await send(rows)).expect(200)).body.verdicts).toEqual({ same: 3 });

  await put(group, { chain: ['department-2'] }).expect(200);
  expect(await chainOf(workshop)).toEqual([works, group, 'department-2']);
  const { body } = await operator.get(`/api/units?q=${workshop}`).expect(200);
  expect(body.items).toMatchObject([
    { superiorId: works, superiorName: `厂${works}`, chain: [works, group, 'department-2'] },
  ]);
  await put(group, { name: `新集团${group}`, chain: ['department-2'] }).expect(200);
  expect((await api.db.department.findUniqueOrThrow({ where: { id: group } })).name).toBe(`新集团${group}`);
  await put(works, { superiorId: null, chain: ['department-1'] }).expect(200);
  expect(await chainOf(workshop)).toEqual([works, 'department-1']);
  for (const superiorId of [works, workshop, 'nowhere'])
    expect((await put(works, { superiorId }).expect(422)).body.field).toBe('superiorId');
  expect(await work(table, 'undo')).toMatchObject({ outcomes: { undone: 1, kept: 2 } });
});

test('of two units that are put below each other at once one stays where it was', async () => {
  const [one, other] = [name(), name()];
  await work(await send([one, other].map((id) => [`单位${id}`, id, '企业', '', ''])), 'apply');
  const crossed = await send([
    [`单位${one}`, one, '企业', other, ''],
    [`单位${other}`, other, '企业', one, ''],
  ]);
  expect(await work(crossed, 'apply')).toMatchObject({ outcomes: { applied: 1, moved: 1 } });
  const faults = await send([
    [`单位${one}`, one, '企业', one, ''],
    [`单位${other}`, other, '企业', one, 'department-1'],
    [`单位`, name(), '企业', '没有这个单位', ''],
  ]);
  const { body } = await operator.get(`${faults}/rows?verdict=wrong`).expect(200);
  expect(body.items.map(({ faults: [first] }: { faults: { field: string }[] }) => first?.field)).toEqual([
    'superior',
    'chain1',
    'superior',
  ]);
});

test('clerks of the unit above review, register units below theirs, and get the letters; others do not', async () => {
  const above = 'unit-1';
  const code = '91350100M000100Y43';
  const asked = { creditCode: code, name: '下属车间', kind: 'state_enterprise', contact: '0997-2123456' };
  const first = callerWith(api.app, await sessionFor(api.db, office.ids.stranger));
  const register = (more: object) => first.post('/api/me/unit-registrations').send({ ...asked, ...more });
  expect((await register({ superiorId: 'nowhere' }).expect(422)).body.field).toBe('superiorId');
  await register({ superiorId: above, departmentId: 'department-1' }).expect(422);
  await register({ superiorId: above }).expect(204);
  const [letter] = await api.db.outbox.findMany({ where: { kind: 'unit_registration_asked' } });
  expect(letter).toMatchObject({ role: 'unit', scope: above });
  const roles = async () => {
    const { body } = await office.as('unit').get('/api/me').expect(200);
    return body.roles.map(({ role, scope }: { role: string; scope: string }) => `${role} ${scope}`);
  };
  expect(await roles()).not.toContain(`department ${above}`);
  expect((await office.as('otherUnit').get('/api/unit-registrations').expect(200)).body.items).toEqual([]);
  const clerk = await fresh(office.ids.unit);
  const { body } = await clerk.get('/api/unit-registrations').expect(200);
  expect(body.items).toMatchObject([{ name: '下属车间', superiorId: above }]);
  const ids = body.items.map(({ id }: { id: string }) => id);
  const foreign = await (await fresh(office.ids.otherUnit))
    .post('/api/unit-registrations/decide')
    .send({ ids, decision: 'accepted' });
  expect(foreign.body.decided).toEqual([]);
  const decided = await clerk.post('/api/unit-registrations/decide').send({ ids, decision: 'accepted' }).expect(200);
  expect(decided.body.decided).toEqual(ids);
  const id = code.toLowerCase();
  expect(await chainOf(id)).toEqual([above, ...(await chainOf(above))]);
  expect(await roles()).toContain(`department ${above}`);
  const second = callerWith(api.app, await sessionFor(api.db, office.ids.applicant));
  // Its session holds that role from now on: a registration that names the department is the clerk's to decide.
  await second
    .post('/api/me/unit-registrations')
    .send({ ...asked, creditCode: '91650100MA7ABCDE02', departmentId: above })
    .expect(204);
  const [, next] = await api.db.outbox.findMany({ where: { kind: 'unit_registration_asked' }, orderBy: { id: 'asc' } });
  expect(next).toMatchObject({ role: 'department', scope: above });
  const listed = await clerk.get('/api/unit-registrations').expect(200);
  expect(listed.body.items).toMatchObject([{ departmentId: above }]);
  const sources = await notificationSources(api.db, [String(next?.id)]);
  expect(sources.get(String(next?.id))?.addresses).toContain(office.emailOf('unit'));
});
