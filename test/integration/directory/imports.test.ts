import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import type { Delivery, ImportKind } from '../../../rules/directory/importKinds.js';
import { type Caller, callerWith, createOffice, type Office } from '../../support/office.js';
import { quickHash, sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let operator: Caller;
beforeAll(async () => {
  api = await startTestApi({ name: 'directory', at: '2024-07-20T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  operator = callerWith(api.app, await sessionFor(api.db, office.ids.operator, api.authenticatorClock.now()));
});
afterAll(() => api.close());

const path = '/api/directory-imports';
type Table = readonly (readonly string[])[];
const numbered = (rows: Table, from = 2) => rows.map((cells, index) => ({ line: from + index, cells }));

async function send(kind: ImportKind, [heading = [], ...rows]: Table): Promise<string> {
  const { body } = await operator.post(path).send({ kind, fileName: 'table.xlsx', heading }).expect(201);
  for (let from = 0; from < rows.length; from += 1000)
    await operator
      .post(`${path}/${body.id}/rows`)
      .send({ rows: numbered(rows.slice(from, from + 1000), from + 2) })
      .expect(200);
  return body.id;
}
const seen = async (id: string) => (await operator.get(`${path}/${id}`).expect(200)).body;
const rowsOf = async (id: string, query = {}) =>
  (await operator.get(`${path}/${id}/rows`).query(query).expect(200)).body.items;
async function work(id: string, way: 'apply' | 'undo', delivery: Delivery = 'letters') {
  for (;;) {
    const { body } = await operator.post(`${path}/${id}/${way}`).send({ delivery }).expect(200);
    if (body[way === 'apply' ? 'toApply' : 'toUndo'] === 0) return body;
  }
}
const registered = async (kind: ImportKind, table: Table, delivery?: Delivery) => {
  const id = await send(kind, table);
  await work(id, 'apply', delivery);
  return id;
};
const faultsOf = async (kind: ImportKind, table: Table) => {
  const rows = await rowsOf(await send(kind, table), { verdict: 'wrong' });
  return rows.map(({ line, faults }: { line: number; faults: { field: string; message: string }[] }) => [
    line,
    ...faults.map(({ field }) => field),
  ]);
};

const departmentHead = ['部门编号', '部门名称'];
const unitHead = [
  '单位名称',
  '统一社会信用代码',
  '单位编号',
  '单位类别',
  '单位层级',
  '行政区划代码',
  '一级主管部门',
  '二级主管部门',
];
const peopleHead = ['姓名', '邮箱', '手机号', '角色', '所属'];
const name = () => `x${randomUUID().slice(0, 8)}`;
const mail = () => `${name()}@example.org`;
const unit = (id: string, more: Partial<Record<'name' | 'code' | 'kind' | 'chain', string>> = {}) => [
  more.name ?? `单位${id}`,
  more.code ?? '',
  id,
  more.kind ?? '企业',
  '县级',
  '652922',
  more.chain ?? 'department-1',
  '',
];

test('only operators of the whole installation see and send tables', async () => {
  const { body } = await operator.post(path).send({ kind: 'units', fileName: 'a.csv', heading: unitHead }).expect(201);
  for (const who of ['applicant', 'unit', 'department', 'office', 'expert', 'supervisor'] as const) {
    // An office sees the tables of its campaigns, which are of experts.
    const listed = await office
      .as(who)
      .get(path)
      .expect(who === 'office' ? 200 : 403);
    if (who === 'office') expect(listed.body.items).toEqual([]);
    await office.as(who).post(path).send({ kind: 'units', fileName: 'a.csv', heading: unitHead }).expect(403);
    await office.as(who).get(`${path}/${body.id}/rows`).expect(403);
    await office.as(who).post(`${path}/${body.id}/apply`).send({}).expect(403);
  }
});

test('a table is judged before anything is registered, and the same table again changes nothing', async () => {
  const [first, second] = [name(), name()];
  const table = [departmentHead, [first, '甲局'], [second, '乙局'], ['department-1', '改名后的局']];
  const before = (await api.db.department.findUniqueOrThrow({ where: { id: 'department-1' } })).name;
  const id = await send('departments', table);
  expect(await seen(id)).toMatchObject({ verdicts: { new: 2, changed: 1 }, toApply: 3, appliedAt: null });
  expect(await api.db.department.count({ where: { id: first } })).toBe(0);
  expect(await work(id, 'apply')).toMatchObject({ outcomes: { applied: 3 }, toApply: 0, toUndo: 3 });
  expect(await seen(await send('departments', table))).toMatchObject({ verdicts: { same: 3 }, toApply: 0 });
  await operator
    .post(`${path}/${id}/rows`)
    .send({ rows: numbered([[name(), '丙局']]) })
    .expect(409);
  expect(await work(id, 'undo')).toMatchObject({ outcomes: { undone: 3 } });
  expect(await api.db.department.count({ where: { id: { in: [first, second] } } })).toBe(0);
  expect((await api.db.department.findUniqueOrThrow({ where: { id: 'department-1' } })).name).toBe(before);
  await operator.post(`${path}/${id}/apply`).send({}).expect(409);
});

test('units have their departments by name or code, level by level, and their codes', async () => {
  const [id, upper] = [name(), name()];
  await registered('departments', [departmentHead, [upper, `上级${upper}`]]);
  const row = [`单位${id}`, '91350100M000100Y43', '', '事业单位', '', '', 'department-1', `上级${upper}`];
  await registered('units', [unitHead, row]);
  expect(
    await api.db.unit.findUnique({
      where: { id: '91350100m000100y43' },
      include: { chain: { orderBy: { level: 'asc' } } },
    }),
  ).toMatchObject({
    creditCode: '91350100M000100Y43',
    kind: 'public_institution',
    rank: null,
    chain: [{ departmentId: 'department-1' }, { departmentId: upper }],
  });
  const changed = row.with(6, '').with(7, 'department-2');
  const second = await registered('units', [unitHead, changed]);
  const chain = () => api.db.unitChain.findMany({ where: { unitId: '91350100m000100y43' }, orderBy: { level: 'asc' } });
  expect((await chain()).map(({ departmentId }) => departmentId)).toEqual(['department-2']);
  await work(second, 'undo');
  expect((await chain()).map(({ departmentId }) => departmentId)).toEqual(['department-1', upper]);
  // A table without a column leaves what it does not speak of.
  expect(
    await seen(
      await send('units', [
        ['单位名称', '单位编号', '单位类别'],
        [`单位${id}`, '91350100m000100y43', '事业单位'],
      ]),
    ),
  ).toMatchObject({ verdicts: { same: 1 } });
});

test('people get accounts, roles and one invitation each; the same table again changes nothing', async () => {
  const [one, two] = [mail(), mail()];
  const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const table = [
    peopleHead,
    ['甲', one, '', '申报人', 'unit-1'],
    ['甲', one, '', '用人单位', 'unit-1'],
    ['乙', two, phone, '主管部门', 'department-1'],
    ['丙', '', `+86 138${phone.slice(3)}`, '申报人', 'unit-1'],
  ];
  const id = await registered('people', table);
  const people = await api.db.user.findMany({
    where: { OR: [{ email: { in: [one, two] } }, { phone: `138${phone.slice(3)}` }] },
    include: { bindings: true, invitations: true, credential: true },
  });
  expect(people.map(({ bindings, invitations }) => [bindings.length, invitations.length]).sort()).toEqual([
    [1, 1],
    [1, 1],
    [2, 1],
  ]);
  expect(people.every(({ passwordChangeDue, credential }) => passwordChangeDue && credential === null)).toBe(true);
  expect(await seen(await send('people', table))).toMatchObject({ verdicts: { same: 4 } });
  expect(await work(id, 'undo')).toMatchObject({ outcomes: { undone: 4 } });
  expect(await api.db.user.count({ where: { id: { in: people.map((person) => person.id) } } })).toBe(0);
});

test('undoing leaves what changed since, row by row', async () => {
  const [used, renamed, free] = [name(), name(), name()];
  const units = await registered('units', [unitHead, unit(used), unit(renamed), unit(free)]);
  const email = mail();
  const people = await registered('people', [peopleHead, ['甲', email, '', '用人单位', used]]);
  await operator
    .put(`/api/units/${renamed}`)
    .send({ name: '另有名称', kind: 'state_enterprise', chain: [] })
    .expect(200);
  expect(await work(units, 'undo')).toMatchObject({ outcomes: { undone: 1, kept: 2 } });
  expect(await api.db.unit.count({ where: { id: { in: [used, renamed] } } })).toBe(2);
  expect(await api.db.unit.count({ where: { id: free } })).toBe(0);
  const person = await api.db.user.findUniqueOrThrow({ where: { email } });
  await api.db.credential.create({
    data: { personId: person.id, passwordHash: await hashPassword(randomUUID(), quickHash) },
  });
  expect(await work(people, 'undo')).toMatchObject({ outcomes: { kept: 1 } });
  expect(await api.db.roleBinding.count({ where: { personId: person.id } })).toBe(0);
});

test('two tables at once register each thing once, and what changed since it was read stays', async () => {
  const ids = Array.from({ length: 520 }, name);
  const table = [departmentHead, ...ids.map((id) => [id, `部门${id}`])];
  const both = [await send('departments', table), await send('departments', table)];
  const done = await Promise.all(both.map((id) => work(id, 'apply')));
  expect(await api.db.department.count({ where: { id: { in: ids } } })).toBe(520);
  expect(done.reduce((sum, { outcomes }) => sum + (outcomes.applied ?? 0), 0)).toBe(520);
  expect(done.reduce((sum, { outcomes }) => sum + (outcomes.already ?? 0), 0)).toBe(520);
  const [id = ''] = ids;
  const late = await send('departments', [departmentHead, [id, '迟到的名称']]);
  await operator.put(`/api/departments/${id}`).send({ name: '其间的名称' }).expect(200);
  expect(await work(late, 'apply')).toMatchObject({ outcomes: { moved: 1 } });
  expect((await api.db.department.findUniqueOrThrow({ where: { id } })).name).toBe('其间的名称');
});

test('every wrong cell is named by line and column, and the right rows beside it count', async () => {
  const id = name();
  expect(
    await faultsOf('units', [
      unitHead,
      unit(id),
      unit(id),
      unit('有空格 和汉字'),
      unit(name(), { code: '91350100M000100Y44' }),
      unit(name(), { code: '9.1350E+17' }),
      unit(name(), { kind: '公司' }),
      unit(name(), { chain: '没有这个局' }),
      unit(name(), { name: '' }),
      unit(name(), { name: '=HYPERLINK("http://x")' }),
      unit(name(), { name: '@SUM(A1)' }),
      unit(name(), { name: 'a'.repeat(101) }),
      unit(name(), { name: '看不见\u202e的字' }),
      ['示例：温宿县机械厂', '', '', '企业', '', '', '', ''],
      ['', '', '', '', '', '', '', ''],
    ]),
  ).toEqual([
    [3, 'id'],
    [4, 'id'],
    [5, 'creditCode'],
    [6, 'creditCode'],
    [7, 'kind'],
    [8, 'chain1'],
    [9, 'name'],
    [10, 'name'],
    [11, 'name'],
    [12, 'name'],
    [13, 'name'],
  ]);
  const [email, own] = [
    mail(),
    (await api.db.user.findUniqueOrThrow({ where: { id: office.ids.operator } })).email ?? '',
  ];
  expect(
    await faultsOf('people', [
      peopleHead,
      ['甲', email, '', '申报人', 'unit-1'],
      ['甲', email, '', '申报人', 'unit-1'],
      ['乙', email, '', '申报人', 'unit-2'],
      ['丙', '', '', '申报人', 'unit-1'],
      ['丁', 'no address', '', '申报人', 'unit-1'],
      ['戊', '', '1.39E+10', '申报人', 'unit-1'],
      ['己', mail(), '', '申报人', ''],
      ['庚', mail(), '', '申报人', 'department-1'],
      ['辛', mail(), '', '皇帝', 'unit-1'],
      ['壬', mail(), '', '运维', ''],
      ['癸', own, '', '财务', ''],
      ['-1+1', mail(), '', '财务', ''],
    ]),
  ).toEqual([
    [3, 'role'],
    [4, 'email'],
    [5, 'email'],
    [6, 'email'],
    [7, 'phone'],
    [8, 'scope'],
    [9, 'scope'],
    [10, 'role', 'scope'],
    [11, 'role'],
    [12, 'email'],
    [13, 'name'],
  ]);
});

test('an account that somebody uses is not renamed or given another contact by a table', async () => {
  const { email, name: own } = await api.db.user.findUniqueOrThrow({ where: { id: office.ids.applicant } });
  const rows = [
    ['别人', email ?? '', '', '申报人', 'unit-2'],
    [own, email ?? '', '13912345678', '申报人', 'unit-2'],
  ];
  expect(await faultsOf('people', [peopleHead, ...rows])).toEqual([
    [2, 'email'],
    [3, 'email'],
  ]);
});

test('a heading without a column, or with one twice, is refused; unknown columns are not read', async () => {
  const begin = (heading: readonly string[]) => operator.post(path).send({ kind: 'units', fileName: 'a.csv', heading });
  const missing = await begin(['单位名称']).expect(422);
  expect(missing.body.errors).toEqual([expect.objectContaining({ message: '缺少一列“单位类别”。' })]);
  await begin(['单位名称', '单位名称', '单位类别']).expect(422);
  const { body } = await begin([' 单位名称＊', 'Kind', '备注']).expect(201);
  expect(body.columns).toEqual(['name', 'kind', '']);
});

test('a table of a hundred thousand rows is refused at its first row too many', async () => {
  const { body } = await operator
    .post(path)
    .send({ kind: 'departments', fileName: 'a.csv', heading: departmentHead })
    .expect(201);
  await api.db.pool.query(
    `INSERT INTO directory_import_rows (import_id, line, verdict, faults) SELECT $1, line, 'wrong', '[]' FROM generate_series(1, 20000) line`,
    [body.id],
  );
  await operator
    .post(`${path}/${body.id}/rows`)
    .send({ rows: numbered([[name(), '局']], 20_002) })
    .expect(422);
  await operator
    .post(`${path}/${body.id}/rows`)
    .send({ rows: numbered(Array(1001).fill([name(), '局'])) })
    .expect(422);
});

test('invitations are printed instead of sent, one list a unit, for operators who just proved their second factor', async () => {
  const email = mail();
  const id = await registered('people', [peopleHead, ['甲', email, '', '申报人', 'unit-1']], 'sheets');
  const { body } = await operator.get(`${path}/${id}/sheets`).expect(200);
  expect(body.items).toEqual([
    expect.objectContaining({ name: '甲', contact: email, link: expect.stringMatching(/\/join#[\w-]{20}$/) }),
  ]);
  const invitation = await api.db.invitation.findFirstOrThrow({ where: { email } });
  // Once in ten minutes of the clock, for each whose link was shown.
  await operator.get(`${path}/${id}/sheets`).expect(200);
  const logged = await api.db.accessEntry.findMany({ where: { subjectId: invitation.personId, kind: 'invitation' } });
  expect(logged[0]).toMatchObject({ personId: office.ids.operator, roles: ['operator'], object: id });
  expect(await api.db.outbox.count({ where: { scope: invitation.id } })).toBe(0);
  const token = String(body.items[0].link).split('#')[1];
  await callerWith(api.app, '').post('/api/invitations/read').send({ token });
  const longAgo = api.authenticatorClock.now() - 3_600_000;
  const stale = callerWith(api.app, await sessionFor(api.db, office.ids.operator, longAgo));
  await stale.get(`${path}/${id}/sheets`).expect(403);
});

test('templates carry the heading and examples that register nothing', async () => {
  const { text } = await operator.get(`${path}/templates/people/csv`).expect(200);
  const [heading = '', ...examples] = text.replace('\uFEFF', '').trim().split('\r\n');
  const id = await send('people', [heading.split(','), ...examples.map((line) => line.split(','))]);
  expect((await seen(id)).verdicts).toEqual({});
  await operator
    .get(`${path}/templates/units/xlsx`)
    .expect(200)
    .expect('content-type', /spreadsheetml/);
  await operator.get(`${path}/templates/kings/csv`).expect(404);
});

test('everything registered can be edited, an account until its owner opens it', async () => {
  await operator.put('/api/departments/department-2').send({ name: '另一个局' }).expect(200);
  await operator.put('/api/departments/nowhere').send({ name: '没有' }).expect(404);
  await operator
    .put('/api/units/unit-2')
    .send({ name: '改名', kind: 'state_enterprise', chain: ['nowhere'] })
    .expect(422);
  const email = mail();
  await registered('people', [peopleHead, ['错字', email, '', '申报人', 'unit-1']]);
  const { id } = await api.db.user.findUniqueOrThrow({ where: { email } });
  const corrected = mail();
  await operator.put(`/api/people/${id}`).send({ name: '正字', contact: corrected }).expect(200);
  expect(await api.db.invitation.count({ where: { personId: id, email: corrected, withdrawnAt: null } })).toBe(1);
  expect(await api.db.invitation.count({ where: { personId: id, withdrawnAt: null } })).toBe(1);
  await operator.put(`/api/people/${office.ids.applicant}`).send({ name: '别人', contact: mail() }).expect(409);
});
