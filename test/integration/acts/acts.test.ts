import { randomUUID } from 'node:crypto';
import { ReceiptAnswer } from '../../../api/acts/answers.js';
import { ApplicationAnswer } from '../../../api/applications/answers.js';
import { TimelineAnswer } from '../../../api/applications/timelineAnswers.js';
import { ProblemAnswer } from '../../../api/openapi/problemAnswer.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { type StoryStep, stories } from '../../../simulation/story/story.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'acts', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const action = (id: string, event: string) => `/api/applications/${id}/actions/${event}`;

describe('One act', () => {
  test('moves the application and answers with status, seq and the instant of registration', async () => {
    const id = await office.application(stories.committee_audit);
    const response = await office.as('office').post(action(id, 'accept')).send({}).expect(200);
    expect(ReceiptAnswer.parse(response.body)).toMatchObject({ status: 'payment' });
    expect(response.headers.etag).toBe(`"${response.body.seq}"`);
    const shown = await office.as('unit').get(`/api/applications/${id}`).expect(200);
    expect(ApplicationAnswer.parse(shown.body)).toMatchObject({ status: 'payment', seq: response.body.seq });
  });

  test('keeps what was written in the database and shows it to the candidate', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.committee_audit, { applicantId: applicant.id });
    const defects = [{ section: 'education', field: 'entries.0.school', text: '毕业证书不清晰，请重新扫描' }];
    await office
      .as('office')
      .post(action(id, 'return_for_correction'))
      .send({ reason: '材料不符合规定条件', defects })
      .expect(200);
    const { body } = await applicant.as.get(`/api/applications/${id}/timeline`).expect(200);
    const last = TimelineAnswer.parse(body).events.at(-1);
    expect(last?.freeText).toMatchObject({
      reason: '材料不符合规定条件',
      defects: [{ text: '毕业证书不清晰，请重新扫描' }],
    });
    expect(JSON.stringify(last?.data)).not.toContain('毕业证书');
    const forOperator = await office.as('operator').get(`/api/applications/${id}/timeline`).expect(200);
    expect(forOperator.body.events.at(-1).freeText).toBeNull();
  });

  test('accepting who meets none of the conditions takes a reason, which the candidate reads', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const unmet = [
      { degree: 'bachelor', holds: null, years: 4, obtainedBefore: null, obtainedFrom: null, lacks: 'years' },
    ];
    const [, ...others] = stories.committee_audit;
    const steps = [{ event: 'submit', data: { unmet } } as StoryStep, ...others];
    const id = await office.application(steps, { applicantId: applicant.id });
    const shown = async () => ApplicationAnswer.parse((await office.as('unit').get(`/api/applications/${id}`)).body);
    expect((await shown()).unmetConditions).toMatchObject({ zh: expect.stringContaining('年限未满'), waived: false });
    const accept = (body: object) => office.as('office').post(action(id, 'accept')).send(body);
    const { body } = await accept({}).expect(422);
    expect(body).toMatchObject({ code: 'free_text_missing', field: 'reason' });
    await accept({ reason: '省级重点项目负责人，业绩突出，经研究例外通过' }).expect(200);
    expect((await shown()).unmetConditions).toMatchObject({ waived: true });
    const timeline = await applicant.as.get(`/api/applications/${id}/timeline`).expect(200);
    const last = TimelineAnswer.parse(timeline.body).events.at(-1);
    expect(last).toMatchObject({
      freeText: { reason: expect.stringContaining('例外通过') },
      changes: { conditionsWaived: true },
    });
  });

  test('that the law refuses is told with its clause, and stays refused under its key', async () => {
    const id = await office.application(stories.committee_audit);
    const key = randomUUID();
    const refuse = () =>
      office.as('office').post(action(id, 'refuse')).set('Idempotency-Key', key).send({}).expect(422);
    const { body, headers } = await refuse();
    expect(headers['content-type']).toContain('application/problem+json');
    expect(ProblemAnswer.parse(body)).toMatchObject({
      code: 'free_text_missing',
      field: 'reason',
      clause: '通知 四（三）',
    });
    expect((await refuse()).body).toEqual(body);
  });
});

describe('Idempotency-Key', () => {
  const accept = (id: string, key: string, body = {}) =>
    office.as('office').post(action(id, 'accept')).set('Idempotency-Key', key).send(body);

  test('twice gives the first answer, and one transition', async () => {
    const id = await office.application(stories.committee_audit);
    const key = randomUUID();
    const first = await accept(id, key).expect(200);
    expect((await accept(id, key).expect(200)).body).toEqual(first.body);
    expect(await api.db.event.count({ where: { applicationId: id, event: 'accept' } })).toBe(1);
  });

  test('twice at once gives the same answer, and one transition', async () => {
    const id = await office.application(stories.committee_audit);
    const key = randomUUID();
    const [one, other] = await Promise.all([accept(id, key), accept(id, key)]);
    expect(one.status).toBe(200);
    expect(other.body).toEqual(one.body);
    expect(await api.db.event.count({ where: { applicationId: id, event: 'accept' } })).toBe(1);
  });

  test('after the application has ended still gives the first answer', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.unit_review, { applicantId: applicant.id });
    const withdraw = () =>
      applicant.as
        .post(action(id, 'withdraw'))
        .set('Idempotency-Key', 'k-1')
        .send({ reason: '改报下一年度' })
        .expect(200);
    const first = await withdraw();
    expect(first.body.status).toBe('withdrawn');
    expect((await withdraw()).body).toEqual(first.body);
    const late = await applicant.as.post(action(id, 'withdraw')).send({ reason: '再次撤回' }).expect(409);
    expect(late.body.code).toBe('already_final');
  });

  test('with another body or for another event is refused', async () => {
    const id = await office.application(stories.committee_audit);
    const send = (event: string, body: object) =>
      office.as('office').post(action(id, event)).set('Idempotency-Key', 'same').send(body);
    await send('return_for_correction', { reason: '一', defects: [] }).expect(422);
    const body = await send('return_for_correction', { reason: '二', defects: [] }).expect(422);
    expect(body.body.code).toBe('key_reused');
    expect((await send('accept', {}).expect(422)).body.code).toBe('key_reused');
  });

  test.each(['', 'a b', 'x'.repeat(129), 'timer:filing_cutoff:1', 'amend-2', 'pause-1', 'signed-1'])(
    '%j is no key',
    async (key) => {
      const id = await office.application(stories.committee_audit);
      expect((await accept(id, key).expect(400)).body.code).toBe('key_invalid');
    },
  );
});

describe('Two at once', () => {
  test('of two officers one wins, the other is told what happened', async () => {
    const id = await office.application(stories.committee_audit);
    const { headers } = await office.as('office').get(`/api/applications/${id}`).expect(200);
    const seen = headers.etag ?? '';
    const answers = await Promise.all([
      office.as('office').post(action(id, 'accept')).set('If-Match', seen).send({}),
      office.as('secondOffice').post(action(id, 'refuse')).set('If-Match', seen).send({ reason: '不符合条件' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const { code, happened } = ProblemAnswer.parse(loser?.body);
    expect(['stale_page', 'event_not_allowed', 'already_final']).toContain(code);
    expect(happened).toHaveLength(1);
    expect(happened[0]?.label).toMatch(/^评委会办事机构：/);
  });

  test('a stale page is refused with what happened since', async () => {
    const id = await office.application(stories.committee_audit);
    const { headers } = await office.as('office').get(`/api/applications/${id}`).expect(200);
    const until = localDateOf(await api.deps.clock());
    await office.as('supervisor').post(action(id, 'toll')).send({ reason: '系统故障', until }).expect(200);
    const stale = await office
      .as('office')
      .post(action(id, 'accept'))
      .set('If-Match', headers.etag ?? '')
      .send({})
      .expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_page', happened: [{ event: 'toll', role: 'supervisor' }] });
    const nonsense = office.as('office').post(action(id, 'accept')).set('If-Match', 'yesterday').send({});
    expect((await nonsense.expect(400)).body.field).toBe('If-Match');
  });
});
