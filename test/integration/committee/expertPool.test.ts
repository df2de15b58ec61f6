import { EngagedExpertAnswer, ExpertAnswer, ExpertsAnswer } from '../../../api/committee/answers.js';
import { type Caller, callerWith, campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'expert-pool', at: '2024-09-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const path = `/api/campaigns/${campaignId}/experts`;
const li = {
  email: 'Li@example.cn',
  name: '李四',
  specialties: ['chemical'],
  rank: 'senior',
  employerName: '化工大学',
  validFrom: '2024-01-01',
  validUntil: '2027-01-01',
};
const pool = async () => ExpertsAnswer.parse((await office.as('office').get(path).expect(200)).body).items;

describe('The pool of experts', () => {
  test('takes somebody in with an account whose first password is told once, or with the account they have', async () => {
    const { body } = await office.as('office').post(path).send(li).expect(201);
    const added = EngagedExpertAnswer.parse(body);
    expect(added).toMatchObject({ name: '李四', email: 'li@example.cn', active: true, unitId: null });
    expect(added.invited).toBe(true);
    const twice = await office.as('office').post(path).send(li).expect(409);
    expect(twice.body).toMatchObject({ code: 'already_there', field: 'email' });
    const known = { ...li, email: office.emailOf('expert'), unitId: 'unit-2' };
    const second = EngagedExpertAnswer.parse((await office.as('office').post(path).send(known).expect(201)).body);
    expect(second).toMatchObject({ invited: false, personId: office.ids.expert, unitId: 'unit-2' });
    expect((await pool()).map(({ id }) => id).sort()).toEqual([added.id, second.id].sort());
  });

  test('is changed field by field, and somebody who is no longer active stays in it', async () => {
    const [first] = await pool();
    const one = `${path}/${first?.id}`;
    const { body } = await office.as('office').patch(one).send({ active: false, rank: 'mid' }).expect(200);
    expect(ExpertAnswer.parse(body)).toEqual({ ...first, active: false, rank: 'mid' });
    const long = await office.as('office').patch(one).send({ validUntil: '2028-01-01' }).expect(422);
    expect(long.body).toMatchObject({ field: 'validUntil', clause: '人社部令第40号（评审专家任期）' });
    await office
      .as('office')
      .patch(one)
      .send({ specialties: ['poetry'] })
      .expect(422);
    await office.as('office').patch(one).send({ active: true, unitId: null }).expect(200);
    await office.as('office').patch(`${path}/${office.ids.office}`).send({ active: false }).expect(404);
  });

  test.each([
    ['specialties', { specialties: [] }],
    ['specialties', { specialties: ['poetry'] }],
    ['rank', { rank: 'doctor' }],
    ['validUntil', { validUntil: '2024-01-01' }],
    ['validUntil', { validUntil: '2027-01-02' }],
    ['unitId', { unitId: 'nowhere' }],
    ['email', { email: 'li' }],
    ['salary', { salary: 1 }],
  ])('refuses by the field %s: %j', async (field, more) => {
    const { body } = await office
      .as('office')
      .post(path)
      .send({ ...li, email: 'new@example.cn', ...more })
      .expect(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  test('is read by the supervisor, kept by the office, and nobody else’s to see', async () => {
    await office.as('supervisor').get(path).expect(200);
    await office.as('supervisor').post(path).send(li).expect(403);
    for (const name of ['applicant', 'unit', 'department', 'finance', 'expert', 'operator'] as Name[]) {
      await office.as(name).get(path).expect(403);
      await office.as(name).post(path).send(li).expect(403);
    }
    await office.as('office').get('/api/campaigns/other/experts').expect(403);
  });
});

test('The pool is exported page by page, as every list is', async () => {
  const names = (await pool()).map(({ email }) => email);
  const two = await office.as('office').get(`${path}?limit=1`).expect(200);
  expect(ExpertsAnswer.parse(two.body)).toMatchObject({ items: [{ email: names[0] }], next: '1' });
  const { text } = await office.as('office').get(`${path}?format=csv`).expect(200);
  for (const email of names) expect(text).toContain(email ?? '');
  await office.as('expert').get(`${path}?format=csv`).expect(403);
});

describe('A table of experts', () => {
  const tables = '/api/directory-imports';
  const heading = ['姓名', '邮箱', '手机号', '专业', '职称', '工作单位', '单位编号', '任期开始', '任期届满次日'];
  type Rows = readonly (readonly string[])[];
  let clerk: Caller;
  beforeAll(async () => {
    clerk = callerWith(api.app, await sessionFor(api.db, office.ids.office, api.authenticatorClock.now()));
  });
  async function send(rows: Rows) {
    const table = { kind: 'experts', campaignId, fileName: '专家.xlsx', heading };
    const { body } = await clerk.post(tables).send(table).expect(201);
    const numbered = rows.map((cells, index) => ({ line: index + 2, cells }));
    await clerk.post(`${tables}/${body.id}/rows`).send({ rows: numbered }).expect(200);
    return `${tables}/${body.id}`;
  }
  const seen = async (at: string) => (await clerk.get(at).expect(200)).body;
  const work = async (at: string, way: 'apply' | 'undo', delivery = 'letters') =>
    (await clerk.post(`${at}/${way}`).send({ delivery }).expect(200)).body;
  const faultsOf = async (rows: Rows) => {
    const { body } = await clerk.get(`${await send(rows)}/rows?verdict=wrong`).expect(200);
    return body.items.map(({ line, faults }: { line: number; faults: { field: string }[] }) => [
      line,
      ...faults.map(({ field }) => field),
    ]);
  };
  const [phone, term] = ['13800138001', ['2024/1/1', '2027年1月1日']] as const;
  const two = [
    ['王五', 'w@example.cn', '', '化工（含制药）；机械电子', '正高级', '大学, "西区"', '', ...term],
    ['赵六', '', phone, 'chemical', 'senior', '工厂', 'unit-1', ...term],
  ];

  test('is judged first, registers with names as people write them, and the same again changes nothing', async () => {
    const before = await pool();
    const table = await send(two);
    expect(await seen(table)).toMatchObject({ kind: 'experts', campaignId, verdicts: { new: 2 }, toApply: 2 });
    expect(await pool()).toEqual(before);
    expect(await work(table, 'apply')).toMatchObject({ outcomes: { applied: 2 }, toUndo: 2 });
    const added = (await pool()).filter(({ id }) => !before.some((one) => one.id === id));
    const shown = ({ name, email, specialties, rank, unitId, validUntil }: (typeof added)[number]) =>
      [name, email, specialties, rank, unitId, validUntil] as const;
    expect(added.map(shown).toSorted()).toEqual([
      ['王五', 'w@example.cn', ['chemical', 'mechanical_electronic'], 'senior', null, '2027-01-01'],
      ['赵六', null, ['chemical'], 'senior', 'unit-1', '2027-01-01'],
    ]);
    expect(await api.db.invitation.count({ where: { OR: [{ email: 'w@example.cn' }, { phone }] } })).toBe(2);
    expect(await seen(await send(two))).toMatchObject({ verdicts: { same: 2 }, toApply: 0 });
  });

  test('changes those in the pool, who keep what another campaign has, and undoing gives back what was', async () => {
    const { id: personId } = await api.db.user.findUniqueOrThrow({ where: { email: 'w@example.cn' } });
    const specialties = ['chemical', 'poetry'];
    await api.db.expert.update({ where: { personId }, data: { specialties } });
    const before = await pool();
    const table = await send([two[0]?.with(3, '机械电子').with(4, '副高级') ?? [], two[1] ?? []]);
    expect(await seen(table)).toMatchObject({ verdicts: { changed: 1, same: 1 } });
    await work(table, 'apply');
    expect(await api.db.expert.findUniqueOrThrow({ where: { personId } })).toMatchObject({
      specialties: ['mechanical_electronic', 'poetry'],
      rank: 'deputy_senior',
    });
    expect(await work(table, 'undo')).toMatchObject({ outcomes: { undone: 1 } });
    expect(await pool()).toEqual(before);
  });

  test('is undone with the accounts that nobody opened; who has a seat or was changed since stays', async () => {
    const rows = ['孙', '周', '吴'].map((name, index) => [
      name,
      `u${index}@example.cn`,
      '',
      ...(two[0] ?? []).slice(3),
    ]);
    const table = await send(rows);
    await work(table, 'apply', 'sheets');
    const { body } = await clerk.get(`${table}/sheets`).expect(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({ scopeName: '大学, "西区"', link: expect.stringContaining('/join#') });
    const [seated, changed] = (await pool()).filter(
      ({ email }) => email === 'u0@example.cn' || email === 'u1@example.cn',
    );
    const conflict = {
      expertId: seated?.id ?? '',
      kind: 'kinship',
      source: 'declared',
      reason: '亲属',
      declaredBy: office.ids.office,
    };
    await api.db.expertConflict.create({ data: { ...conflict, unitId: 'unit-1', declaredAt: new Date() } });
    await clerk.patch(`${path}/${changed?.id}`).send({ rank: 'mid' }).expect(200);
    expect(await work(table, 'undo')).toMatchObject({ outcomes: { undone: 1, kept: 2 } });
    expect(await api.db.user.count({ where: { email: { in: rows.map(([, email = '']) => email) } } })).toBe(2);
  });

  test('names every fault by line and column, and belongs to the office of its campaign', async () => {
    const row = ['甲', 'a@example.cn', '', '机械电子', '中级', '大学', '', '2024-01-01', '2027-01-01'];
    expect(
      await faultsOf([
        row.with(3, '诗歌'),
        row.with(4, '教授'),
        row,
        row.with(8, '2020-01-01'),
        row.with(1, 'b@example.cn').with(8, '2028-01-01'),
        row.with(1, 'c@example.cn').with(7, '去年'),
        row.with(1, 'd@example.cn').with(6, 'nowhere'),
        row.with(1, ''),
        row.with(1, office.emailOf('expert')),
        row.with(1, 'e@example.cn').with(3, ''),
        row.with(1, 'f@example.cn').with(5, '=1+1'),
        row,
      ]),
    ).toEqual([
      [2, 'specialties'],
      [3, 'rank'],
      [5, 'validUntil'],
      [6, 'validUntil'],
      [7, 'validFrom'],
      [8, 'unitId'],
      [9, 'email'],
      [10, 'email'],
      [11, 'specialties'],
      [12, 'employerName'],
      [13, 'email'],
    ]);
    const table = await send(two);
    const begin = { kind: 'experts', campaignId, fileName: 'a.csv', heading };
    for (const name of ['applicant', 'unit', 'finance', 'expert', 'supervisor', 'operator'] as const) {
      await office.as(name).get(`${tables}?campaignId=${campaignId}`).expect(403);
      await office.as(name).post(tables).send(begin).expect(403);
      await office.as(name).get(`${table}/rows`).expect(403);
      await office.as(name).post(`${table}/undo`).send({}).expect(403);
    }
    await clerk
      .post(tables)
      .send({ ...begin, campaignId: 'other' })
      .expect(403);
    await clerk
      .post(tables)
      .send({ ...begin, kind: 'units' })
      .expect(422);
    const { body: own } = await clerk.get(tables).expect(200);
    expect(own.items.every((one: { campaignId: string }) => one.campaignId === campaignId)).toBe(true);
    expect((await clerk.get(`${tables}?campaignId=${campaignId}`).expect(200)).body.items.length).toBeGreaterThan(0);
    await clerk.get(`${tables}/templates/experts/csv`).expect(200);
  });
});
