import { randomUUID } from 'node:crypto';
import {
  CampaignProgressAnswer,
  CampaignReceiptAnswer,
  CampaignTimelineAnswer,
  StatisticsAnswer,
} from '../../../api/campaigns/progressAnswers.js';
import { convenedMeeting, signMeeting } from '../../../bench/data/signedMeeting.js';
import { until } from '../../../ops/process/ports.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Caller, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';

const rules = aksu2024.reviewCommittee;
if (!rules) throw new Error('the notice has committees');
const policy: Policy = {
  ...confirmed({ ...aksu2024, reviewCommittee: { ...rules, planFiled: { ...rules.planFiled, value: true } } }),
  id: 'kashgar-2024',
};
const own = '/api/campaigns/kashgar-2024';

let api: TestApi;
let office: Office;
let clerk: Caller;
beforeAll(async () => {
  api = await startTestApi({ name: 'course', at: '2024-07-18T10:00:00+08:00' });
  office = await createOffice(api);
  await office.as('operator').post('/api/campaigns').send({ reason: '通知印发', policy }).expect(201);
  clerk = (await office.hire([{ role: 'office', campaignId: policy.id }])).as;
});
afterAll(() => api.close());

const progress = async (as: Caller = clerk, path = own) =>
  CampaignProgressAnswer.strict().parse((await as.get(path).expect(200)).body.progress);
const act = (event: string, body: object = {}, key = randomUUID()) =>
  clerk.post(`${own}/actions/${event}`).set('Idempotency-Key', key).send(body);

describe('The course of a campaign', () => {
  test('is told with what may be done now, and why the rest may not', async () => {
    const { status, actions, dates, next } = await progress();
    expect([status, next]).toEqual(['preparing', null]);
    expect(actions.map(({ event, allowed, refusal }) => [event, allowed, refusal?.code])).toEqual([
      ['file_plan', true, undefined],
      ['announce', false, 'plan_not_filed'],
      ['close', true, undefined],
    ]);
    expect(dates.map(({ date, at }) => [date, at])).toEqual([
      ['filing_opens', '2024-07-22T00:00:00.000+08:00'],
      ['filing_cutoff', '2024-08-30T18:00:00.000+08:00'],
      ['audit_ends', '2024-09-11T00:00:00.000+08:00'],
      ['payment_ends', '2024-09-16T00:00:00.000+08:00'],
    ]);
    expect((await progress(office.as('applicant'))).actions).toEqual([]);
    expect((await progress(office.as('office'))).actions).toEqual([]);
  });

  test('moves by acts of its own office; the same key is the same act', async () => {
    expect((await act('announce').expect(409)).body.code).toBe('plan_not_filed');
    expect((await act('file_plan').expect(422)).body).toMatchObject({ code: 'free_text_missing', field: 'reason' });
    await office.as('office').post(`${own}/actions/file_plan`).send({ reason: '越权' }).expect(403);
    await office.as('applicant').post(`${own}/actions/file_plan`).send({ reason: '越权' }).expect(403);
    const key = randomUUID();
    const first = await act('file_plan', { reason: '喀什工信发〔2024〕1号' }, key).expect(200);
    expect(CampaignReceiptAnswer.strict().parse(first.body)).toMatchObject({ status: 'plan_filed', seq: 1, key });
    expect((await act('file_plan', { reason: '喀什工信发〔2024〕1号' }, key).expect(200)).body).toEqual(first.body);
    expect((await act('announce', {}, key).expect(422)).body.code).toBe('key_reused');
    const stale = clerk.post(`${own}/actions/announce`).set('If-Match', '"0"').send({});
    expect((await stale.expect(409)).body.code).toBe('stale_page');
    expect((await act('announce').expect(200)).body).toMatchObject({ status: 'announced', seq: 2 });
    expect((await clerk.get(own).expect(200)).body.state).toBe('open');
    expect((await progress()).next).toMatchObject({ event: 'open_filing', at: '2024-07-22T00:00:00.000+08:00' });
  });

  test('follows a policy that moves a date', async () => {
    const { body } = await clerk.get(own).expect(200);
    const opens = { ...body.policy.filing.opens, value: '2024-07-23T00:00' };
    const changed = { ...body.policy, filing: { ...body.policy.filing, opens } };
    await clerk.put(`${own}/policy`).send({ reason: '推迟一日', policy: changed }).expect(200);
    const { dates } = await progress();
    expect(dates[0]).toMatchObject({ date: 'filing_opens', at: '2024-07-23T00:00:00.000+08:00' });
  });

  test('is kept with who, when and why, for those who answer for it', async () => {
    const { body } = await clerk.get(`${own}/timeline`).expect(200);
    const { items } = CampaignTimelineAnswer.strict().parse(body);
    expect(items.map(({ event, reason, by }) => [event, reason, by.role])).toEqual([
      ['file_plan', '喀什工信发〔2024〕1号', 'office'],
      ['announce', null, 'office'],
    ]);
    expect(items[1]?.prevHash).toBe(items[0]?.hash);
    for (const name of ['applicant', 'unit', 'department', 'office', 'expert'] as const) {
      await office.as(name).get(`${own}/timeline`).expect(403);
      await office.as(name).get(`${own}/statistics`).expect(403);
    }
  });

  test('cannot be ended while an application runs; ended, it says what it came to', async () => {
    // Filing of this one has begun.
    const { opens } = aksu2024.filing;
    const begun: object = {
      ...aksu2024,
      filing: { ...aksu2024.filing, opens: { ...opens, value: '2024-07-15T00:00' } },
    };
    await api.db.campaign.update({ where: { id: campaignId }, data: { policy: begun } });
    const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
    const { id } = (await office.as('stranger').post('/api/applications').send(draft).expect(201)).body;
    const path = `/api/campaigns/${campaignId}`;
    const close = () => office.as('office').post(`${path}/actions/close`).send({});
    expect((await close().expect(409)).body.code).toBe('applications_running');
    const { body: live } = await office.as('office').get(`${path}/statistics`).expect(200);
    expect(StatisticsAnswer.strict().parse(live)).toMatchObject({
      final: false,
      cells: [{ status: 'draft', count: 1 }],
    });
    const withdraw = office.as('stranger').post(`/api/applications/${id}/actions/withdraw`);
    await withdraw.send({ reason: '另有安排' }).expect(200);
    await close().expect(200);
    const written = async () => (await office.as('office').get(`${path}/statistics`).expect(200)).body.final === true;
    expect(await until(written, { timeoutMs: 30_000 })).toBe(true);
    expect((await close().expect(409)).body.code).toBe('already_final');
  });
});

test('a campaign nobody started, and a signature nobody told it of, are found by the sweeper', async () => {
  await office
    .as('operator')
    .post('/api/campaigns')
    .send({ reason: '又一次', policy: { ...policy, id: 'hotan-2024' } });
  await api.db.campaign.update({ where: { id: 'hotan-2024' }, data: { state: 'open' } });
  await api.db.$executeRaw`DELETE FROM campaign_states WHERE campaign_id = 'hotan-2024'`;
  const at = api.deps.clock() as number;
  const meetingId = await convenedMeeting(api.db, { campaignId: policy.id, committee: 'engineering', at });
  await signMeeting(api.db, { meetingId, at }, []);
  const sweeper = startTestSweeper(api.deps, { interval: 3_600_000, minimumAge: 0 });
  await sweeper.sweep();
  await sweeper.stop();
  expect((await progress(office.as('operator'), '/api/campaigns/hotan-2024')).status).toMatch(/preparing|announced/);
  const { startedAt } = await api.db.campaignState.findUniqueOrThrow({ where: { campaignId: 'hotan-2024' } });
  expect(startedAt).not.toBeNull();
  // Before filing opens there is no meeting: the campaign refuses, and the sweep continues.
  expect((await progress()).meetings).toEqual([]);
});
