import { LintAnswer } from '../../../api/campaigns/answers.js';
import { CalendarAnswer, PolicyVersionsAnswer, PublicityAnswer } from '../../../api/policy/answers.js';
import { PolicyBody } from '../../../api/policy/policyBody.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'policy-desk', at: '2024-07-22T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const own = `/api/campaigns/${campaignId}`;

describe('The calendar of a campaign', () => {
  test('tells every day of the year: workday, weekend, holiday, make-up day, festival of the region', async () => {
    const { body } = await office.as('unit').get(`${own}/calendar`).expect(200);
    const { days, ...year } = CalendarAnswer.strict().parse(body);
    expect(year).toMatchObject({ year: 2024, national: 'official', regional: 'provisional', state: 'provisional' });
    expect(days).toHaveLength(366);
    const on = (date: string) => days.find((one) => one.date === date);
    expect(on('2024-08-22')).toMatchObject({ kind: 'workday', working: true, weekday: 4, name: null });
    expect(on('2024-08-24')).toMatchObject({ kind: 'weekend', working: false });
    expect(on('2024-10-01')).toMatchObject({ kind: 'holiday', working: false, name: '国庆节' });
    expect(on('2024-09-29')).toMatchObject({ kind: 'makeup', working: true });
    expect(on('2024-06-17')).toMatchObject({ kind: 'regional', working: false });
  });

  test('says that nobody knows a year nobody has announced', async () => {
    const { body } = await office.as('office').get(`${own}/calendar?year=2099`).expect(200);
    expect(body).toMatchObject({ state: 'unknown', national: 'unknown', regional: 'unknown' });
    for (const year of ['1066', 'next', '2024.5', '']) {
      await office.as('office').get(`${own}/calendar?year=${year}`).expect(422);
    }
    await office.as('office').get('/api/campaigns/nowhere/calendar').expect(404);
  });
});

describe('A unit publicity that is planned', () => {
  const plan = async (from: string, cutoff?: string) => {
    const query = { from, ...(cutoff ? { cutoff } : {}) };
    const { body } = await office.as('unit').get(`${own}/publicity`).query(query).expect(200);
    return PublicityAnswer.strict().parse(body);
  };

  test('is told its end, how that is counted, and the last day that is safe', async () => {
    const safe = await plan('2024-08-22');
    expect(safe).toMatchObject({
      lastSafeDay: '2024-08-22',
      safe: true,
      cutoff: '2024-08-30T18:00:00.000+08:00',
      deadline: { due: '2024-08-30T00:00:00.000+08:00', days: 5, countedFrom: '2024-08-22' },
    });
    expect(safe.deadline.explanation).toContain('8月29日 周四 24:00');
    expect(await plan('2024-08-23')).toMatchObject({ lastSafeDay: '2024-08-22', safe: false });
    const { deadline } = await plan('2024-09-27');
    expect(deadline.due).toBe('2024-10-11T00:00:00.000+08:00');
  });

  test('is measured against the cutoff of its own application, where that was moved', async () => {
    const cutoff = '2024-09-03T18:00:00.000+08:00';
    expect(await plan('2024-08-26', cutoff)).toMatchObject({ lastSafeDay: '2024-08-26', safe: true, cutoff });
    await office.as('unit').get(`${own}/publicity`).query({ from: '2024-08-26', cutoff: '昨天' }).expect(422);
  });

  test.each(['', 'tomorrow', '2024-02-30', '9999-01-01'])('on “%s” is no plan', (from) =>
    office.as('unit').get(`${own}/publicity?from=${from}`).expect(422),
  );
});

describe('Values nobody has confirmed', () => {
  test('are confirmed together for one reason, as one version of the policy, or not at all', async () => {
    const clerk = office.as('office');
    const { policyVersion } = (await clerk.get(own).expect(200)).body;
    const before = LintAnswer.parse((await clerk.get(`${own}/lint`).expect(200)).body);
    const open = before.findings.flatMap(({ code, path }) => (code === 'value_unconfirmed' && path ? [path] : []));
    const paths = open.filter((path) => path.startsWith('alarms.'));
    expect(paths.length).toBeGreaterThan(5);
    const reason = '按惯例核对';
    await clerk
      .post(`${own}/policy/confirm`)
      .send({ paths: [...paths, 'filing.opens'], reason })
      .expect(409);
    const { body } = await clerk.post(`${own}/policy/confirm`).send({ paths, reason }).expect(200);
    expect(body.policyVersion).toBe(policyVersion + 1);
    const left = body.findings.filter(({ code }: { code: string }) => code === 'value_unconfirmed');
    expect(left).toHaveLength(open.length - paths.length);
    const { items } = (await clerk.get(`${own}/policy/versions`).expect(200)).body;
    expect(items[0].changes.map((one: { path: string }) => one.path)).toEqual(paths);
  });
});

describe('A value nobody has confirmed', () => {
  test('is confirmed by the office, with a reason, as a version of the policy', async () => {
    const before = LintAnswer.parse((await office.as('office').get(`${own}/lint`).expect(200)).body);
    const open = before.findings.filter(({ code }) => code === 'value_unconfirmed');
    const path = 'meeting.quorum';
    expect(open.map((finding) => finding.path)).toContain(path);
    const confirm = { paths: [path], reason: '经核对人社部令第40号第十六条' };
    for (const name of ['operator', 'supervisor', 'finance', 'unit'] as const) {
      await office.as(name).post(`${own}/policy/confirm`).send(confirm).expect(403);
    }
    const { body } = await office.as('office').post(`${own}/policy/confirm`).send(confirm).expect(200);
    expect(body).toMatchObject({ policyVersion: 3, policy: { meeting: { quorum: { confirmed: true } } } });
    expect(body.findings.filter(({ code }: { code: string }) => code === 'value_unconfirmed')).toHaveLength(
      open.length - 1,
    );
    const again = await office.as('office').post(`${own}/policy/confirm`).send(confirm).expect(409);
    expect(again.body.code).toBe('already_done');

    const versions = await office.as('supervisor').get(`${own}/policy/versions`).expect(200);
    const { items } = PolicyVersionsAnswer.strict().parse(versions.body);
    expect(items.map(({ version }) => version).slice(-3)).toEqual([3, 2, 1]);
    expect(items[0]).toMatchObject({
      by: { personId: office.ids.office },
      reason: confirm.reason,
      changes: [{ path, zh: '出席比例', from: { confirmed: false }, to: { confirmed: true } }],
    });
    await office.as('unit').get(`${own}/policy/versions`).expect(403);
  });

  test.each([
    { paths: ['meeting'], reason: '不是一项' },
    { paths: ['meeting.threshold', 'meeting.nothing'], reason: '没有这一项' },
    { paths: ['__proto__'], reason: '没有这一项' },
    { paths: [], reason: '一项也没有' },
    { paths: ['meeting.threshold'] },
    { paths: ['meeting.threshold'], reason: ' ' },
  ])('needs paths there are and a reason: %p', (body) =>
    office.as('office').post(`${own}/policy/confirm`).send(body).expect(422),
  );
});

test('An application goes on being judged by the policy it was opened under, and says so to whoever sees it', async () => {
  const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
  const { id } = (await office.as('applicant').post('/api/applications').send(draft).expect(201)).body;
  const confirm = { paths: ['meeting.minimumCommittee'], reason: '经核对' };
  await office.as('office').post(`${own}/policy/confirm`).send(confirm).expect(200);
  const { body: campaign } = await office.as('applicant').get(own).expect(200);
  expect(campaign.policy.meeting.minimumCommittee.confirmed).toBe(true);
  for (const name of ['applicant', 'unit', 'office', 'finance'] as const) {
    const { body, headers } = await office.as(name).get(`/api/applications/${id}/policy`).expect(200);
    expect(PolicyBody.parse(body).meeting.minimumCommittee.confirmed).toBe(false);
    await office
      .as(name)
      .get(`/api/applications/${id}/policy`)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
  }
  await office.as('stranger').get(`/api/applications/${id}/policy`).expect(404);
});
