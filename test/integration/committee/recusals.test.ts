import { ConflictsAnswer, RecusalRequestsAnswer, RecusalsAnswer } from '../../../api/committee/answers.js';
import { recusedExperts } from '../../../records/committee/recusals.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let expertId: string;
let otherId: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'recusals', at: '2024-09-25T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  const term = { validFrom: new Date('2024-01-01'), validUntil: new Date('2027-01-01') };
  const entry = { specialties: ['mechanical_electronic'], rank: 'senior', employerName: '大学', ...term };
  expertId = (await api.db.expert.create({ data: { ...entry, personId: office.ids.expert } })).id;
  const other = await office.hire([{ role: 'expert', campaignId }]);
  otherId = (await api.db.expert.create({ data: { ...entry, personId: other.id } })).id;
});
afterAll(() => api.close());

const base = `/api/campaigns/${campaignId}`;
const recused = async (id: string) => [
  ...((await recusedExperts(api.db, { campaignId, applicationIds: [id] })).get(id) ?? []),
];
const conflicts = async (name: 'office' | 'expert') =>
  ConflictsAnswer.parse((await office.as(name).get(`${base}/conflicts`).expect(200)).body).items;

describe('A conflict', () => {
  test('is declared by the expert for themselves, about a person for whatever they apply for', async () => {
    const id = await office.application(stories.review);
    const declared = { kind: 'kinship', applicationId: id, reason: '表亲' };
    await office.as('expert').post(`${base}/conflicts`).send(declared).expect(201, { expertId, kind: 'kinship' });
    await office.as('expert').post(`${base}/conflicts`).send(declared).expect(409);
    expect(await recused(id)).toEqual([expertId]);
    expect(await conflicts('expert')).toMatchObject([{ kind: 'kinship', source: 'declared', reason: '表亲' }]);
    await office
      .as('expert')
      .post(`${base}/conflicts`)
      .send({ ...declared, expertId: otherId })
      .expect(403);
  });

  test('is declared by the office for anybody, and other than the usual kinds excludes nobody by itself', async () => {
    const id = await office.application(stories.review);
    const other = { expertId: otherId, kind: 'other', applicationId: id, reason: '合作过论文' };
    await office.as('office').post(`${base}/conflicts`).send(other).expect(201);
    expect(await recused(id)).toEqual([]);
    await office
      .as('office')
      .post(`${base}/conflicts`)
      .send({ ...other, expertId: undefined })
      .expect(422);
    expect((await conflicts('expert')).every((one) => one.expertId === expertId)).toBe(true);
  });

  test('of unit or own application is found without anybody declaring it', async () => {
    const id = await office.application(stories.review, { unitId: 'unit-2' });
    await office.as('office').patch(`${base}/experts/${otherId}`).send({ unitId: 'unit-2' }).expect(200);
    expect(await recused(id)).toEqual([otherId]);
    expect(await conflicts('office')).toContainEqual(
      expect.objectContaining({ kind: 'same_unit', source: 'found', expertId: otherId }),
    );
    expect(await conflicts('office')).toEqual(await conflicts('office'));
  });

  test.each([
    {},
    { kind: 'own_application' },
    { kind: 'kinship' },
    { kind: 'kinship', applicationId: 'x' },
    { kind: 'same_unit', unitId: 'nowhere' },
    { kind: 'same_unit', unitId: 'unit-1', applicationId: '4f7a1d6e-2f0c-4c4b-9b0e-0a4c8a8d9d11' },
  ])('is not %j', async (body) => {
    await office
      .as('expert')
      .post(`${base}/conflicts`)
      .send({ reason: '理由', ...body })
      .expect(422);
  });

  test('is nothing for others to declare or to read', async () => {
    for (const name of ['applicant', 'unit', 'finance', 'operator'] as const) {
      await office.as(name).get(`${base}/conflicts`).expect(403);
      await office
        .as(name)
        .post(`${base}/conflicts`)
        .send({ kind: 'same_unit', unitId: 'unit-1', reason: '理由' })
        .expect(403);
    }
  });
});

describe('A recusal', () => {
  test('by oneself counts at once, from one application and from no other', async () => {
    const [id, other] = [await office.application(stories.review), await office.application(stories.review)];
    await office.as('expert').post(`${base}/recusals`).send({ applicationId: id, reason: '师生' }).expect(201);
    await office.as('expert').post(`${base}/recusals`).send({ applicationId: id, reason: '师生' }).expect(409);
    expect([await recused(id), await recused(other)]).toEqual([[expertId], []]);
    await office.as('expert').get(`/api/applications/${id}`).expect(404);
    await office.as('expert').get(`/api/applications/${id}/dossier`).expect(404);
    await office.as('expert').get(`/api/applications/${other}`).expect(200);
    const listed = await Promise.all(
      [id, other].map(async (q) => (await office.as('expert').get('/api/applications').query({ q }).expect(200)).body),
    );
    expect(listed.map(({ items }) => items.length)).toEqual([0, 1]);
    expect((await office.as('office').get('/api/applications').query({ q: id }).expect(200)).body.items).toHaveLength(
      1,
    );
    await office.as('expert').post(`${base}/recusals`).send({ expertId: otherId, reason: '他也是' }).expect(403);
    await office.as('expert').post(`${base}/recusals`).send({ applicationId: id }).expect(422);
  });

  test('by the office counts at once', async () => {
    const id = await office.application(stories.review);
    await office
      .as('office')
      .post(`${base}/recusals`)
      .send({ expertId: otherId, applicationId: id, reason: '有人反映' })
      .expect(201);
    expect(await recused(id)).toEqual([otherId]);
  });

  test('asked for by the applicant waits for the office, which answers with a reason and says whom it means', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.review, { applicantId: applicant.id });
    const path = `/api/applications/${id}/recusals`;
    const asked = { named: '王教授', reason: '有过节' };
    await applicant.as.post(path).send(asked).expect(201, { named: '王教授', outcome: null });
    await applicant.as.post(path).send(asked).expect(409);
    expect(await recused(id)).toEqual([]);
    const { items } = RecusalsAnswer.parse((await office.as('office').get(`${base}/recusals`).expect(200)).body);
    const [waiting] = items;
    expect(waiting).toMatchObject({ named: '王教授', applicationId: id, outcome: null, expertId: null });
    const decide = (body: object) => office.as('office').post(`${base}/recusals/${waiting?.id}/decision`).send(body);
    await decide({ outcome: 'granted', reason: '属实' }).expect(422);
    await decide({ outcome: 'granted', expertId, reason: '' }).expect(422);
    await decide({ outcome: 'granted', expertId, reason: '属实' }).expect(200);
    await decide({ outcome: 'refused', reason: '再想想' }).expect(409);
    expect(await recused(id)).toEqual([expertId]);
    const { body } = await applicant.as.get(path).expect(200);
    expect(RecusalRequestsAnswer.parse(body).items).toMatchObject([
      { ...asked, outcome: 'granted', decidedReason: '属实' },
    ]);
    expect(JSON.stringify(body)).not.toContain(expertId);
    const own = RecusalsAnswer.parse((await office.as('expert').get(`${base}/recusals`).expect(200)).body).items;
    const seen = own.find(({ applicationId }) => applicationId === id);
    expect(seen).toMatchObject({ requestedByRole: 'applicant', named: null, reason: '' });
  });

  test('is not offered once the application has been judged', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.public_notice, { applicantId: applicant.id });
    const path = `/api/applications/${id}/recusals`;
    const { body } = await applicant.as.get(path).expect(200);
    expect(RecusalRequestsAnswer.strict().parse(body)).toMatchObject({
      items: [],
      refusal: { code: 'event_not_allowed' },
    });
    await applicant.as.post(path).send({ named: '王教授', reason: '有过节' }).expect(409);
  });

  test('refused changes nothing', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.review, { applicantId: applicant.id });
    await applicant.as.post(`/api/applications/${id}/recusals`).send({ named: '某某', reason: '不喜欢' }).expect(201);
    const { body } = await office.as('office').get(`${base}/recusals`).expect(200);
    const waiting = body.items.find((item: { applicationId: string }) => item.applicationId === id);
    await office
      .as('office')
      .post(`${base}/recusals/${waiting.id}/decision`)
      .send({ outcome: 'refused', reason: '理由不充分' })
      .expect(200);
    expect(await recused(id)).toEqual([]);
  });

  test('is asked for by the applicant alone, and answered by the office alone', async () => {
    const id = await office.application(stories.review);
    for (const name of ['office', 'unit', 'expert'] as const) {
      await office.as(name).post(`/api/applications/${id}/recusals`).send({ named: '某', reason: '某' }).expect(403);
    }
    await office.as('stranger').get(`/api/applications/${id}/recusals`).expect(404);
    for (const name of ['expert', 'supervisor', 'unit'] as const) {
      await office
        .as(name)
        .post(`${base}/recusals/${expertId}/decision`)
        .send({ outcome: 'refused', reason: '某' })
        .expect(403);
    }
    await office
      .as('office')
      .post(`${base}/recusals/x/decision`)
      .send({ outcome: 'refused', reason: '某' })
      .expect(409);
  });
});
