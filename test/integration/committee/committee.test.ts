import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  CommitteesAnswer,
  DrawAnswer,
  DrawFileAnswer,
  DrawsAnswer,
  OwnSeatsAnswer,
  PublicDrawsAnswer,
} from '../../../api/committee/answers.js';
import { commitmentOf } from '../../../rules/committee/draw/commitment.js';
import { checkDraw } from '../../../rules/committee/draw/drawFile.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'committee', at: '2024-09-25T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const base = `/api/campaigns/${campaignId}`;
const committee = 'engineering';
let drawId: string;
const draw = () => `${base}/draws/${drawId}`;

/** Adds experts to the pool directly: hashing their passwords would only take time. */
async function pool(specialty: string, count: number, unitId: string | null = null) {
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), name: '专家' }));
  await api.db.user.createMany({ data: people.map((one) => ({ ...one, email: `${one.id}@example.cn` })) });
  const term = { validFrom: new Date('2024-01-01'), validUntil: new Date('2027-01-01') };
  const entry = { specialties: [specialty], rank: 'senior', unitId, employerName: '大学', ...term };
  await api.db.expert.createMany({ data: people.map(({ id: personId }) => ({ ...entry, personId })) });
}

async function asMember(personId: string): Promise<Caller> {
  return callerWith(api.app, await sessionFor(api.db, personId));
}

const committees = async () =>
  CommitteesAnswer.parse((await office.as('office').get(`${base}/committees`).expect(200)).body).items;
const members = async () => (await committees())[0]?.members ?? [];

describe('A draw', () => {
  test('begins with a hash that everybody sees, and a seed that nobody does', async () => {
    const { body } = await office.as('office').post(`${base}/draws`).send({ committee }).expect(201);
    const begun = DrawAnswer.parse(body);
    drawId = begun.id;
    expect(begun).toMatchObject({ state: 'committed', seed: null, acts: ['freeze', 'void'] });
    const open = PublicDrawsAnswer.parse((await request(api.app).get('/api/draws').expect(200)).body);
    expect(open.items).toMatchObject([{ id: drawId, seedHash: begun.seedHash, seed: null }]);
    await office.as('office').post(`${base}/draws`).send({ committee }).expect(409);
    await office.as('office').post(`${base}/draws`).send({ committee: 'poetry' }).expect(404);
    await office.as('office').get(`${draw()}/file`).expect(409);
    await office.as('office').post(`${draw()}/draw`).send({}).expect(409);
  });

  test('is refused while the pool is too small, saying by how many and in which specialty', async () => {
    await pool('mechanical_electronic', 12);
    await pool('chemical', 3);
    const few = await office
      .as('office')
      .post(`${draw()}/freeze`)
      .send({ size: 11, quotas: { mechanical_electronic: 6, chemical: 5 } })
      .expect(422);
    expect(few.body).toMatchObject({ code: 'experts_too_few', field: 'quotas.chemical' });
    expect(few.body.detail).toContain('“化工（含制药）”专业需要5人，专家库中只有3人，还差2人');
    const even = await office.as('office').post(`${draw()}/freeze`).send({ size: 12 }).expect(422);
    expect(even.body).toMatchObject({ field: 'size', clause: '人社部令第40号（评审委员会人数为单数）' });
    const small = await office.as('office').post(`${draw()}/freeze`).send({ size: 9 }).expect(422);
    expect(small.body).toMatchObject({
      code: 'committee_too_small',
      clause: '人社部令第40号（按专业组建的高级评审委员会人数）',
    });
  });

  test('freezes who may be drawn: not those whose term is over, who are inactive or recused from everything', async () => {
    await office.application(stories.review, { unitId: 'unit-2' });
    await pool('chemical', 5);
    await pool('chemical', 1, 'unit-2');
    const all = await api.db.expert.findMany({ where: { specialties: { has: 'chemical' }, unitId: null } });
    const [over, idle, ill] = all;
    await api.db.expert.update({ where: { id: over?.id ?? '' }, data: { validUntil: new Date('2024-09-25') } });
    await office.as('office').patch(`${base}/experts/${idle?.id}`).send({ active: false }).expect(200);
    await office.as('office').post(`${base}/recusals`).send({ expertId: ill?.id, reason: '因病' }).expect(201);
    const { body } = await office.as('office').post(`${draw()}/freeze`).send({ size: 11 }).expect(200);
    const frozen = DrawAnswer.parse(body);
    expect(frozen).toMatchObject({ state: 'frozen', seed: null, conflicted: 1, acts: ['draw', 'void'] });
    // For pools of 12 and 6: one seat each, then 9 more in proportion 11 to 5, which is 6.19 and 2.81.
    expect(frozen.pool).toEqual([
      { specialty: 'chemical', members: 4, alternates: 1, available: 6 },
      { specialty: 'mechanical_electronic', members: 7, alternates: 2, available: 12 },
    ]);
    await office.as('office').post(`${draw()}/freeze`).send({ size: 11 }).expect(409);
    const row = await api.db.draw.findUniqueOrThrow({ where: { id: drawId } });
    expect(row.seed).toBeNull();
    expect(Buffer.from(row.sealedSeed ?? '', 'base64').length).toBeGreaterThan(64);
  });

  test('shows the seed and what it leads to, for anybody to compute again', async () => {
    const { body } = await office.as('office').post(`${draw()}/draw`).send({}).expect(200);
    const drawn = DrawAnswer.parse(body);
    expect(drawn).toMatchObject({ state: 'drawn', acts: [], drawnConflicted: 0 });
    expect(commitmentOf(drawn.seed ?? '')).toBe(drawn.seedHash);
    await office.as('office').post(`${draw()}/draw`).send({}).expect(409);
    await office.as('office').post(`${draw()}/void`).send({ reason: '不满意' }).expect(409);
    const file = await office.as('supervisor').get(`${draw()}/file`).expect(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(checkDraw(DrawFileAnswer.parse(file.body))).toBeNull();
    expect(file.text).not.toContain('专家');
    const seated = await members();
    expect(seated.map(({ expertId, position }) => `${position} ${expertId}`).sort()).toEqual(
      [
        ...file.body.result.members.map((one: { expertId: string }) => `member ${one.expertId}`),
        ...file.body.result.alternates.map((one: { expertId: string }) => `alternate ${one.expertId}`),
      ].sort(),
    );
  });

  test('is the office’s to make and the supervisor’s to watch', async () => {
    await office.as('supervisor').post(`${base}/draws`).send({ committee }).expect(403);
    expect(DrawsAnswer.parse((await office.as('supervisor').get(`${base}/draws`).expect(200)).body).items).toHaveLength(
      1,
    );
    for (const name of ['applicant', 'unit', 'finance', 'expert', 'operator'] as const) {
      await office.as(name).get(`${base}/draws`).expect(403);
      await office.as(name).get(`${draw()}/file`).expect(403);
      await office.as(name).post(`${draw()}/draw`).send({}).expect(403);
    }
    await office.as('office').get(`${base}/draws/1/file`).expect(404);
    await office.as('office').post(`${base}/draws/${randomUUID()}/draw`).send({}).expect(404);
  });

  test('can be begun anew before anything was drawn, by another seed', async () => {
    await api.db.campaign.create({
      data: {
        id: 'another',
        title: '另一年度',
        policyVersion: 1,
        calendarVersion: '1',
        calendar: { version: '1' },
        policy: {
          ...((await api.db.campaign.findUniqueOrThrow({ where: { id: campaignId } })).policy as object),
          version: 1,
        },
      },
    });
    const clerk = await office.hire([{ role: 'office', campaignId: 'another' }]);
    const begin = () => clerk.as.post('/api/campaigns/another/draws').send({ committee }).expect(201);
    const first = DrawAnswer.parse((await begin()).body);
    await clerk.as.post(`/api/campaigns/another/draws/${first.id}/void`).send({ reason: '专家库需补充' }).expect(200);
    const second = DrawAnswer.parse((await begin()).body);
    expect(second.seedHash).not.toBe(first.seedHash);
    await clerk.as.post(`/api/campaigns/another/draws/${drawId}/void`).send({ reason: '别人的' }).expect(404);
    await clerk.as.get(`${base}/draws`).expect(403);
  });
});

describe('An invitation', () => {
  const answer = (as: Caller, body: object) => as.post(`${base}/committees/${committee}/invitation`).send(body);

  test('is seen and accepted by whoever was drawn, and again without harm', async () => {
    const [first] = await members();
    const as = await asMember(first?.personId ?? '');
    const { items } = OwnSeatsAnswer.parse((await as.get('/api/me/invitations').expect(200)).body);
    expect(items).toMatchObject([{ committee, invitation: 'invited', answers: ['accept', 'decline'] }]);
    const before = CommitteesAnswer.parse((await as.get(`${base}/committees`).expect(200)).body);
    expect(before.items).toEqual([]);
    await answer(as, { answer: 'accept' }).expect(200, { committee, invitation: 'accepted' });
    await answer(as, { answer: 'accept' }).expect(200, { committee, invitation: 'accepted' });
    expect((await members())[0]).toMatchObject({ invitation: 'accepted' });
    const own = CommitteesAnswer.parse((await as.get(`${base}/committees`).expect(200)).body);
    expect(own.items).toHaveLength(1);
  });

  test('declined promotes the next alternate of the same specialty, in order, and takes the role away', async () => {
    const before = await members();
    const leaving = before
      .filter(({ position, specialty }) => position === 'member' && specialty === 'chemical')
      .slice(0, 2);
    const [alternate] = before.filter(
      ({ position, specialty }) => position === 'alternate' && specialty === 'chemical',
    );
    const [first, second] = leaving;
    const as = await asMember(first?.personId ?? '');
    await answer(as, { answer: 'decline' }).expect(422);
    await answer(as, { answer: 'decline', reason: '出差' }).expect(200, { committee, invitation: 'replaced' });
    const after = await members();
    expect(after.find(({ expertId }) => expertId === alternate?.expertId)).toMatchObject({
      position: 'member',
      ordinal: 12,
      invitation: 'invited',
    });
    expect((await committees())[0]?.seated).toBe(11);
    await answer(as, { answer: 'accept' }).expect(409);
    expect((await as.get(`${base}/committees`)).body.items ?? []).toEqual([]);
    const held = { personId: first?.personId ?? '', campaignId };
    expect(await api.db.roleBinding.count({ where: held })).toBe(0);
    // The only alternate of the specialty is already a member: the seat stays empty and is reported as vacant.
    await answer(await asMember(second?.personId ?? ''), { answer: 'decline', reason: '生病' }).expect(200, {
      committee,
      invitation: 'declined',
    });
    expect((await committees())[0]?.seated).toBe(10);
  });

  test('declined by two at once gives each a successor of their own', async () => {
    const before = await members();
    const of = (wanted: string) =>
      before.filter(
        ({ position, specialty, invitation }) =>
          position === wanted && specialty === 'mechanical_electronic' && invitation === 'invited',
      );
    const callers = await Promise.all(
      of('member')
        .slice(0, 2)
        .map(({ personId }) => asMember(personId)),
    );
    const answers = await Promise.all(callers.map((as) => answer(as, { answer: 'decline', reason: '出差' })));
    expect(answers.map(({ body }) => body.invitation)).toEqual(['replaced', 'replaced']);
    const after = await members();
    for (const { expertId } of of('alternate'))
      expect(after.find((one) => one.expertId === expertId)?.position).toBe('member');
  });

  test('is nobody else’s to answer', async () => {
    for (const name of ['office', 'expert', 'applicant'] as const)
      await answer(office.as(name), { answer: 'accept' }).expect(404);
  });
});

describe('The chair', () => {
  const designate = (expertId: string | undefined) =>
    office.as('office').put(`${base}/committees/${committee}/chair`).send({ expertId });
  const chairsOf = async (personId: string | undefined) =>
    await api.db.roleBinding.count({ where: { personId: personId ?? '', role: 'chair', campaignId } });

  test('is one of the members, one at a time, and has the role as long', async () => {
    const seated = (await members()).filter(
      ({ position, invitation }) => position === 'member' && invitation !== 'replaced' && invitation !== 'declined',
    );
    const [first, second] = seated;
    await designate(first?.expertId).expect(200);
    expect(await chairsOf(first?.personId)).toBe(1);
    await designate(second?.expertId).expect(200);
    expect((await members()).filter(({ isChair }) => isChair).map(({ expertId }) => expertId)).toEqual([
      second?.expertId,
    ]);
    expect([await chairsOf(first?.personId), await chairsOf(second?.personId)]).toEqual([0, 1]);
    const gone = (await members()).find(({ invitation }) => invitation === 'replaced');
    await designate(gone?.expertId).expect(422);
    await designate(randomUUID()).expect(422);
    const as = await asMember(second?.personId ?? '');
    await as.put(`${base}/committees/${committee}/chair`).send({ expertId: first?.expertId }).expect(403);
  });
});
