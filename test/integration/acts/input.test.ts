import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { ProblemAnswer } from '../../../api/openapi/problemAnswer.js';
import { stories } from '../../../simulation/story/story.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let inAudit: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'input', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  inAudit = await office.application(stories.committee_audit);
});
afterAll(() => api.close());

const action = (event: string) => `/api/applications/${inAudit}/actions/${event}`;
const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
const newDraft = async (body: object = draft) => {
  const { id, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  return { personId: id, as, response: await as.post('/api/applications').send(body) };
};

describe('Unknown fields and wrong types', () => {
  test.each([
    ['approve_extension', { reason: '不必' }, ''],
    ['accept', [], ''],
    ['refuse', { reason: 7 }, 'reason'],
    ['refuse', { reason: '' }, 'reason'],
    ['refuse', { reason: '不'.repeat(2001) }, 'reason'],
    ['refuse', { reason: '不符合', seq: 1 }, 'seq'],
    ['return_for_correction', { reason: '补正', defects: {} }, 'defects'],
    [
      'return_for_correction',
      { reason: '补正', defects: [{ section: 'nothing', field: 'x', text: 'y' }] },
      'defects.0.section',
    ],
    ['return_for_correction', { reason: '补正', defects: [{ section: 'education', text: 'y' }] }, 'defects.0.field'],
    ['extend', { reason: '延期', deadline: 'correction_due', due: '2024-09-01' }, 'due'],
    ['extend', { reason: '延期', deadline: 'someday', due: '2024-09-01T00:00:00+08:00' }, 'deadline'],
    ['confirm_payment', { amount: 1.5, channel: 'qr', voucher: 'v' }, 'amount'],
    ['confirm_payment', { amount: '40000', channel: 'qr', voucher: 'v' }, 'amount'],
    // Nobody hands in experts or scores: they are those of the panel's sheets.
    ['score_defense', { sheets: [{ expertId: 'e', points: 8_000 }] }, 'sheets'],
  ])('%s refuses %j', async (event, body, field) => {
    const as = event === 'confirm_payment' ? office.as('finance') : office.as('office');
    const { body: problem } = await as.post(action(event)).send(body).expect(422);
    const { code, errors } = ProblemAnswer.parse(problem);
    expect(code).toBe('body_invalid');
    if (field) expect(errors.map((error) => error.field)).toContain(field);
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test('leave no intake behind', async () => {
    const before = await api.db.intake.count();
    await office.as('office').post(action('refuse')).send({ reason: 7 }).expect(422);
    expect(await api.db.intake.count()).toBe(before);
  });

  test.each([
    [{ ...draft, level: 'professor' }, 'level'],
    [{ ...draft, specialty: 'astrology' }, 'specialty'],
    [{ ...draft, campaignId: 'nowhere' }, 'campaignId'],
    [{ ...draft, unitId: 'unit-2' }, 'unitId'],
    [{ ...draft, status: 'conferred' }, 'status'],
    [{}, 'campaignId'],
  ])('a draft refuses %j', async (body, field) => {
    const { response } = await newDraft(body);
    expect(response.status).toBe(422);
    expect(ProblemAnswer.parse(response.body).errors.map((error) => error.field)).toContain(field);
  });
});

describe('Bodies that are none', () => {
  const post = () => office.as('office').post(action('accept')).type('application/json');

  test.each(['{', '"text', '{"a":}', '\u0000'])('%j is refused as no JSON', async (text) => {
    expect((await post().send(text).expect(400)).body.code).toBe('body_malformed');
  });

  test('one of two megabytes is refused as too large', async () => {
    const text = JSON.stringify({ reason: 'x'.repeat(2 * 1024 * 1024) });
    expect((await post().send(text).expect(413)).body.code).toBe('body_too_large');
  });

  test('a deeply nested one is refused', async () => {
    const text = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const { status } = await post().send(text);
    expect([400, 422]).toContain(status);
  });

  test('a prototype is not polluted', async () => {
    await post().send('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('What people write', () => {
  test.each(['\u0000', '\u0007', '\u001b[31m', '\u202e', '\ud800'])('with %j in it is refused', async (character) => {
    const { body } = await office
      .as('office')
      .post(action('refuse'))
      .type('application/json')
      .send(JSON.stringify({ reason: `不符合${character}条件` }))
      .expect(422);
    expect(body.errors[0]).toMatchObject({ field: 'reason', message: '含有不可见的控制字符，请删除。' });
  });

  test('as SQL or HTML is kept as it was written, and harms nothing', async () => {
    const { as, personId, response } = await newDraft();
    const id = response.body.id;
    const name = `Robert'); DROP TABLE applications;--<script>alert(1)</script>`;
    await as
      .patch(`/api/applications/${id}`)
      .send({ sections: { basicInformation: { name } } })
      .expect(200);
    const { body } = await as.get(`/api/applications/${id}/dossier`).expect(200);
    expect(body.sections.basicInformation.name).toBe(name);
    await api.db.user.update({ where: { id: personId }, data: { name } });
    const { headers, body: list } = await office.as('unit').get('/api/applications').expect(200);
    expect(headers['content-type']).toContain('application/json');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(list.items.map((item: { applicantName: string }) => item.applicantName)).toContain(name);
    const injected = await office.as('office').get(`/api/applications?unit=${encodeURIComponent("unit-1' OR '1'='1")}`);
    expect(injected.body.items).toEqual([]);
  });
});

describe('A draft', () => {
  test('is opened once for a key, and once for a person and campaign', async () => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const open = (key: string) => as.post('/api/applications').set('Idempotency-Key', key).send(draft);
    const [one, other] = await Promise.all([open('a'), open('a')]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body.id).toBe(one.body.id);
    expect(one.body.deadlines[0]).toMatchObject({ name: 'filing_cutoff', due: '2024-08-30T18:00:00.000+08:00' });
    expect((await open('b').expect(409)).body.code).toBe('already_applied');
  });

  test('is for people who apply somewhere', async () => {
    const { body } = await office.as('office').post('/api/applications').send(draft).expect(403);
    expect(body.code).toBe('not_permitted');
  });

  test('lists everything that is missing at once, by section, field and clause', async () => {
    const { as, response } = await newDraft();
    const { body } = await as.post(`/api/applications/${response.body.id}/actions/submit`).send({}).expect(422);
    const { code, missing } = ProblemAnswer.parse(body);
    expect(code).toBe('dossier_incomplete');
    expect(new Set(missing.map(({ section }) => section)).size).toBeGreaterThan(5);
    for (const { clause, message } of missing) expect(`${clause}${message}`).toMatch(/通知.*。$/s);
  });

  test('that somebody saved meanwhile is not overwritten', async () => {
    const { as, response } = await newDraft();
    const save = (version: number, name: string) =>
      as.patch(`/api/applications/${response.body.id}`).send({ version, sections: { basicInformation: { name } } });
    await save(0, '张三').expect(200);
    expect((await save(0, '李四').expect(409)).body.code).toBe('stale_page');
    await save(1, '李四').expect(200);
  });

  test.each([
    [{ sections: { nothing: {} } }],
    [{ sections: { education: { entries: [{ level: 'kindergarten' }] } } }],
    [{ sections: { basicInformation: { idNumber: '123' } } }],
    [{ sections: { basicInformation: { name: 'a\u0000b' } } }],
    [{ sections: { workSummary: { text: '长'.repeat(200_000) } } }],
    [{ version: -1, sections: {} }],
    [{}],
  ])('refuses %j', async (body) => {
    const { as, response } = await newDraft();
    const { body: problem } = await as.patch(`/api/applications/${response.body.id}`).send(body).expect(422);
    expect(problem.errors[0].message).toMatch(/\p{Script=Han}/u);
  });

  test('cannot be changed once it is with the unit', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.unit_review, { applicantId: applicant.id });
    const { body } = await applicant.as.patch(`/api/applications/${id}`).send({ sections: {} }).expect(409);
    expect(body.code).toBe('not_editable');
  });
});

describe('Addresses that are none', () => {
  test.each(['/nothing', '/api/nothing', '/.env', '/api/../package.json', '/docs/../server.ts'])('%s', async (path) => {
    const { status } = await request(api.app).get(path);
    expect([401, 404]).toContain(status);
  });
});

describe('Acts that are refused again and again', () => {
  test('leave so many intakes behind in a day, and no more', async () => {
    const limits = { ...api.deps.limits, refusedActs: 2 };
    const bounded = createApp({ ...api.deps, limits, metrics: createMetrics() });
    const clerk = await office.hire([{ role: 'office', campaignId }]);
    const id = await office.application(stories.committee_audit);
    const accept = () =>
      callerWith(bounded, clerk.key).post(`/api/applications/${id}/actions/accept`).set('If-Match', '"1"').send({});
    const codes = [];
    for (let attempt = 0; attempt < 4; attempt += 1) codes.push((await accept()).body.code);
    expect(codes).toEqual(['stale_page', 'stale_page', 'too_many_requests', 'too_many_requests']);
    expect(await api.db.intake.count({ where: { applicationId: id, outcome: 'refused' } })).toBe(2);
  });
});
