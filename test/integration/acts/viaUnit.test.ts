import { TimelineAnswer } from '../../../api/applications/timelineAnswers.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import { policyFor, stories } from '../../../simulation/story/story.js';
import { attach, fillDossier, formOfPerson } from '../../portal/support/papers.js';
import { addCampaign, type Caller, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

// What was published of the imported applications is not their form.
const correctionRepublish = byDefault(false, '通知 四（三）');
const policy = { ...policyFor('correction_review', aksu2024), id: 'via-unit', correctionRepublish };

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'via-unit', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  await addCampaign(api, office, policy);
});
afterAll(() => api.close());

let people = 300;

/** An application the committee has just returned, with its dossier: that of somebody else than the others, unless it is given. */
async function returned(form?: Dossier) {
  people += 1;
  const own = form ?? formOfPerson(people);
  const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const id = await office.application(stories.committee_audit, { applicantId, policy });
  const act = (by: Caller, event: string, body: object = {}) =>
    by.post(`/api/applications/${id}/actions/${event}`).send(body);
  const defects = [{ section: 'education', field: 'entries.0.school', text: '毕业证书不清晰' }];
  await act(office.as('office'), 'return_for_correction', { reason: '须补正', defects }).expect(200);
  await fillDossier(as, id, own);
  const correct = async () => {
    const { body } = await as.get(`/api/applications/${id}/timeline`).expect(200);
    const last = TimelineAnswer.parse(body).events.findLast(({ event }) => event === 'return_for_correction');
    const reported = last?.freeText?.defects as readonly { id: string }[];
    return act(as, 'resubmit', { answers: reported.map((one) => ({ defect: one.id, text: '已补正' })) });
  };
  const resubmit = async () => {
    const answered = await correct();
    expect(answered.status).toBe(200);
    return answered;
  };
  const seen = async (by: Caller) => (await by.get(`/api/applications/${id}`).expect(200)).body;
  return { id, as, act, own, correct, resubmit, seen };
}

test('a correction does not make an application that of somebody who has one under another account', async () => {
  const first = await returned();
  const second = await returned(first.own);
  expect((await second.correct()).body).toMatchObject({ status: 409, code: 'already_applied' });
  expect((await second.seen(second.as)).status).toBe('correction');
  await first.act(first.as, 'withdraw', { reason: '撤回' }).expect(200);
  await second.resubmit();
});

describe('A correction through the unit', () => {
  test('is checked by the unit, returned with two days anew, corrected, and passed on as the second submission', async () => {
    const { id, as, act, resubmit, seen } = await returned();
    const unit = office.as('unit');
    expect((await resubmit()).body).toMatchObject({ status: 'correction_review' });
    expect(await seen(unit)).toMatchObject({ status: 'correction_review', submissions: 1, deadlines: [] });
    const queue = await unit.get('/api/applications').query({ status: 'correction_review' }).expect(200);
    expect(queue.body.items.map((item: { id: string }) => item.id)).toContain(id);
    const offered = (await seen(unit)).actions.filter(({ allowed }: { allowed: boolean }) => allowed);
    expect(offered.map(({ event }: { event: string }) => event).sort()).toEqual([
      'forward_correction',
      'return_correction',
    ]);

    expect((await act(unit, 'return_correction').expect(422)).body).toMatchObject({ code: 'free_text_missing' });
    await act(office.as('otherUnit'), 'forward_correction').expect(404);
    await act(unit, 'return_correction', { reason: '验收证明未盖章' }).expect(200);
    const corrected = await seen(as);
    expect(corrected.deadlines).toMatchObject([{ name: 'correction_due', due: '2024-08-15T00:00:00.000+08:00' }]);
    expect(corrected.deadlines[0].countedFrom).toBe('2024-08-12');

    await attach(as, id, 'achievement_evidence');
    await resubmit();
    await act(unit, 'forward_correction').expect(200);
    expect(await seen(office.as('office'))).toMatchObject({ status: 'committee_audit', submissions: 2 });
    const kinds = await api.db.outbox.findMany({ where: { applicationId: id }, select: { kind: true, role: true } });
    expect(kinds).toEqual(
      expect.arrayContaining([
        { kind: 'correction_to_review', role: 'unit' },
        { kind: 'correction_returned', role: 'applicant' },
        { kind: 'correction_forwarded', role: 'applicant' },
        { kind: 'arrived', role: 'office' },
      ]),
    );
  });

  test('shows the unit the version that was handed in, and the committee the same', async () => {
    const { id, act, resubmit } = await returned();
    await resubmit();
    const before = await office.as('unit').get(`/api/applications/${id}/dossier`).expect(200);
    expect(before.body.frozen).toBe(true);
    await act(office.as('unit'), 'forward_correction').expect(200);
    const after = await office.as('office').get(`/api/applications/${id}/dossier`).expect(200);
    expect(after.body).toMatchObject({ frozen: true, sections: before.body.sections });
  });

  test('may be withdrawn while the unit has it', async () => {
    const { as, act, resubmit } = await returned();
    await resubmit();
    expect((await act(as, 'withdraw').expect(200)).body).toMatchObject({ status: 'withdrawn' });
  });
});
