import {
  DefenseCheckAnswer,
  DefensePublishedAnswer,
  DefenseSessionsAnswer,
  DefenseWaitingAnswer,
} from '../../../api/defense/answers.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId } from '../../support/office.js';
import { base, type DefenseApi, specialty, startDefenseApi } from './defenseApi.js';

let defense: DefenseApi;
beforeAll(async () => {
  defense = await startDefenseApi('defense-plan');
}, 60_000);
afterAll(() => defense.api.close());

let rooms = 0;
/** A plan for applications, with its own place and time. */
function plan(applications: readonly string[], more: object = {}) {
  rooms += 1;
  const panel = defense.experts.slice(0, 3).map(({ expertId }) => expertId);
  const startsAt = `2024-11-${String(rooms).padStart(2, '0')}T09:30:00+08:00`;
  return { specialty, room: `会议室${rooms}`, startsAt, minutes: 20, panel, leader: panel[0], applications, ...more };
}
const asOffice = () => defense.office.as('office');
const waiting = async () =>
  DefenseWaitingAnswer.parse((await asOffice().get(`${base}/waiting`).expect(200)).body).items.map(
    ({ applicationId }) => applicationId,
  );
const sessions = async () =>
  DefenseSessionsAnswer.parse((await asOffice().get(`${base}/sessions`).expect(200)).body).items;
const sessionOf = async (id: string) => (await sessions()).find((one) => one.id === id);
const defenseAtOf = async (id: string) => (await asOffice().get(`/api/applications/${id}`).expect(200)).body.defenseAt;
async function planned(body: object): Promise<string> {
  return (await asOffice().post(`${base}/sessions`).send(body).expect(201)).body.id;
}

test('a plan is looked at before it is saved: times, recusals and everything that is wrong, at once', async () => {
  const [one, other] = [
    await defense.office.application(stories.defense),
    await defense.office.application(stories.defense),
  ];
  const [, second] = defense.experts;
  if (!second) throw new Error('there are experts');
  await defense.recuse(second, other);
  const body = plan([one, other], { startsAt: '2024-10-22T09:30:00+08:00' });
  const checked = DefenseCheckAnswer.parse((await asOffice().post(`${base}/check`).send(body).expect(200)).body);
  expect(checked.endsAt).toBe('2024-10-22T10:10:00.000+08:00');
  expect(checked.slots).toMatchObject([
    { applicationId: one, startsAt: '2024-10-22T09:30:00.000+08:00', scorers: 3, recused: [] },
    { applicationId: other, startsAt: '2024-10-22T09:50:00.000+08:00', scorers: 2, recused: ['委员2'] },
  ]);
  expect(checked.problems.map(({ code }) => code)).toEqual(['notice_too_short', 'experts_too_few']);
  const refused = await asOffice().post(`${base}/sessions`).send(body).expect(422);
  expect(refused.body.errors).toHaveLength(2);
  expect(await waiting()).toEqual(expect.arrayContaining([one, other]));
});

test('who declared everybody of a unit scores none of its candidates, whoever they are', async () => {
  const id = await defense.office.application(stories.defense, { unitId: 'unit-2' });
  const [, , third] = defense.experts;
  if (!third) throw new Error('there are experts');
  const conflict = { kind: 'co_worker', unitId: 'unit-2', reason: '曾在该单位工作' };
  await third.as.post(`/api/campaigns/${campaignId}/conflicts`).send(conflict).expect(201);
  const { body } = await asOffice()
    .post(`${base}/check`)
    .send(plan([id]))
    .expect(200);
  expect(DefenseCheckAnswer.parse(body).slots).toMatchObject([{ applicationId: id, scorers: 2, recused: ['委员3'] }]);
});

test('whoever is in a session no longer waits; called off, they wait again', async () => {
  const id = await defense.office.application(stories.defense);
  const sessionId = await planned(plan([id]));
  expect(await waiting()).not.toContain(id);
  await asOffice()
    .post(`${base}/sessions`)
    .send(plan([id]))
    .expect(422);
  await asOffice().post(`${base}/sessions/${sessionId}/cancel`).send({}).expect(422);
  await asOffice().post(`${base}/sessions/${sessionId}/cancel`).send({ reason: '会议室停电' }).expect(200);
  expect(await waiting()).toContain(id);
  await asOffice().post(`${base}/sessions/${sessionId}/publish`).expect(409);
});

test('a room and an expert are in one place at a time, also when two offices save at once', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => defense.office.application(stories.defense)));
  const [one = '', other = '', third = ''] = ids;
  const first = plan([one]);
  const same = { ...plan([other]), startsAt: first.startsAt };
  const saved = await Promise.all([
    asOffice().post(`${base}/sessions`).send(first),
    defense.office
      .as('secondOffice')
      .post(`${base}/sessions`)
      .send({ ...same, room: first.room }),
  ]);
  expect(saved.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const elsewhere = { ...plan([third]), startsAt: first.startsAt };
  const refused = await asOffice().post(`${base}/sessions`).send(elsewhere).expect(409);
  expect(refused.body).toMatchObject({ code: 'defense_clash', field: 'panel' });
  const panel = defense.experts.slice(3, 6).map(({ expertId }) => expertId);
  await planned({ ...elsewhere, panel, leader: panel[0] });
});

test('publishing appoints each candidate by the act of the law; a change is told again, and nobody twice', async () => {
  const ids = [await defense.office.application(stories.defense), await defense.office.application(stories.defense)];
  const body = plan(ids);
  const sessionId = await planned(body);
  expect(await sessionOf(sessionId)).toMatchObject({
    state: 'planned',
    unnotified: 2,
    actions: ['change', 'publish', 'cancel'],
  });
  const publish = async () =>
    DefensePublishedAnswer.parse(
      (await asOffice().post(`${base}/sessions/${sessionId}/publish`).expect(200)).body,
    ).items.map(({ applicationId, problem }) => [applicationId, problem]);
  expect(await publish()).toEqual(ids.map((id) => [id, null]));
  expect(await publish()).toEqual([]);
  const day = body.startsAt.slice(0, 10);
  expect(await Promise.all(ids.map(defenseAtOf))).toEqual([`${day}T09:30:00.000+08:00`, `${day}T09:50:00.000+08:00`]);
  await asOffice()
    .put(`${base}/sessions/${sessionId}`)
    .send({ ...body, startsAt: `${day}T15:00:00+08:00`, applications: ids.toReversed() })
    .expect(200);
  expect(await sessionOf(sessionId)).toMatchObject({ state: 'published', unnotified: 2, revision: 2 });
  expect(await publish()).toEqual(ids.toReversed().map((id) => [id, null]));
  expect(await Promise.all(ids.map(defenseAtOf))).toEqual([`${day}T15:20:00.000+08:00`, `${day}T15:00:00.000+08:00`]);
  expect(await sessionOf(sessionId)).toMatchObject({ unnotified: 0, actions: ['change', 'publish', 'move', 'cancel'] });
});

test('a candidate who has withdrawn meanwhile is named, and the others are appointed', async () => {
  const applicant = await defense.office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const gone = await defense.office.application(stories.defense, { applicantId: applicant.id });
  const there = await defense.office.application(stories.defense);
  const sessionId = await planned(plan([gone, there]));
  await applicant.as.post(`/api/applications/${gone}/actions/withdraw`).send({ reason: '调离' }).expect(200);
  const { body } = await asOffice().post(`${base}/sessions/${sessionId}/publish`).expect(200);
  expect(DefensePublishedAnswer.parse(body).items.map(({ problem }) => problem === null)).toEqual([false, true]);
  await asOffice().post(`${base}/sessions/${sessionId}/applications/${gone}/release`).expect(200);
  expect(await sessionOf(sessionId)).toMatchObject({ unnotified: 0 });
});

test('plans are the work of the office; chair and supervisor read, nobody else does', async () => {
  const id = await defense.office.application(stories.defense);
  const body = plan([id]);
  const sessionId = await planned(body);
  await defense.office.as('supervisor').get(`${base}/sessions`).expect(200);
  await defense.experts[0]?.as.get(`${base}/sessions`).expect(200);
  for (const name of ['applicant', 'unit', 'department', 'finance', 'expert', 'operator'] as const) {
    const as = defense.office.as(name);
    await as.get(`${base}/sessions`).expect(403);
    await as.get(`${base}/sessions/${sessionId}`).expect(403);
    await as.get(`${base}/waiting`).expect(403);
  }
  for (const name of ['supervisor', 'expert', 'applicant'] as const) {
    const as = defense.office.as(name);
    await as.post(`${base}/check`).send(body).expect(403);
    await as.post(`${base}/sessions`).send(body).expect(403);
    await as.put(`${base}/sessions/${sessionId}`).send(body).expect(403);
    await as.post(`${base}/sessions/${sessionId}/publish`).expect(403);
    await as.post(`${base}/sessions/${sessionId}/cancel`).send({ reason: '无' }).expect(403);
    await as.post(`${base}/sessions/${sessionId}/applications/${id}/release`).expect(403);
  }
  await asOffice().get(`${base}/sessions/not-an-id`).expect(404);
});
