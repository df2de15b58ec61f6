import {
  EngagedExpertAnswer,
  ExpertAnswer,
  ExpertsAnswer,
  ImportedExpertsAnswer,
} from '../../../api/committee/answers.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
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
      await office.as(name).post(`${path}/import`).send({ csv: 'x' }).expect(403);
    }
    await office.as('office').get('/api/campaigns/other/experts').expect(403);
  });
});

test('The pool is exported page by page, as every list is', async () => {
  const names = (await pool()).map(({ email }) => email);
  const two = await office.as('office').get(`${path}?limit=1`).expect(200);
  expect(ExpertsAnswer.parse(two.body)).toMatchObject({ items: [{ email: names[0] }], next: '1' });
  const { text } = await office.as('office').get(`${path}?format=csv`).expect(200);
  for (const email of names) expect(text).toContain(email);
  await office.as('expert').get(`${path}?format=csv`).expect(403);
});

describe('A file of experts', () => {
  const heading = '姓名,邮箱,专业,职称,工作单位,单位编号,任期开始,任期届满次日';
  const send = (csv: string) => office.as('office').post(`${path}/import`).send({ csv });

  test('is taken in whole, with names of specialties and ranks as people write them', async () => {
    const csv = `\uFEFF${heading}\r\n王五,w@example.cn,化工（含制药）;机械电子,正高级,"大学, ""西区""",,2024-01-01,2027-01-01\r\n\r\n赵六,z@example.cn,chemical,senior,工厂,unit-1,2024-01-01,2025-01-01`;
    const { items } = ImportedExpertsAnswer.parse((await send(csv).expect(201)).body);
    expect(
      items.map(({ name, specialties, employerName, unitId, rank }) => [name, specialties, employerName, unitId, rank]),
    ).toEqual([
      ['王五', ['chemical', 'mechanical_electronic'], '大学, "西区"', null, 'senior'],
      ['赵六', ['chemical'], '工厂', 'unit-1', 'senior'],
    ]);
  });

  test('is refused whole, with every fault and its line', async () => {
    const before = await pool();
    const csv = [
      heading,
      '甲,a@example.cn,诗歌,正高级,大学,,2024-01-01,2027-01-01',
      '乙,b@example.cn,机械电子,教授,大学,,2024-01-01,2027-01-01',
      '丙,c@example.cn,机械电子,中级,大学,,2024-01-01,2027-01-01',
      '丁,c@example.cn,机械电子,中级,大学,,2024-01-01,2020-01-01',
    ].join('\n');
    const { body } = await send(csv).expect(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([
      ...['csv.2.specialties', 'csv.3.rank', 'csv.5.email', 'csv.5.validUntil'],
    ]);
    const unit = await send(`${heading}\n丙,c@example.cn,机械电子,中级,大学,nowhere,2024-01-01,2027-01-01`).expect(422);
    expect(unit.body.field).toBe('csv.2.unitId');
    const there = await send(
      `${heading}\n丙,c@example.cn,机械电子,中级,大学,,2024-01-01,2027-01-01\n李,li@example.cn,机械电子,中级,大学,,2024-01-01,2027-01-01`,
    ).expect(409);
    expect(there.body.field).toBe('csv.3.email');
    expect(await pool()).toEqual(before);
    expect(await api.db.user.findUnique({ where: { email: 'c@example.cn' } })).toBeNull();
  });

  test.each(['姓名,邮箱\n张,z', '', '"', `${'姓名'},x"y\n`])('that is none is refused: %j', async (csv) => {
    await send(csv).expect(422);
  });
});
