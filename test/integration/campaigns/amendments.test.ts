import { AmendmentAnswer } from '../../../api/policy/amendmentAnswers.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import { pinnedPolicy } from '../../../records/application/pinnedPolicy.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { stories } from '../../../simulation/story/story.js';
import { followed } from '../../support/engine/followed.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const own = `/api/campaigns/${campaignId}`;
let api: TestApi;
let office: Office;
const ids: Record<'draft' | 'publicity' | 'withdrawn', string> = { draft: '', publicity: '', withdrawn: '' };
beforeAll(async () => {
  api = await startTestApi({ name: 'amendments', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  const policy = confirmed((await present()) as Policy);
  await office.as('office').put(`${own}/policy`).send({ reason: '逐项确认', policy }).expect(200);
  await startCampaign(api.deps, campaignId);
  ids.draft = await office.application(stories.draft);
  ids.publicity = await office.application(stories.unit_publicity);
  ids.withdrawn = await office.application(stories.withdrawn);
}, 60_000);
afterAll(() => api.close());

const present = async () => (await office.as('office').get(own).expect(200)).body.policy;
const withCutoff = async (value: string) => {
  const policy = await present();
  return { ...policy, filing: { ...policy.filing, committee: { ...policy.filing.committee, value } } };
};
const propose = async (name: Name, value: string) =>
  office
    .as(name)
    .post(`${own}/amendments`)
    .send({ reason: '因雪灾延长', policy: await withCutoff(value) });
const facts = async (id: string) => {
  const application = await findApplication(api.db, id);
  if (!application) throw new Error('it is there');
  return application;
};
const cutoffOf = async (id: string) => (await facts(id)).facts.deadlines.filing_cutoff?.due;
const carried = async () => {
  const { body } = await office.as('office').get(`${own}/amendments`).expect(200);
  return AmendmentAnswer.parse(body.items[0]).appliedAt !== null;
};
/** Proposes an amendment, has it approved by a second person, and waits until it is applied. */
const amend = async (value: string) => {
  const { id } = (await (await propose('office', value)).body) as { id: string };
  await office.as('secondOffice').post(`${own}/amendments/${id}/approve`).send({}).expect(200);
  expect(await until(carried, { timeoutMs: 30_000 })).toBe(true);
  return AmendmentAnswer.parse((await office.as('office').get(`${own}/amendments`).expect(200)).body.items[0]);
};

describe('A policy for running applications', () => {
  test('is proposed with what it changes, by the office alone, and one at a time', async () => {
    for (const name of ['applicant', 'unit', 'supervisor', 'operator'] as const) {
      expect((await propose(name, '2024-09-02T18:00')).status).toBe(403);
    }
    const proposed = await propose('office', '2024-09-02T18:00');
    expect(proposed.status).toBe(201);
    const { id, state, changes } = AmendmentAnswer.strict().parse(proposed.body);
    expect([state, changes.map(({ path }) => path)]).toEqual(['proposed', ['filing.committee']]);
    // Whoever may approve it is told, and nobody twice; a proposal that is refused tells nobody.
    expect((await propose('secondOffice', '2024-09-03T18:00')).body.code).toBe('already_there');
    const written = await api.db.outbox.findMany({ where: { kind: 'amendment_proposed' } });
    expect(written.map(({ scope, campaignId: of }) => [scope, of])).toEqual([[office.ids.secondOffice, campaignId]]);
    expect((await present()).filing.committee.value).toBe('2024-08-30T18:00');
    const path = `${own}/amendments/${id}`;
    expect((await office.as('office').post(`${path}/approve`).send({}).expect(403)).body.code).toBe(
      'second_person_needed',
    );
    await office.as('office').post(`${path}/withdraw`).send({}).expect(200);
    expect((await office.as('secondOffice').post(`${path}/approve`).send({}).expect(409)).body.code).toBe(
      'already_done',
    );
  });

  test('with an error or an unconfirmed value is not even proposed', async () => {
    const policy = await present();
    const unsure = {
      ...policy,
      meeting: { ...policy.meeting, quorum: { ...policy.meeting.quorum, confirmed: false } },
    };
    const asked = office.as('office').post(`${own}/amendments`).send({ reason: '试', policy: unsure });
    expect((await asked.expect(409)).body.code).toBe('policy_not_in_order');
  });

  test('is outdated when the policy has changed since', async () => {
    const { id } = (await propose('office', '2024-09-02T18:00')).body;
    const policy = await present();
    await office.as('office').put(`${own}/policy`).send({ reason: '另有更改', policy }).expect(200);
    const approve = office.as('secondOffice').post(`${own}/amendments/${id}/approve`).send({});
    expect((await approve.expect(409)).body.code).toBe('policy_changed');
    await office.as('office').post(`${own}/amendments/${id}/withdraw`).send({}).expect(200);
  });

  test('moves the deadlines of those that run, and is written into what they came through', async () => {
    const done = await amend('2024-09-02T18:00');
    expect([done.moved, done.refused]).toEqual([2, 0]);
    for (const id of [ids.draft, ids.publicity]) {
      expect(await cutoffOf(id)).toBe(instantOf('2024-09-02T18:00'));
      const timeline = await timelineOf(api.db, id);
      expect(timeline.filter(({ transition }) => transition.event === 'amend_policy')).toHaveLength(1);
      expect((await pinnedPolicy(api.db, await facts(id))).policy.version).toBe(done.baseVersion + 1);
      // The workflow has it, not only the record.
      expect((await followed(api, id)).deadlines.filing_cutoff?.due).toBe(instantOf('2024-09-02T18:00'));
    }
    expect((await timelineOf(api.db, ids.withdrawn)).map(({ transition }) => transition.event)).not.toContain(
      'amend_policy',
    );
    expect((await present()).filing.committee.value).toBe('2024-09-02T18:00');
  });

  test('never takes away a day that somebody was told', async () => {
    await amend('2024-08-20T18:00');
    expect(await cutoffOf(ids.draft)).toBe(instantOf('2024-09-02T18:00'));
    const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
    const { id } = (await office.as('stranger').post('/api/applications').send(draft).expect(201)).body;
    expect(await cutoffOf(id)).toBe(instantOf('2024-08-20T18:00'));
  });

  test('is what later acts are judged by', async () => {
    const policy = await present();
    const fees = { ...policy.fees, value: { ...policy.fees.value, deputy_senior: 50_000 } };
    const paying = await office.application(stories.payment);
    const { id } = (
      await office
        .as('office')
        .post(`${own}/amendments`)
        .send({ reason: '降费', policy: { ...policy, fees } })
        .expect(201)
    ).body;
    await office.as('secondOffice').post(`${own}/amendments/${id}/approve`).send({}).expect(200);
    expect(await until(carried, { timeoutMs: 30_000 })).toBe(true);
    const judged = await pinnedPolicy(api.db, await facts(paying));
    expect(judged.policy.fees.value.deputy_senior).toBe(50_000);
  });
});
