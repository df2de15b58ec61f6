import { createMailer, type Mailer } from '../../../activities/mailer.js';
import {
  DefensePublishedAnswer,
  DefenseSessionAnswer,
  DefenseWaitingAnswer,
  OwnDefenseAnswer,
} from '../../../api/defense/answers.js';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import { stories } from '../../../simulation/story/story.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { base, type DefenseApi, marks, type Scorer, sheetAt, specialty, startDefenseApi } from './defenseApi.js';

let defense: DefenseApi;
let inbox: LetterBox;
let mailer: Mailer;
let panel: readonly Scorer[];
beforeAll(async () => {
  inbox = await startLetterBox();
  mailer = createMailer({ smtpUrl: inbox.smtpUrl, from: 'pingshen@example.cn', perSecond: 500 });
  defense = await startDefenseApi('defense-call-off', { mailer });
  panel = defense.experts.slice(0, 3);
}, 60_000);
afterAll(async () => {
  await defense.api.close();
  mailer.close();
  await inbox.stop();
});

const asOffice = () => defense.office.as('office');
let days = 0;
/** An announced session with its own place and day, and its beginning. */
async function announced(applications: readonly string[], experts: readonly Scorer[] = panel) {
  days += 1;
  const day = `2024-11-${String(days).padStart(2, '0')}`;
  const ids = experts.map(({ expertId }) => expertId);
  const plan = { specialty, room: `会议室${days}`, startsAt: `${day}T09:30:00+08:00`, minutes: 20, applications };
  const body = { ...plan, panel: ids, leader: ids[0] };
  const { id } = (await asOffice().post(`${base}/sessions`).send(body).expect(201)).body;
  await asOffice().post(`${base}/sessions/${id}/publish`).expect(200);
  return { id: id as string, room: plan.room, day, body };
}
const sessionAt = async (id: string) =>
  DefenseSessionAnswer.parse((await asOffice().get(`${base}/sessions/${id}`).expect(200)).body);
const waiting = async () =>
  DefenseWaitingAnswer.parse((await asOffice().get(`${base}/waiting`).expect(200)).body).items;
const factsOf = async (id: string) => (await findApplication(defense.api.db, id))?.facts;
const reported = (body: unknown) =>
  DefensePublishedAnswer.parse(body).items.map(({ applicationId, problem }) => [applicationId, problem?.code ?? null]);
const addressOf = async (id: string) =>
  (await defense.api.db.application.findUniqueOrThrow({ where: { id }, include: { applicant: true } })).applicant
    .email ?? '';

/** Waits for letters to an address that contain all of these texts. */
async function letters(address: string, ...printed: readonly string[]): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await until(
    async () => {
      found = (await inbox.mails()).flatMap(({ to, text }) =>
        to?.some((each) => each.address === address) && printed.every((part) => text?.includes(part))
          ? [text ?? '']
          : [],
      );
      return found.length > 0;
    },
    { timeoutMs: 30_000 },
  );
  return found;
}

test('an announced session is called off as a whole: everybody is told once, nobody is absent, all wait again', async () => {
  const ids = [await defense.office.application(stories.defense), await defense.office.application(stories.defense)];
  const { id, room } = await announced(ids);
  const cancel = (reason: object) => asOffice().post(`${base}/sessions/${id}/cancel`).send(reason);
  expect((await cancel({}).expect(422)).body.errors).toMatchObject([{ field: 'reason' }]);
  const { body } = await cancel({ reason: '会议室停电' }).expect(200);
  expect(body.state).toBe('cancelled');
  expect(reported(body)).toEqual(ids.map((one) => [one, null]));
  expect(await sessionAt(id)).toMatchObject({
    cancelledReason: '会议室停电',
    unnotified: 0,
    actions: [],
    slots: [{ outcome: 'cancelled' }, { outcome: 'cancelled' }],
  });
  for (const one of ids) {
    expect(await factsOf(one)).toMatchObject({ status: 'defense', defenseAt: null, absences: 0 });
    expect(await waiting()).toContainEqual(expect.objectContaining({ applicationId: one, absences: 0 }));
  }
  expect((await cancel({ reason: '再说一次' }).expect(409)).body.code).toBe('already_done');
  for (const [index, one] of ids.entries()) {
    const when = `2024年11月1日 周五 09:${30 + index * 20}`;
    expect(await letters(await addressOf(one), '不再举行', when, room, '会议室停电', '不算缺席')).toHaveLength(1);
  }
  for (const { email, as } of panel) {
    expect(await letters(email, '答辩场次已取消', '2024年11月1日 周五 09:30', room, '会议室停电')).toHaveLength(1);
    const mine = OwnDefenseAnswer.parse((await as.get('/api/me/defense').expect(200)).body).items;
    expect(mine.map((session) => session.id)).not.toContain(id);
  }
});

test('the panel learns when and where it scores, how many and how to be recused; once, however often it is announced', async () => {
  const ids = [await defense.office.application(stories.defense), await defense.office.application(stories.defense)];
  const { id, room } = await announced(ids);
  await asOffice().post(`${base}/sessions/${id}/publish`).expect(200);
  for (const { email } of panel) {
    expect(await letters(email, '评分专家', '09:30', room, '答辩人2名', '回避', '/expert')).toHaveLength(1);
  }
  expect(await defense.api.db.outbox.count({ where: { key: { startsWith: `defense_announced:${id}.` } } })).toBe(3);
});

test('after the first sheet a session is neither called off nor moved as a whole, and after it nobody scores', async () => {
  const [one, other] = [await defense.appointed(), await defense.appointed()];
  const [first] = panel;
  if (!first) throw new Error('there is a panel');
  const scored = await defense.underWay([one], panel);
  await first.as
    .post(`${sheetAt(scored, one)}/submit`)
    .send({ points: marks(80) })
    .expect(200);
  const refused = await asOffice().post(`${base}/sessions/${scored}/cancel`).send({ reason: '停电' }).expect(409);
  expect(refused.body).toMatchObject({ code: 'already_done', clause: '通知 四（四）' });
  const to = { startsAt: '2024-12-02T09:30:00+08:00', room: '大礼堂', reason: '停电' };
  expect((await asOffice().post(`${base}/sessions/${scored}/move`).send(to).expect(409)).body.code).toBe(
    'already_done',
  );
  const called = await defense.underWay([other], panel);
  await asOffice().post(`${base}/sessions/${called}/cancel`).send({ reason: '停电' }).expect(200);
  await first.as
    .post(`${sheetAt(called, other)}/submit`)
    .send({ points: marks(80) })
    .expect(404);
});

test('who cannot be told by one clerk is told by another, and keeps their place in the list until then', async () => {
  const clerk = await defense.office.hire([
    { role: 'office', campaignId: 'aksu-2024' },
    { role: 'applicant', unitId: 'unit-1' },
  ]);
  const own = await defense.office.application(stories.defense, { applicantId: clerk.id });
  const other = await defense.office.application(stories.defense);
  const { id } = await announced([own, other]);
  const cancel = `${base}/sessions/${id}/cancel`;
  const half = await clerk.as.post(cancel).send({ reason: '专家出差' }).expect(200);
  expect(reported(half.body)).toEqual([
    [own, 'own_application'],
    [other, null],
  ]);
  expect(await sessionAt(id)).toMatchObject({ state: 'cancelled', unnotified: 1, actions: ['cancel'] });
  expect((await waiting()).map(({ applicationId }) => applicationId)).not.toContain(own);
  const whole = await asOffice().post(cancel).send({ reason: '另一个理由' }).expect(200);
  expect(reported(whole.body)).toEqual([[own, null]]);
  // The first reason counts, so that every candidate gets the same one.
  expect(await letters(await addressOf(own), '不再举行', '专家出差')).toHaveLength(1);
});

test('a session moves as a whole, no less ahead than the policy asks; candidates and panel learn old and new', async () => {
  const ids = [await defense.office.application(stories.defense), await defense.office.application(stories.defense)];
  const { id, room, day, body } = await announced(ids);
  const move = (more: object) =>
    asOffice()
      .post(`${base}/sessions/${id}/move`)
      .send({ startsAt: '2024-12-03T14:00:00+08:00', room: '二楼大厅', reason: '原会议室装修', ...more });
  const early = await move({ startsAt: '2024-10-22T14:00:00+08:00' }).expect(422);
  expect(early.body).toMatchObject({ code: 'notice_too_short', field: 'startsAt', clause: expect.stringMatching(/./) });
  expect((await move({ startsAt: body.startsAt, room }).expect(422)).body.code).toBe('plan_invalid');
  const elsewhere = await announced([await defense.office.application(stories.defense)], defense.experts.slice(3, 6));
  const clash = await move({ startsAt: elsewhere.body.startsAt, room: elsewhere.room }).expect(409);
  expect(clash.body).toMatchObject({ code: 'defense_clash', field: 'room' });
  expect((await factsOf(ids[0] ?? ''))?.defenseAt).toBe(Date.parse(body.startsAt));

  expect(reported((await move({}).expect(200)).body)).toEqual(ids.map((one) => [one, null]));
  expect(await sessionAt(id)).toMatchObject({ room: '二楼大厅', state: 'published', unnotified: 0, revision: 2 });
  expect((await factsOf(ids[1] ?? ''))?.defenseAt).toBe(Date.parse('2024-12-03T14:20:00+08:00'));
  const was = `2024年11月${Number(day.slice(-2))}日`;
  const now = '2024年12月3日 周二 14:';
  for (const one of ids) {
    expect(await letters(await addressOf(one), was, now, '二楼大厅', '原会议室装修', '原安排不再有效')).toHaveLength(1);
  }
  for (const { email } of panel) {
    expect(await letters(email, was, room, now, '二楼大厅', '原会议室装修')).toHaveLength(1);
  }
});

test('who is put off alone is told why, and the others keep their time', async () => {
  const [one, other] = [
    await defense.office.application(stories.defense),
    await defense.office.application(stories.defense),
  ];
  const { id, room } = await announced([one, other]);
  const release = `${base}/sessions/${id}/applications/${one}/release`;
  expect((await asOffice().post(release).expect(422)).body).toMatchObject({
    code: 'free_text_missing',
    field: 'reason',
  });
  await asOffice().post(release).send({ reason: '本人住院' }).expect(200);
  expect(await factsOf(one)).toMatchObject({ defenseAt: null, absences: 0 });
  expect((await factsOf(other))?.defenseAt).not.toBeNull();
  expect((await waiting()).map(({ applicationId }) => applicationId)).toContain(one);
  expect(await letters(await addressOf(one), '不再举行', room, '本人住院')).toHaveLength(1);
});

test("who gets another time on the application's own page, or loses it there, is put off: the session goes on without them", async () => {
  const [one, other, third] = [
    await defense.office.application(stories.defense),
    await defense.office.application(stories.defense),
    await defense.office.application(stories.defense),
  ];
  const { id, body, day } = await announced([one, other, third]);
  const act = (application: string, event: string, more: object) =>
    asOffice().post(`/api/applications/${application}/actions/${event}`).send(more).expect(200);
  const outcomes = async () => (await sessionAt(id)).slots.map(({ outcome }) => outcome);
  // Notified again of the same time, they keep it.
  await act(third, 'schedule_defense', { at: `${day}T10:10:00+08:00`, place: body.room });
  expect(await outcomes()).toEqual([null, null, null]);
  await act(one, 'schedule_defense', { at: '2024-12-20T10:00:00+08:00', place: '大礼堂' });
  expect(await outcomes()).toEqual(['moved', null, null]);
  expect((await factsOf(one))?.defenseAt).toBe(Date.parse('2024-12-20T10:00:00+08:00'));
  expect(await waiting()).toContainEqual(expect.objectContaining({ applicationId: one }));
  const release = `${base}/sessions/${id}/applications/${one}/release`;
  expect((await asOffice().post(release).send({ reason: '重复' }).expect(409)).body.code).toBe('event_not_allowed');
  await act(other, 'call_off_defense', { reason: '另行安排' });
  expect(await outcomes()).toEqual(['moved', 'moved', null]);
  await act(third, 'call_off_defense', { reason: '另行安排' });
  expect(await sessionAt(id)).toMatchObject({ state: 'closed' });
});

test('who withdraws is waited for no longer, and with them the last turn of their session is over', async () => {
  const applicant = await defense.office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const gone = await defense.office.application(stories.defense, { applicantId: applicant.id });
  const { id } = await announced([gone]);
  await applicant.as.post(`/api/applications/${gone}/actions/withdraw`).send({ reason: '调离' }).expect(200);
  const { slots, state } = await sessionAt(id);
  expect([state, slots.map(({ outcome }) => outcome)]).toEqual(['closed', ['cancelled']]);
});

test('who is left out of a changed session is told that their time is theirs no longer, expert or candidate', async () => {
  const [one, other] = [
    await defense.office.application(stories.defense),
    await defense.office.application(stories.defense),
  ];
  const { id, body, room } = await announced([one, other]);
  const [first, second, third] = panel;
  const fourth = defense.experts[3];
  if (!first || !second || !third || !fourth) throw new Error('there are experts');
  await asOffice()
    .put(`${base}/sessions/${id}`)
    .send({
      ...body,
      room: '五楼',
      panel: [first, second, fourth].map(({ expertId }) => expertId),
      applications: [other],
    })
    .expect(200);
  expect((await factsOf(one))?.defenseAt).toBeNull();
  expect(await letters(await addressOf(one), '不再举行', '不在变动后的场次中')).toHaveLength(1);
  expect(await letters(third.email, '不再参加', room)).toHaveLength(1);
  expect(await letters(fourth.email, '评分专家', '五楼', '答辩人1名')).toHaveLength(1);
  for (const { email } of [first, second]) expect(await letters(email, room, '五楼')).toHaveLength(1);
});
