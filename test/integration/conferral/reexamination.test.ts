import { OwnReexaminationAnswer, ReexaminationAnswer, ReexaminationsAnswer } from '../../../api/conferral/answers.js';
import { findApplication } from '../../../records/application/applications.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { hour, isoInBeijing } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { apiAt, endOf } from '../../support/clock.js';
import { seatCommittee } from '../../support/committee.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { enterOnPaper } from '../../support/onPaper.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const failedAt = endOf('not_passed');
let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'reexamination', at: isoInBeijing(failedAt + hour) });
  office = await createOffice(api);
});
afterAll(() => api.close());

async function failed() {
  const person = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const id = await office.application(stories.not_passed, { applicantId: person.id });
  const path = `/api/applications/${id}/reexamination`;
  return { id, person, path, ask: () => person.as.post(path).send({ reason: '答辩成绩登记有误' }) };
}
const decide = (id: string, body: object) =>
  office.as('office').post(`/api/campaigns/${campaignId}/reexaminations/${id}/decision`).send(body);

describe('Whoever was not passed', () => {
  test('may ask once, within the working days of the policy, which explain themselves', async () => {
    const { path, ask, person } = await failed();
    const { body } = await person.as.get(path).expect(200);
    const { mayRequest, period } = OwnReexaminationAnswer.strict().parse(body);
    expect(mayRequest).toBe(true);
    expect(period?.explanation).toContain('5个工作日');
    const tooLate = apiAt(api, Date.parse(period?.due ?? ''));
    const late = callerWith(tooLate.app, person.key);
    const refused = await late.post(path).send({ reason: '晚了' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'deadline_passed', clause: period?.clause });
    const inTime = apiAt(api, Date.parse(period?.due ?? '') - hour);
    await callerWith(inTime.app, person.key).post(path).send({ reason: '最后一刻' }).expect(201);
    expect((await ask().expect(409)).body.code).toBe('already_done');
    expect((await person.as.get(path)).body).toMatchObject({
      mayRequest: false,
      reexamination: { state: 'requested' },
    });
  });

  test('keeps the result when the office dismisses it with reasons', async () => {
    const { id, ask, path, person } = await failed();
    ReexaminationAnswer.strict().parse((await ask().expect(201)).body);
    await decide(id, { outcome: 'dismissed' }).expect(422);
    await decide(id, { outcome: 'dismissed', reason: '经复核，登记无误' }).expect(200);
    await decide(id, { outcome: 'upheld', reason: '改主意了' }).expect(409);
    const { body } = await person.as.get(path).expect(200);
    expect(body.reexamination).toMatchObject({
      state: 'dismissed',
      decidedReason: '经复核，登记无误',
      newApplicationId: null,
    });
    expect((await findApplication(api.db, id))?.status).toBe('not_passed');
  });

  test('stands before the meeting again, with the same past, when it is upheld; what was decided stays decided', async () => {
    const { id, ask, person } = await failed();
    const before = await timelineOf(api.db, id);
    await ask().expect(201);
    const { body } = await decide(id, { outcome: 'upheld', reason: '计票有误，重新提交评审' }).expect(200);
    const { newApplicationId } = ReexaminationAnswer.strict().parse(body);
    // The answer was lost, and the office repeats the request.
    const again = await decide(id, { outcome: 'upheld', reason: '计票有误，重新提交评审' }).expect(200);
    expect(again.body.newApplicationId).toBe(newApplicationId);
    expect(await timelineOf(api.db, id)).toEqual(before);
    const anew = await findApplication(api.db, newApplicationId ?? '');
    expect(anew).toMatchObject({ status: 'review', applicantId: person.id, campaignId });
    const past = (await timelineOf(api.db, newApplicationId ?? '')).map(({ transition }) => transition.event);
    expect(past).toEqual(before.slice(0, -1).map(({ transition }) => transition.event));
    // Those who vote again learn why; who only counts does not.
    const reasonFor = async (name: 'supervisor' | 'finance' | 'expert') => {
      const answer = await office.as(name).get(`/api/applications/${newApplicationId}/reexamination`).expect(200);
      return answer.body.reopened?.reason ?? null;
    };
    expect(await reasonFor('supervisor')).toBe('答辩成绩登记有误');
    expect([await reasonFor('finance'), await reasonFor('expert')]).toEqual([null, null]);
    const tally = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 3, abstain: 0 };
    const metOn = isoInBeijing(failedAt).slice(0, 10);
    await seatCommittee(api.db, { campaignId, size: tally.committee });
    await enterOnPaper(office, newApplicationId ?? '', { tally, metOn });
    const passed = await office
      .as('office')
      .post(`/api/applications/${newApplicationId}/actions/record_tally`)
      .send({ tally, metOn })
      .expect(200);
    expect(passed.body.status).toBe('public_notice');
    expect((await findApplication(api.db, id))?.status).toBe('not_passed');
  });

  test('is answered by the office alone; nobody asks for somebody else, or without having failed', async () => {
    const { id, ask, path } = await failed();
    await office.as('unit').post(path).send({ reason: '替他问' }).expect(403);
    await ask().expect(201);
    for (const name of ['unit', 'finance', 'expert', 'operator', 'supervisor'] as const) {
      await office
        .as(name)
        .post(`/api/campaigns/${campaignId}/reexaminations/${id}/decision`)
        .send({ outcome: 'dismissed', reason: '无' })
        .expect(403);
    }
    const listed = await office.as('office').get(`/api/campaigns/${campaignId}/reexaminations`).expect(200);
    const { items } = ReexaminationsAnswer.strict().parse(listed.body);
    expect(items[0]).toMatchObject({ state: 'requested' });
    const running = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const other = await office.application(stories.review, { applicantId: running.id });
    const early = await running.as
      .post(`/api/applications/${other}/reexamination`)
      .send({ reason: '早了' })
      .expect(409);
    expect(early.body.code).toBe('event_not_allowed');
    await decide(other, { outcome: 'dismissed', reason: '没有申请' }).expect(404);
  });
});
