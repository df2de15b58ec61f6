import { ListAnswer } from '../../../api/applications/answers.js';
import { SanctionsAnswer } from '../../../api/conferral/answers.js';
import { findSanction, moveSanction } from '../../../records/conferral/sanctionRegister.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { unitDecision } from '../../../simulation/hurried/bodies.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { stories } from '../../../simulation/story/story.js';
import { attach } from '../../portal/support/papers.js';
import { addCampaign, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';

const register = `/api/campaigns/${campaignId}/sanctions`;
const fraud = {
  subject: 'person',
  ground: 'fraud',
  basis: '阿工信处〔2024〕1号',
  decidedOn: '2024-08-12',
  reason: '论文系抄袭',
};

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'disqualified', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const propose = (body: object) => office.as('supervisor').post(register).send(body);
const act = (as: 'office' | 'secondOffice', id: string, event: string, body: object = {}) =>
  office
    .as(as)
    .post(`${register}/${id}/${event}`)
    .send({ reason: '已核实', ...body });

describe('Fraud found while an application is under way', () => {
  const snapshot = async (id: string) => (await office.as('office').get(`/api/applications/${id}`).expect(200)).body;
  const stoppedOf = async (id: string) => {
    const { items } = SanctionsAnswer.strict().parse((await office.as('office').get(register).expect(200)).body);
    return items.find((one) => one.id === id)?.stopped;
  };

  test('ends it when a second person confirms, in the middle of the audit, and tells candidate and unit why', async () => {
    const id = await office.application(stories.committee_audit);
    const { body: proposed } = await propose({ ...fraud, applicationId: id }).expect(201);
    expect(proposed.stopped).toEqual([]);
    expect(await snapshot(id)).toMatchObject({ status: 'committee_audit' });
    const { body } = await act('office', proposed.id, 'confirm').expect(200);
    expect(body.stopped).toMatchObject([
      { applicationId: id, from: { status: 'committee_audit', zh: '评委会审核' }, campaignTitle: aksu2024.title },
    ]);
    expect(await snapshot(id)).toMatchObject({ status: 'disqualified', final: true });
    const { body: timeline } = await office.as('unit').get(`/api/applications/${id}/timeline`).expect(200);
    expect(timeline.events.at(-1)).toMatchObject({
      event: 'disqualify',
      freeText: { reason: fraud.basis },
      actor: { zh: '处罚登记' },
    });
    const letters = await api.db.outbox.findMany({ where: { applicationId: id, kind: 'disqualified' } });
    expect(letters.map(({ role }) => role).sort()).toEqual(['applicant', 'unit']);
    expect(await stoppedOf(proposed.id)).toHaveLength(1);
    await office.as('office').post(`/api/applications/${id}/actions/accept`).send({}).expect(409);
  });

  test('ends whatever else the person has under way, and nothing of anybody else', async () => {
    const person = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const elsewhere = { ...aksu2024, id: 'elsewhere-2024', title: '另一个年度评审' };
    await addCampaign(api, office, elsewhere);
    const named = await office.application(stories.not_accepted, { applicantId: person.id });
    const running = await office.application(stories.payment, { applicantId: person.id, policy: elsewhere });
    const others = await office.application(stories.payment);
    const { body: proposed } = await propose({ ...fraud, applicationId: named }).expect(201);
    const { body } = await act('office', proposed.id, 'confirm').expect(200);
    expect(body.stopped).toMatchObject([{ applicationId: running, campaignTitle: elsewhere.title }]);
    expect((await api.deps.engine.current(await workflowIdOf(api.db, others))).facts.status).toBe('payment');
    expect(await snapshot(named)).toMatchObject({ status: 'not_accepted' });
  });

  test('ends the one application a sanction against the unit names, and no other of the unit', async () => {
    const named = await office.application(stories.unit_review, { unitId: 'unit-1' });
    const other = await office.application(stories.unit_review, { unitId: 'unit-1' });
    const { body } = await propose({ ...fraud, subject: 'unit', applicationId: named }).expect(201);
    await act('office', body.id, 'confirm').expect(200);
    expect(await snapshot(named)).toMatchObject({ status: 'disqualified' });
    expect(await snapshot(other)).toMatchObject({ status: 'unit_review' });
  });

  test('ends it while its deadlines stand still', async () => {
    const id = await office.application(stories.correction);
    const until = localDateOf(await api.deps.clock());
    await office
      .as('supervisor')
      .post(`/api/applications/${id}/actions/toll`)
      .send({ reason: '调查', until })
      .expect(200);
    await office.as('operator').post(`/api/applications/${id}/actions/approve_toll`).send({}).expect(200);
    const { body } = await propose({ ...fraud, applicationId: id }).expect(201);
    await act('office', body.id, 'confirm').expect(200);
    expect(await snapshot(id)).toMatchObject({ status: 'disqualified' });
  });

  test('does nothing when it is rejected, or lifted again: what has ended stays ended', async () => {
    const id = await office.application(stories.payment);
    const { body: rejected } = await propose({ ...fraud, applicationId: id }).expect(201);
    await act('office', rejected.id, 'reject').expect(200);
    expect(await snapshot(id)).toMatchObject({ status: 'payment' });
    const { body: confirmed } = await propose({ ...fraud, applicationId: id }).expect(201);
    await act('office', confirmed.id, 'confirm').expect(200);
    await act('office', confirmed.id, 'request_lift', { restoresTitle: false }).expect(200);
    await act('secondOffice', confirmed.id, 'refuse_lift').expect(200);
    expect(await snapshot(id)).toMatchObject({ status: 'disqualified' });
    const { body: timeline } = await office.as('unit').get(`/api/applications/${id}/timeline`).expect(200);
    expect(timeline.events.filter(({ event }: { event: string }) => event === 'disqualify')).toHaveLength(1);
  });

  test('is not lost when the process dies after the confirmation: the sweeper hands it on, once', async () => {
    const id = await office.application(stories.payment);
    const { body } = await propose({ ...fraud, applicationId: id }).expect(201);
    const sanction = await findSanction(api.db, body.id);
    if (!sanction) throw new Error('it was proposed');
    // What the API writes before it is killed, and nothing after.
    const at = await api.deps.clock();
    const move = {
      sanction,
      endsRunningApplications: true,
      from: 'proposed',
      to: 'in_force',
      by: office.ids.office,
      at,
    } as const;
    expect(await moveSanction(api.db, { ...move, reason: '已核实', restoresTitle: false })).toBe(true);
    expect(await moveSanction(api.db, { ...move, reason: '已核实', restoresTitle: false })).toBe(false);
    expect(await snapshot(id)).toMatchObject({ status: 'payment' });
    expect(await stoppedOf(body.id)).toMatchObject([{ applicationId: id, from: null, at: null }]);
    const sweepers = [1, 2].map(() => startTestSweeper(api.deps, { interval: 3_600_000, minimumAge: -1_000 }));
    await Promise.all(sweepers.map((sweeper) => sweeper.sweep()));
    await Promise.all(sweepers.map((sweeper) => sweeper.stop()));
    expect(await snapshot(id)).toMatchObject({ status: 'disqualified' });
    expect(await stoppedOf(body.id)).toMatchObject([{ applicationId: id, from: { status: 'payment' } }]);
    const { body: timeline } = await office.as('unit').get(`/api/applications/${id}/timeline`).expect(200);
    expect(timeline.events.filter(({ event }: { event: string }) => event === 'disqualify')).toHaveLength(1);
  });
});

test('a photo taken for the unit publicity does not show that the result was posted: it is refused where it shows nothing', async () => {
  const id = await office.application(stories.unit_review);
  const photo = office.as('unit').post(`/api/applications/${id}/documents`);
  await photo
    .query({ kind: 'posting_photo', fileName: 'posting.pdf' })
    .type('application/octet-stream')
    .send(samplePdf(['公示']))
    .expect(409);
});

describe('A unit put under sanction while applications stand there', () => {
  const unitId = 'unit-2';
  const papers = ['publicity_result', 'recommendation', 'commitment'] as const;
  const queue = async () => {
    const query = { department: 'department-2' };
    const { body } = await office.as('otherDepartment').get('/api/applications').query(query).expect(200);
    return ListAnswer.parse(body).items;
  };
  const lettersOf = async (sanctionId: string) =>
    (await api.db.outbox.findMany({ where: { key: { contains: sanctionId } }, orderBy: { id: 'asc' } })).map(
      ({ kind, role, scope }) => [kind, role, scope],
    );
  const recommend = (name: 'otherUnit' | 'otherDepartment', id: string) =>
    office.as(name).post(`/api/applications/${id}/actions/recommend`).send(unitDecision('2024-08-01'));
  const pageOf = async (name: 'otherUnit' | 'otherDepartment', id: string) => {
    const { body } = await office.as(name).get(`/api/applications/${id}`).expect(200);
    const { allowed } = body.actions.find(({ event }: { event: string }) => event === 'recommend');
    return { unitSanction: body.unitSanction, allowed };
  };

  test('passes them to the department above, which is told, finds them in its queue and recommends', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId }]);
    const id = await office.application(stories.recommendation, { unitId, applicantId: applicant.id });
    const posted = await office.application(stories.unit_publicity, { unitId });
    await office.application(stories.committee_audit, { unitId });
    expect(await queue()).toEqual([]);
    expect(await pageOf('otherUnit', id)).toEqual({ unitSanction: null, allowed: true });
    expect(await pageOf('otherDepartment', id)).toEqual({ unitSanction: null, allowed: false });

    const { id: sanction } = (await propose({ ...fraud, subject: 'unit', unitId }).expect(201)).body;
    expect(await queue()).toEqual([]);
    await act('office', sanction, 'confirm').expect(200);
    const letters = await lettersOf(sanction);
    expect(letters).toContainEqual(['sanction_in_force', 'unit', unitId]);
    expect(letters).toContainEqual(['unit_barred', 'applicant', applicant.id]);
    expect(letters.filter(([kind]) => kind === 'unit_barred')).toHaveLength(2);
    expect(letters.filter(([kind]) => kind === 'unit_passed')).toEqual([['unit_passed', 'department', 'department-2']]);

    const waiting = await queue();
    expect(waiting.map((item) => [item.id, item.inPlaceOfUnit]).sort()).toEqual(
      [
        [id, true],
        [posted, true],
      ].sort(),
    );
    const unitSanction = { until: '2027-08-12', passedTo: '主管部门department-2' };
    expect(await pageOf('otherUnit', id)).toEqual({ unitSanction, allowed: false });
    expect(await pageOf('otherDepartment', id)).toEqual({ unitSanction, allowed: true });

    expect((await recommend('otherUnit', id).expect(422)).body.code).toBe('sanctioned');
    const declined = await office
      .as('otherUnit')
      .post(`/api/applications/${id}/actions/decline`)
      .send({ reason: '不符合条件' })
      .expect(422);
    expect(declined.body.code).toBe('sanctioned');
    for (const kind of papers) await attach(office.as('otherDepartment'), id, kind);
    expect((await recommend('otherDepartment', id).expect(200)).body.status).toBe('superior_review');
    expect((await queue()).find((item) => item.id === id)).toMatchObject({ inPlaceOfUnit: false });

    await act('office', sanction, 'request_lift', { reason: '复核' }).expect(200);
    await act('secondOffice', sanction, 'approve_lift').expect(200);
    expect((await queue()).map((item) => item.id)).toEqual([id]);
    expect(await lettersOf(sanction)).toContainEqual(['sanction_lifted', 'department', 'department-2']);
  });
});
