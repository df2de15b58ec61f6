import request from 'supertest';
import { CertificateAnswer, SanctionAnswer, SanctionsAnswer } from '../../../api/conferral/answers.js';
import { day, isoInBeijing, localDateOf } from '../../../rules/calendar/instant.js';
import { addYears } from '../../../rules/calendar/years.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { attach, fillDossier, formOfPerson } from '../../portal/support/papers.js';
import { apiAt, endOf } from '../../support/clock.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const now = endOf('conferred') + day;
const today = localDateOf(now);
const register = `/api/campaigns/${campaignId}/sanctions`;
const fraud = {
  subject: 'person',
  ground: 'fraud',
  basis: '阿工信处〔2024〕1号',
  decidedOn: today,
  reason: '论文系抄袭',
};

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'sanctions', at: isoInBeijing(now) });
  office = await createOffice(api);
});
afterAll(() => api.close());

const propose = (body: object) => office.as('supervisor').post(register).send(body);
const act = (as: 'office' | 'secondOffice' | 'supervisor', id: string, event: string, body: object = {}) =>
  office
    .as(as)
    .post(`${register}/${id}/${event}`)
    .send({ reason: '已核实', ...body });
const numberOf = async (id: string) =>
  CertificateAnswer.parse((await office.as('office').get(`/api/applications/${id}/certificate`)).body).certificate;

let people = 100;

/** An applicant of a unit submits a complete application within the filing window. */
async function submitAnew(person: Awaited<ReturnType<Office['hire']>>) {
  const { app } = apiAt(api, Date.parse('2024-07-25T10:00:00+08:00'));
  const as = callerWith(app, person.key);
  // In another specialty: nobody applies twice in one.
  const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'chemical' };
  const { id } = (await as.post('/api/applications').send(draft).expect(201)).body;
  people += 1;
  await fillDossier(as, id, formOfPerson(people));
  return { id, as, submit: () => as.post(`/api/applications/${id}/actions/submit`).send({}) };
}

describe('Fraud found after conferral', () => {
  test('revokes the title by two people, bars the next application with the clause, and is told to the public', async () => {
    const person = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.conferred, { applicantId: person.id });
    const proposed = SanctionAnswer.strict().parse(
      (await propose({ ...fraud, applicationId: id, revokes: true }).expect(201)).body,
    );
    expect(proposed).toMatchObject({
      state: 'proposed',
      bars: false,
      personId: person.id,
      revokes: true,
      clause: '通知 三、其他事宜（一）',
      startsOn: today,
      expiresOn: addYears(today, aksu2024.sanctions.personYears.value),
    });
    expect(await numberOf(id)).toMatchObject({ revokedOn: null });
    await propose({ ...fraud, applicationId: id, revokes: true }).expect(409);
    await act('supervisor', proposed.id, 'confirm').expect(403);
    expect((await act('office', proposed.id, 'confirm').expect(200)).body).toMatchObject({
      state: 'in_force',
      bars: true,
    });
    await act('office', proposed.id, 'confirm').expect(409);
    const title = await numberOf(id);
    expect(title).toMatchObject({ revokedOn: today, revokedClause: '通知 三、其他事宜（一）' });
    const found = await request(api.app).post('/api/results').send({ number: title?.number, name: proposed.name });
    expect(found.body).toMatchObject({ revoked: { on: today, basis: fraud.basis } });
    const page = await request(api.app).get('/notices').expect(200);
    expect(page.text).toContain(title?.number);
    expect(page.text).not.toContain(proposed.name);
    expect((await request(api.app).get('/api/notices/revoked')).body.items).toHaveLength(1);
  });

  test('stops the next application of that person at submission, with clause and day, and of nobody else', async () => {
    const person = await office.hire([{ role: 'applicant', unitId: 'unit-2' }]);
    const other = await office.hire([{ role: 'applicant', unitId: 'unit-2' }]);
    const id = await office.application(stories.conferred, { applicantId: person.id, unitId: 'unit-2' });
    // Decided in spring, so that the filing window lies within the term.
    const { id: sanction } = (await propose({ ...fraud, decidedOn: '2024-05-06', applicationId: id }).expect(201)).body;
    const next = await submitAnew(person);
    const whileProposed = await submitAnew(other);
    await whileProposed.submit().expect(200);
    await act('office', sanction, 'confirm').expect(200);
    const refused = await next.submit().expect(422);
    expect(refused.body).toMatchObject({ code: 'sanctioned', clause: '通知 三、其他事宜（一）、附件3' });
    expect(refused.body.detail).toContain('2029-05-06');
    await act('supervisor', sanction, 'request_lift', { restoresTitle: false }).expect(200);
    expect((await next.submit().expect(422)).body.code).toBe('sanctioned');
    await act('supervisor', sanction, 'approve_lift').expect(403);
    expect((await act('office', sanction, 'approve_lift').expect(200)).body.state).toBe('lifted');
    await next.submit().expect(200);
  });

  test('bars the unit as well when it is entered against the unit: whoever applies from there', async () => {
    const id = await office.application(stories.conferred, { unitId: 'unit-2' });
    const responsible = ['王建国，总经理', '李志强，人事科长'];
    const against = { ...fraud, subject: 'unit', decidedOn: '2024-05-06', applicationId: id, responsible };
    const { body } = await propose(against).expect(201);
    expect(body).toMatchObject({
      unitId: 'unit-2',
      personId: null,
      expiresOn: '2027-05-06',
      name: '单位2',
      responsible,
    });
    await act('office', body.id, 'confirm').expect(200);
    const colleague = await office.hire([{ role: 'applicant', unitId: 'unit-2' }]);
    const elsewhere = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const barred = await (await submitAnew(colleague)).submit().expect(422);
    expect(barred.body).toMatchObject({ code: 'sanctioned' });
    expect(barred.body.detail).toContain('2027-05-06');
    await (await submitAnew(elsewhere)).submit().expect(200);
  });
});

describe('The register', () => {
  test('counts a broken commitment from the next year, and rejects or gives a title back by two people', async () => {
    const id = await office.application(stories.conferred);
    const { body: broken } = await propose({ ...fraud, ground: 'commitment', applicationId: id, revokes: true }).expect(
      201,
    );
    expect(broken).toMatchObject({ startsOn: '2025-01-01', expiresOn: '2027-12-31', clause: '通知 附件3' });
    expect((await act('secondOffice', broken.id, 'reject').expect(200)).body.state).toBe('rejected');
    const { body: again } = await propose({ ...fraud, applicationId: id, revokes: true }).expect(201);
    await act('office', again.id, 'confirm').expect(200);
    await act('office', again.id, 'request_lift', { reason: '复核后认定不成立', restoresTitle: true }).expect(200);
    await act('office', again.id, 'approve_lift').expect(403);
    await act('secondOffice', again.id, 'refuse_lift').expect(200);
    expect(await numberOf(id)).toMatchObject({ revokedOn: today });
    await act('office', again.id, 'request_lift', { reason: '复核后认定不成立', restoresTitle: true }).expect(200);
    await act('secondOffice', again.id, 'approve_lift').expect(200);
    expect(await numberOf(id)).toMatchObject({ revokedOn: null });
  });

  test('takes nothing that makes no sense', async () => {
    const running = await office.application(stories.committee_audit);
    const refused = async (body: object) => (await propose({ ...fraud, ...body }).expect(422)).body.field;
    expect(await refused({ applicationId: running, revokes: true })).toBe('revokes');
    expect(await refused({ applicationId: running, decidedOn: '2031-01-01' })).toBe('decidedOn');
    expect(await refused({ applicationId: running, decidedOn: '2011-01-01' })).toBe('decidedOn');
    expect(await refused({})).toBe('applicationId');
    expect(await refused({ applicationId: running, responsible: ['王建国'] })).toBe('responsible');
    expect(await refused({ unitId: 'unit-1' })).toBe('unitId');
    expect(await refused({ unitId: 'unit-1', subject: 'unit', ground: 'commitment' })).toBe('ground');
    expect(await refused({ unitId: 'nowhere', subject: 'unit' })).toBe('unitId');
    await propose({ ...fraud, applicationId: running }).expect(201);
  });

  test('is read by supervisor and office alone, what waits first', async () => {
    const { items } = SanctionsAnswer.strict().parse((await office.as('office').get(register).expect(200)).body);
    expect(items.length).toBeGreaterThan(4);
    expect(items[0]).toMatchObject({ state: 'proposed' });
    expect(items[0]?.actions.filter(({ allowed }) => allowed).map(({ event }) => event)).toEqual(['confirm', 'reject']);
    for (const name of ['unit', 'applicant', 'department', 'finance', 'expert', 'operator'] as const) {
      await office.as(name).get(register).expect(403);
      await office.as(name).post(register).send(fraud).expect(403);
    }
    const few = await office.as('office').get(register).query({ limit: 2 }).expect(200);
    const more = await office.as('office').get(register).query({ limit: 2, cursor: few.body.next }).expect(200);
    expect([...few.body.items, ...more.body.items].map(({ id }) => id)).toEqual(items.slice(0, 4).map(({ id }) => id));
    const { text } = await office.as('supervisor').get(register).query({ format: 'csv' }).expect(200);
    expect(text).toContain('处理决定');
    expect(text).not.toContain('second_person_needed');
    await office.as('office').post(`${register}/1/confirm`).send({ reason: '无' }).expect(404);
  });
});

test('a unit shows that it has posted the result by a photo, without which it cannot confirm, and the office sees it', async () => {
  const { app, deps } = apiAt(api, endOf('public_notice') + day);
  const id = await office.application(stories.public_notice, { deps });
  const unit = callerWith(app, await office.keyOf('unit'));
  const confirm = () => unit.post(`/api/applications/${id}/actions/confirm_unit_posting`).send({});
  const refused = await confirm().expect(422);
  expect(refused.body).toMatchObject({ code: 'photo_missing', clause: '通知 三（五）', field: 'photo' });
  await attach(unit, id, 'posting_photo');
  await confirm().expect(200);
  const photo = await api.db.document.findFirstOrThrow({ where: { applicationId: id } });
  expect(photo).toMatchObject({ kind: 'posting_photo', uploadedBy: office.ids.unit });
  const { body } = await unit.get(`/api/applications/${id}/timeline`).expect(200);
  expect(body.events.at(-1)).toMatchObject({
    event: 'confirm_unit_posting',
    data: { photo: { documentId: photo.id, hash: photo.sha256 } },
  });
  await office.as('office').get(`/api/applications/${id}/documents/${photo.id}`).expect(200);
});
