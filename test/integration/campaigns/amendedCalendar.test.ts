import { renderLetters } from '../../../activities/renderLetters.js';
import { CampaignAnswer } from '../../../api/campaigns/answers.js';
import { AmendmentAnswer } from '../../../api/policy/amendmentAnswers.js';
import { PreviewAnswer } from '../../../api/policy/answers.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import { pinnedPolicy } from '../../../records/application/pinnedPolicy.js';
import { asJson } from '../../../records/application/projection.js';
import { lettersTo } from '../../../records/mail/notifications.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { endOfDay, instantOf } from '../../../rules/calendar/instant.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type StoryStep, stories } from '../../../simulation/story/story.js';
import { followed } from '../../support/engine/followed.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';

const own = `/api/campaigns/${campaignId}`;
/** The calendar before the holidays of 2024 were announced; the one in the product has them. */
const before: Calendar = { version: 'before-2024-was-announced', days: {}, officialYears: [2023] };
const shipped = campaignCalendar({ year: 2024, region: 'xinjiang' });
let api: TestApi;
let office: Office;
/** Accepted late, so that the three working days end after the payment window, which ends on 09-15. */
const ids = { later: '', stays: '' };

beforeAll(async () => {
  api = await startTestApi({ name: 'amended_calendar', at: '2024-09-13T10:00:00+08:00' });
  office = await createOffice(api);
  const data = { calendar: asJson(before), policy: asJson(confirmed(await present())) };
  await api.db.campaign.update({ where: { id: campaignId }, data: { ...data, calendarVersion: before.version } });
  const pinned = 'UPDATE policy_versions SET calendar = $1, policy = $2 WHERE campaign_id = $3';
  await api.asOwner(pinned, [data.calendar, data.policy, campaignId]);
  await startCampaign(api.deps, campaignId);
  ids.later = await acceptedOn('2024-09-12');
  ids.stays = await acceptedOn('2024-09-11');
}, 60_000);
afterAll(() => api.close());

const present = async (): Promise<Policy> => (await office.as('office').get(own).expect(200)).body.policy;
const acceptedOn = (day: string) => {
  const line: StoryStep = { event: 'accept', notBefore: instantOf(`${day}T10:00`) };
  return office.application([...stories.committee_audit, line], { calendar: before });
};
const campaign = async () => CampaignAnswer.parse((await office.as('office').get(own).expect(200)).body);
const application = async (id: string) => {
  const found = await findApplication(api.db, id);
  if (!found) throw new Error('it is there');
  return found;
};
const paymentOf = async (id: string) => (await application(id)).facts.deadlines.payment_due;
const propose = async (name: Name, calendarVersion: string) =>
  await office
    .as(name)
    .post(`${own}/amendments`)
    .send({ reason: '2024年节假日安排已公布', policy: await present(), calendarVersion });
const amendments = async () =>
  AmendmentAnswer.array().parse((await office.as('supervisor').get(`${own}/amendments`).expect(200)).body.items);

describe('A year that is announced while a campaign runs', () => {
  test('is news of the campaign, for whoever looks at it and for the operators', async () => {
    const { newerCalendar, calendarVersion } = await campaign();
    expect(calendarVersion).toBe(before.version);
    expect(newerCalendar?.version).toBe(shipped.version);
    expect(newerCalendar?.years).toContainEqual({ year: 2024, change: 'announced' });
    const { body } = await office.as('operator').get('/api/operations/health').expect(200);
    expect(body.campaigns[0].newerCalendar.version).toBe(shipped.version);
  });

  test('is told to the office and the operators without their looking, once by however many processes', async () => {
    for (let process = 0; process < 2; process += 1) {
      const sweeper = startTestSweeper(api.deps, { interval: 3_600_000, minimumAge: 0 });
      await sweeper.sweep();
      await sweeper.sweep();
      await sweeper.stop();
    }
    const letters = await api.db.outbox.findMany({ where: { kind: 'calendar_announced' }, orderBy: { role: 'asc' } });
    expect(letters.map(({ role, scope }) => [role, scope])).toEqual([
      ['office', campaignId],
      ['operator', campaignId],
    ]);
    const { body } = await office.as('secondOffice').get('/api/me/notifications').expect(200);
    expect(JSON.stringify(body.items)).toContain('工作日历有更新');
  });

  test('would give one applicant days and take from another, and until somebody approves changes nothing', async () => {
    expect(await paymentOf(ids.later)).toMatchObject({ due: endOfDay('2024-09-17'), provisional: true });
    expect(await paymentOf(ids.stays)).toMatchObject({ due: endOfDay('2024-09-16'), provisional: true });
    const asked = { policy: await present(), calendarVersion: shipped.version };
    const { body } = await office.as('supervisor').post(`${own}/policy/preview`).send(asked).expect(200);
    const { running, counts, items } = PreviewAnswer.parse(body);
    expect([running, counts]).toEqual([2, { gains: 1, loses: 1, misses: 0 }]);
    const gains = { kind: 'gains', from: '2024-09-18T00:00:00.000+08:00', to: '2024-09-19T00:00:00.000+08:00' };
    expect(items.find(({ id }) => id === ids.later)?.changes).toMatchObject([gains]);
  });

  test('does not come with a change for new applications alone while others run, nor under another version', async () => {
    const change = { reason: '更新日历', policy: await present() };
    const put = (calendarVersion: string) =>
      office
        .as('office')
        .put(`${own}/policy`)
        .send({ ...change, calendarVersion });
    expect((await put(shipped.version).expect(409)).body).toMatchObject({
      code: 'applications_running',
      field: 'calendarVersion',
    });
    expect((await put('another').expect(409)).body).toMatchObject({ code: 'policy_changed', field: 'calendarVersion' });
    expect((await propose('office', 'another')).body.code).toBe('policy_changed');
    expect((await campaign()).calendarVersion).toBe(before.version);
  });

  test('comes by an amendment of one person of the office, approved by another, to everybody who is on the way', async () => {
    expect((await propose('operator', shipped.version)).status).toBe(403);
    const proposed = AmendmentAnswer.parse((await propose('office', shipped.version)).body);
    expect(proposed).toMatchObject({ calendarVersion: shipped.version, changes: [], state: 'proposed' });
    expect(proposed.calendarNews?.years).toContainEqual({ year: 2024, change: 'announced' });
    const approve = (name: Name) => office.as(name).post(`${own}/amendments/${proposed.id}/approve`).send({});
    expect((await approve('office').expect(403)).body.code).toBe('second_person_needed');
    await approve('secondOffice').expect(200);
    expect(await until(async () => (await amendments())[0]?.appliedAt !== null, { timeoutMs: 30_000 })).toBe(true);
    expect((await amendments())[0]).toMatchObject({ moved: 2, refused: 0 });
    expect(await campaign()).toMatchObject({ calendarVersion: shipped.version, newerCalendar: null });
  });

  test('moves the date that gains, says why, and takes the mark away', async () => {
    const due = endOfDay('2024-09-18');
    const moved = [{ from: endOfDay('2024-09-17'), to: due, why: 'calendar' }];
    expect(await paymentOf(ids.later)).toMatchObject({
      due,
      provisional: false,
      moved,
      calendarVersion: shipped.version,
    });
    // The workflow has it, not only the record.
    expect((await followed(api, ids.later)).deadlines.payment_due).toMatchObject({ due, moved });
    const { body } = await office.as('office').get(`/api/applications/${ids.later}`).expect(200);
    expect(body.deadlines[0]).toMatchObject({ provisional: false, moved: [{ why: 'calendar' }] });
    expect(JSON.stringify(body.deadlines[0].explanation)).toContain('因工作日历更新重新计算延后');
  });

  test('is written to the applicant and the unit of the date that moved, with both dates and for their calendar', async () => {
    const told = async (id: string) =>
      (
        await api.db.outbox.findMany({ where: { applicationId: id, kind: 'deadline_moved' }, orderBy: { role: 'asc' } })
      ).map(({ role }) => role);
    expect([await told(ids.later), await told(ids.stays)]).toEqual([['applicant', 'unit'], []]);
    const scope = (await application(ids.later)).facts.applicantId;
    const mailboxes = [{ role: 'applicant', scope }];
    const letters = await lettersTo(api.db, { mailboxes, before: '9'.repeat(18), limit: 1 });
    const [written] = (await renderLetters(api.db, letters, 'http://portal')).values();
    const text = written?.write().text;
    for (const date of ['原为2024年9月17日 周二 24:00', '现为2024年9月18日 周三 24:00']) expect(text).toContain(date);
    const [file] = written?.dates('zh') ?? [];
    expect(file?.content).toContain(`UID:payment_due.${ids.later}@pingshen`);
    expect(file?.content).toContain('DTEND;TZID=Asia/Shanghai:20240919T000000');
  });

  test('leaves the date that would be shorter, without the mark', async () => {
    const kept = { due: endOfDay('2024-09-16'), provisional: false, moved: [], calendarVersion: before.version };
    expect(await paymentOf(ids.stays)).toMatchObject(kept);
    expect((await followed(api, ids.stays)).deadlines.payment_due).toMatchObject(kept);
  });

  test('is what each is judged by afterwards, and stands in its timeline and among the versions', async () => {
    for (const id of [ids.later, ids.stays]) {
      expect((await pinnedPolicy(api.db, await application(id))).calendar.version).toBe(shipped.version);
      const { body } = await office.as('office').get(`/api/applications/${id}/timeline`).expect(200);
      const data = { calendar: { version: shipped.version, alone: true } };
      expect(body.events.at(-1)).toMatchObject({ event: 'amend_policy', data });
    }
    const { body } = await office.as('office').get(`${own}/policy/versions`).expect(200);
    const reported = body.items.map((one: { calendarChanged: boolean }) => one.calendarChanged);
    expect(reported).toEqual([true, false]);
  });
});

test('a campaign in which nobody is on the way simply takes the newer calendar with its policy', async () => {
  const policy = { ...(await present()), id: 'kashgar-2024', version: 1 };
  await office.as('operator').post('/api/campaigns').send({ reason: '另一地区', policy }).expect(201);
  const calendar = { calendar: asJson(before), calendarVersion: before.version };
  await api.db.campaign.update({ where: { id: policy.id }, data: calendar });
  const change = { reason: '2024年节假日安排已公布', policy, calendarVersion: shipped.version };
  const { body } = await office.as('operator').put(`/api/campaigns/${policy.id}/policy`).send(change).expect(200);
  expect(body).toMatchObject({ policyVersion: 2, calendarVersion: shipped.version, newerCalendar: null });
});
