import { CampaignAnswer, LintAnswer } from '../../../api/campaigns/answers.js';
import { PreviewAnswer } from '../../../api/policy/answers.js';
import { setCampaignState } from '../../../records/campaign/campaigns.js';
import { apiAt } from '../../support/clock.js';
import { callerWith, campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'campaigns', at: '2024-07-22T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const own = `/api/campaigns/${campaignId}`;
const present = async () => (await office.as('office').get(own).expect(200)).body.policy;

describe('A campaign', () => {
  test('is listed and shown with its policy', async () => {
    const { body } = await office.as('applicant').get('/api/campaigns').expect(200);
    expect(body.items.map((item: unknown) => CampaignAnswer.parse(item).id)).toEqual([campaignId]);
    expect((await present()).filing.committee).toMatchObject({ value: '2024-08-30T18:00', clause: '通知 三（一）' });
    await office.as('office').get('/api/campaigns/nowhere').expect(404);
  });

  test('is checked for traps, each with its date', async () => {
    const { body } = await office.as('office').get(`${own}/lint`).expect(200);
    const { findings } = LintAnswer.parse(body);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'last_safe_publicity_day', date: '2024-08-22' }));
  });

  test('gets a new policy version with a reason; earlier ones are kept', async () => {
    const policy = await present();
    const changed = { ...policy, unitPublicityWorkingDays: { ...policy.unitPublicityWorkingDays, value: 7 } };
    const { body } = await office
      .as('office')
      .put(`${own}/policy`)
      .send({ reason: '补充通知', policy: changed })
      .expect(200);
    expect(body).toMatchObject({
      policyVersion: policy.version + 1,
      policy: { unitPublicityWorkingDays: { value: 7 } },
    });
    const versions = await api.db.policyVersion.findMany({ where: { campaignId }, orderBy: { version: 'asc' } });
    expect(versions.map(({ version, changedBy }) => [version, changedBy])).toEqual([
      [policy.version, 'test'],
      [policy.version + 1, office.ids.office],
    ]);
    const stale = await office.as('office').put(`${own}/policy`).send({ reason: '又改', policy: changed }).expect(409);
    expect(stale.body.code).toBe('policy_changed');
  });

  test('takes applications only while filing is open for the unit, and is called so', async () => {
    const key = await office.keyOf('applicant');
    const at = (day: string) => callerWith(apiAt(api, Date.parse(`${day}T10:00:00+08:00`)).app, key);
    const listed = async (day: string) =>
      (await at(day).get('/api/campaigns').expect(200)).body.items.find(({ id }: { id: string }) => id === campaignId);
    const early = { open: false, refusal: { code: 'window_not_open' } };
    expect(await listed('2024-07-20')).toMatchObject({ phase: 'not_begun', ownUnits: [early] });
    const open = { until: '2024-08-30T18:00', open: true, refusal: null };
    expect(await listed('2024-08-01')).toMatchObject({ phase: 'filing', ownUnits: [open] });
    const late = { open: false, refusal: { code: 'deadline_passed' } };
    expect(await listed('2024-09-01')).toMatchObject({ phase: 'review', ownUnits: [late] });
    const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
    const begun = async (day: string) => (await at(day).post('/api/applications').send(draft).expect(409)).body.code;
    expect(await begun('2024-07-20')).toBe('window_not_open');
    expect(await begun('2024-09-01')).toBe('deadline_passed');
  });

  test('tells what another policy would do to running applications, and does nothing', async () => {
    const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
    const { id } = (await office.as('applicant').post('/api/applications').send(draft).expect(201)).body;
    const policy = await present();
    const committee = { ...policy.filing.committee, value: '2024-09-02T18:00' };
    const later = { ...policy, filing: { ...policy.filing, committee } };
    const preview = (name: Name) => office.as(name).post(`${own}/policy/preview`).send({ policy: later });
    const { body } = await preview('office').expect(200);
    expect(PreviewAnswer.strict().parse(body)).toMatchObject({
      running: 1,
      counts: { gains: 1, loses: 0, misses: 0 },
      items: [{ id, changes: [{ kind: 'gains', deadline: 'filing_cutoff', to: '2024-09-02T18:00:00.000+08:00' }] }],
    });
    for (const name of ['applicant', 'unit', 'expert', 'finance'] as const) await preview(name).expect(403);
    expect(await present()).toEqual(policy);
  });

  test('is changed by its office and by nobody else', async () => {
    const policy = await present();
    for (const name of ['applicant', 'unit', 'department', 'finance', 'expert', 'supervisor'] as const) {
      await office.as(name).put(`${own}/policy`).send({ reason: '越权', policy }).expect(403);
      await office.as(name).post(`${own}/actions/close`).send({}).expect(403);
    }
  });

  test('refuses a policy that is none', async () => {
    const policy = await present();
    const put = async (more: object, reason = '试改') => {
      const { body } = await office
        .as('office')
        .put(`${own}/policy`)
        .send({ reason, policy: { ...policy, ...more } })
        .expect(422);
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await put({ surprise: 1 })).toEqual(['policy.surprise']);
    expect(await put({ maxSubmissions: { ...policy.maxSubmissions, value: 0 } })).toEqual([
      'policy.maxSubmissions.value',
    ]);
    expect(
      await put({ audit: { ...policy.audit, value: { opens: '2024-02-30T09:00', due: '2024-13-01T00:00' } } }),
    ).toEqual(['policy.audit.value.opens', 'policy.audit.value.due']);
    expect(await put({ fees: { ...policy.fees, value: { junior: -1, mid: 1.5, deputy_senior: '600' } } })).toHaveLength(
      3,
    );
    expect(await put({}, '')).toEqual(['reason']);
  });

  test('that is closed takes no application', async () => {
    await setCampaignState(api.db, campaignId, 'closed');
    const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
    expect((await office.as('applicant').post('/api/applications').send(draft).expect(409)).body.code).toBe(
      'campaign_closed',
    );
  });
});
