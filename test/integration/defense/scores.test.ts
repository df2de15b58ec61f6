import { OwnDefenseAnswer, ScoreSheetAnswer } from '../../../api/defense/answers.js';
import { stories } from '../../../simulation/story/story.js';
import { readPdf } from '../../support/files/readPdf.js';
import { callerWith } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { base, criteria, type DefenseApi, marks, type Scorer, sheetAt, startDefenseApi } from './defenseApi.js';

let defense: DefenseApi;
let panel: readonly Scorer[];
beforeAll(async () => {
  defense = await startDefenseApi('defense-scores');
  panel = defense.experts.slice(0, 3);
}, 60_000);
afterAll(() => defense.api.close());

const asOffice = () => defense.office.as('office');
const submit = ({ as }: Scorer, sessionId: string, id: string, percent: number) =>
  as.post(`${sheetAt(sessionId, id)}/submit`).send({ points: marks(percent) });
const statusOf = async (id: string) => (await asOffice().get(`/api/applications/${id}`).expect(200)).body.status;
const scoredWith = async (id: string) => {
  const events = await defense.api.db.event.findMany({ where: { applicationId: id, event: 'score_defense' } });
  return events.map(({ data }) => (data as { sheets: { points: number }[] }).sheets.map(({ points }) => points));
};
const sessionAt = async (id: string) => (await asOffice().get(`${base}/sessions/${id}`).expect(200)).body;
const mine = async ({ as }: Scorer) => OwnDefenseAnswer.parse((await as.get('/api/me/defense').expect(200)).body).items;

test('with the last sheet the application moves to the meeting, with exactly what the experts gave', async () => {
  const id = await defense.appointed();
  const sessionId = await defense.underWay([id], panel);
  for (const [index, expert] of panel.entries()) {
    expect(await statusOf(id)).toBe('defense');
    const { body } = await submit(expert, sessionId, id, 80 + index).expect(200);
    expect(ScoreSheetAnswer.parse(body).total).toBe(8_000 + index * 100);
  }
  expect(await statusOf(id)).toBe('review');
  // Each prints their own scores and nobody else's; the code of the paper leads to the same paper again.
  const sheetOf = ({ as }: Scorer) => as.get(`/api/me/defense/${sessionId}/score-sheet`).buffer();
  for (const [index, expert] of panel.entries()) {
    const text = (await readPdf((await sheetOf(expert).expect(200)).body)).join('');
    for (const other of panel.keys()) expect([other, text.includes(`8${other}.00`)]).toEqual([other, other === index]);
    const [code = ''] = text.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/) ?? [];
    expect((await asOffice().get(`/verify/${code}`).expect(200)).text).toContain('与现在的记录一致');
  }
  for (const other of defense.experts.slice(5, 6)) await sheetOf(other).expect(404);
  expect((await scoredWith(id)).map((points) => points.toSorted())).toEqual([[8_000, 8_100, 8_200]]);
  expect(await sessionAt(sessionId)).toMatchObject({
    state: 'closed',
    average: '81.00',
    slots: [{ outcome: 'scored', score: '81.00', submitted: 3 }],
  });
  const application = await defense.api.db.application.findUniqueOrThrow({ where: { id } });
  const own = callerWith(defense.api.app, await sessionFor(defense.api.db, application.applicantId));
  const { body: averages } = await own.get(`/api/applications/${id}/defense-averages`).expect(200);
  const [knowledge] = criteria;
  expect(averages.average).toBe('81.00');
  expect(averages.criteria).toHaveLength(criteria.length);
  expect(averages.criteria[0]).toMatchObject({ name: knowledge?.name, average: '24.30' });
  // What one expert gave is in no answer to the candidate, nor to the unit.
  for (const as of [own, defense.office.as('unit')]) {
    const { text } = await as.get(`/api/applications/${id}/timeline`).expect(200);
    expect(text).toContain('score_defense');
    expect(text).not.toMatch(/sheets|points|expertId/);
  }
});

test('a draft is kept for its expert and counts for nothing; the office sees no points before all are in', async () => {
  const id = await defense.appointed();
  const sessionId = await defense.underWay([id], panel);
  const [one, other] = panel;
  if (!one || !other) throw new Error('there is a panel');
  const points = { knowledge: 2_550 };
  await one.as.put(sheetAt(sessionId, id)).send({ points }).expect(200);
  const { body } = await one.as.get(sheetAt(sessionId, id)).expect(200);
  expect(ScoreSheetAnswer.parse(body)).toMatchObject({ points, total: null, submittedAt: null });
  expect((await other.as.get(sheetAt(sessionId, id)).expect(200)).body.points).toEqual({});
  const missing = await one.as
    .post(`${sheetAt(sessionId, id)}/submit`)
    .send({ points })
    .expect(422);
  expect(missing.body).toMatchObject({ code: 'score_invalid', field: 'points.ability' });
  await one.as
    .put(sheetAt(sessionId, id))
    .send({ points: { knowledge: 3_001 } })
    .expect(422);
  await submit(other, sessionId, id, 90).expect(200);
  expect((await sessionAt(sessionId)).slots).toMatchObject([{ submitted: 1, score: null, sheets: null }]);
});

test('a sheet is handed in once: asked again it answers the same, and never changes', async () => {
  const id = await defense.appointed();
  const sessionId = await defense.underWay([id], panel);
  const [one] = panel;
  if (!one) throw new Error('there is a panel');
  const first = await submit(one, sessionId, id, 70).expect(200);
  const again = await submit(one, sessionId, id, 70).expect(200);
  expect(again.body).toEqual(first.body);
  expect((await submit(one, sessionId, id, 71).expect(409)).body.code).toBe('already_done');
  await one.as
    .put(sheetAt(sessionId, id))
    .send({ points: marks(1) })
    .expect(409);
  await expect(
    defense.api.db.scoreSheet.updateMany({ where: { sessionId, applicationId: id }, data: { total: 1 } }),
  ).rejects.toThrow();
});

test('two last sheets at once score the application once', async () => {
  const id = await defense.appointed();
  const sessionId = await defense.underWay([id], panel);
  const [one, other, third] = panel;
  if (!one || !other || !third) throw new Error('there is a panel');
  await submit(one, sessionId, id, 60).expect(200);
  await Promise.all([submit(other, sessionId, id, 70).expect(200), submit(third, sessionId, id, 80).expect(200)]);
  expect(await statusOf(id)).toBe('review');
  expect((await scoredWith(id)).map((points) => points.toSorted())).toEqual([[6_000, 7_000, 8_000]]);
});

test('nothing is handed in after the end, and nothing before the beginning', async () => {
  const id = await defense.appointed();
  const ended = await defense.underWay([id], defense.experts.slice(0, 4));
  for (const expert of defense.experts.slice(0, 4)) await submit(expert, ended, id, 75).expect(200);
  const late = defense.experts[3];
  if (!late) throw new Error('there are experts');
  expect((await late.as.get(sheetAt(ended, id)).expect(200)).body.refusal.code).toBe('already_done');

  const next = await defense.office.application(stories.defense);
  const ids = panel.map(({ expertId }) => expertId);
  const plan = { specialty: 'mechanical_electronic', room: '新楼', minutes: 20, panel: ids, leader: ids[0] };
  const body = { ...plan, startsAt: '2024-11-20T09:30:00+08:00', applications: [next] };
  const { id: sessionId } = (await asOffice().post(`${base}/sessions`).send(body).expect(201)).body;
  const [one] = panel;
  if (!one) throw new Error('there is a panel');
  // The panel does not see a session before it is announced.
  await one.as.get(sheetAt(sessionId, next)).expect(404);
  await asOffice().post(`${base}/sessions/${sessionId}/publish`).expect(200);
  expect((await submit(one, sessionId, next, 90).expect(409)).body.code).toBe('defense_not_held');
  await one.as
    .put(sheetAt(sessionId, next))
    .send({ points: marks(1) })
    .expect(409);
});

describe('A recused expert', () => {
  test('has no such candidate on their page, and their sheet is refused', async () => {
    const [id, other] = [await defense.appointed(), await defense.appointed()];
    const four = defense.experts.slice(0, 4);
    const sessionId = await defense.underWay([id, other], four);
    const [, , , recused] = four;
    if (!recused) throw new Error('there are experts');
    await defense.recuse(recused, id);
    const seen = (await mine(recused)).find((session) => session.id === sessionId);
    expect(seen?.slots.map(({ applicationId }) => applicationId)).toEqual([other]);
    expect((await submit(recused, sessionId, id, 90).expect(403)).body.code).toBe('not_yours');
    await recused.as.get(sheetAt(sessionId, id)).expect(403);
    for (const expert of panel) await submit(expert, sessionId, id, 80).expect(200);
    expect(await scoredWith(id)).toEqual([[8_000, 8_000, 8_000]]);
    // The other one is unchanged.
    expect(await statusOf(other)).toBe('defense');
    expect((await sessionAt(sessionId)).slots[1]).toMatchObject({ scorers: 4, recused: [] });
  });

  test('does not count even when they had scored before, and the office carries the rest in', async () => {
    const id = await defense.appointed();
    const four = defense.experts.slice(0, 4);
    const sessionId = await defense.underWay([id], four);
    const [one, two, three, four_] = four;
    if (!one || !two || !three || !four_) throw new Error('there are experts');
    await submit(four_, sessionId, id, 100).expect(200);
    await submit(one, sessionId, id, 80).expect(200);
    await submit(two, sessionId, id, 80).expect(200);
    const score = `${base}/sessions/${sessionId}/applications/${id}/score`;
    expect((await asOffice().post(score).expect(422)).body.code).toBe('experts_too_few');
    await defense.recuse(four_, id);
    await submit(three, sessionId, id, 80).expect(200);
    expect(await scoredWith(id)).toEqual([[8_000, 8_000, 8_000]]);
    await asOffice().post(score).expect(409);
  });
});

test('whoever is not in the panel knows of no sheet', async () => {
  const id = await defense.appointed();
  const sessionId = await defense.underWay([id], panel);
  const stranger = defense.experts[5];
  if (!stranger) throw new Error('there are experts');
  await submit(stranger, sessionId, id, 90).expect(404);
  await stranger.as.get(sheetAt(sessionId, id)).expect(404);
  expect(await mine(stranger)).toEqual([]);
  for (const name of ['expert', 'office', 'applicant', 'supervisor'] as const) {
    await defense.office.as(name).get(sheetAt(sessionId, id)).expect(404);
    await defense.office.as(name).get(`/api/me/defense/${sessionId}/score-sheet`).expect(404);
  }
  await panel[0]?.as.get(sheetAt(sessionId, 'no-such-application')).expect(404);
});

describe('Who does not come', () => {
  test('is marked absent by the act of the law and waits for another session', async () => {
    const id = await defense.appointed();
    const sessionId = await defense.underWay([id], panel);
    await asOffice().post(`${base}/sessions/${sessionId}/applications/${id}/absent`).expect(200);
    expect(await statusOf(id)).toBe('defense');
    const { items } = (await asOffice().get(`${base}/waiting`).expect(200)).body;
    expect(items).toContainEqual(expect.objectContaining({ applicationId: id, absences: 1 }));
    expect(await sessionAt(sessionId)).toMatchObject({ state: 'closed', slots: [{ outcome: 'absent' }] });
  });

  test('is put off alone when there is a reason, but not once somebody has scored', async () => {
    const [id, other] = [await defense.appointed(), await defense.appointed()];
    const sessionId = await defense.underWay([id, other], panel);
    const at = (which: string, event: string) => `${base}/sessions/${sessionId}/applications/${which}/${event}`;
    await asOffice().post(at(id, 'release')).expect(200);
    await asOffice().post(at(id, 'absent')).expect(409);
    const [one] = panel;
    if (!one) throw new Error('there is a panel');
    await submit(one, sessionId, other, 80).expect(200);
    await asOffice().post(at(other, 'release')).expect(409);
    await asOffice().post(at(other, 'unheard-of')).expect(404);
    expect((await submit(one, sessionId, id, 80).expect(409)).body.code).toBe('event_not_allowed');
  });
});
