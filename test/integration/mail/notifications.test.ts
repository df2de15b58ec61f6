import { MockActivityEnvironment } from '@temporalio/testing';
import { drainOutbox } from '../../../activities/drainOutbox.js';
import { createMailer, type Mailer } from '../../../activities/mailer.js';
import { NotificationsAnswer } from '../../../api/accounts/answers.js';
import { OutboxAnswer } from '../../../api/operations/answers.js';
import { hour, isoInBeijing } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { apiAt, endOf } from '../../support/clock.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startRefusingServer } from './refusingServer.js';

let api: TestApi;
let office: Office;
let inbox: LetterBox;
const mailers: Mailer[] = [];
const nothing = () => undefined;
beforeAll(async () => {
  // Only the test drains the outbox.
  api = await startTestApi({ name: 'matters', at: isoInBeijing(endOf('conferred') + hour), worker: false });
  office = await createOffice(api);
  inbox = await startLetterBox();
});
beforeEach(async () => {
  await api.db.outbox.updateMany({ where: { state: 'pending' }, data: { state: 'skipped' } });
});
afterAll(async () => {
  for (const mailer of mailers) mailer.close();
  await inbox.stop();
  await api.close();
});

/** Sends what is due, as the activity of the mail workflow does. */
async function drain(smtpUrl = inbox.smtpUrl, at = Date.now(), maxAttempts = 8): Promise<void> {
  const mailer = createMailer({ smtpUrl, from: 'pingshen@example.cn', perSecond: 500 });
  mailers.push(mailer);
  const log = { info: nothing, warn: nothing, error: nothing };
  const options = { database: api.db, mailer, portal: 'http://portal', log, parkStep: async () => undefined };
  const environment = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: at });
  await environment.run(() => drainOutbox({ ...options, maxAttempts }));
}
/** Mails to an address, by the first part of the Message-ID. */
async function came(address: string, about: string) {
  const mails = await inbox.mails();
  return mails.filter(
    ({ to, headers }) =>
      to.some((one) => one.address === address) && String(headers['message-id']).startsWith(`<${about}`),
  );
}
const emailOf = async (id: string) => (await api.db.user.findUniqueOrThrow({ where: { id } })).email ?? '';
const lettersOf = async (as: ReturnType<Office['as']>) =>
  NotificationsAnswer.parse((await as.get('/api/me/notifications?limit=200').expect(200)).body);

test('who is to look into an objection is written to, once for one charge, and whoever follows them', async () => {
  const id = await office.application([...stories.public_notice, 'raise_objection']);
  const { facts } = await api.db.application.findUniqueOrThrow({ where: { id } });
  const [objection] = (facts as { objections: { id: string }[] }).objections;
  const path = `/api/applications/${id}/objections/${objection?.id}/investigation`;
  const charge = (investigatorId: string, dueOn: string) =>
    office.as('office').put(path).send({ investigatorId, dueOn }).expect(200);
  await charge(office.ids.supervisor, '2030-01-10');
  await charge(office.ids.supervisor, '2030-01-10');
  await charge(office.ids.secondOffice, '2030-01-10');
  await drain();
  const [letter, ...more] = await came(office.emailOf('supervisor'), 'investigator_assigned');
  expect(more).toEqual([]);
  expect(letter?.text).toContain('核查截止：2030年1月10日 周四 24:00');
  expect(letter?.text).toContain('http://portal/supervisor/objections');
  expect(await came(office.emailOf('secondOffice'), 'investigator_assigned')).toHaveLength(1);
  const { items, unread } = await lettersOf(office.as('supervisor'));
  expect(items[0]).toMatchObject({
    kind: 'investigator_assigned',
    applicationId: null,
    path: '/supervisor/objections',
  });
  expect(unread).toBeGreaterThan(0);
  const others = await lettersOf(office.as('stranger'));
  expect(others.items.some(({ kind }) => kind === 'investigator_assigned')).toBe(false);
});

test.each(['upheld', 'dismissed'] as const)(
  'a reexamination goes to the office, its answer (%s) to the applicant',
  async (outcome) => {
    const { id: applicantId, as, key } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.not_passed, { applicantId });
    // Within the working days for a re-examination.
    const { app } = apiAt(api, endOf('not_passed') + hour);
    const asking = callerWith(app, key);
    await asking.post(`/api/applications/${id}/reexamination`).send({ reason: '计票有误' }).expect(201);
    const path = `/api/campaigns/${campaignId}/reexaminations/${id}/decision`;
    await callerWith(app, await office.keyOf('office'))
      .post(path)
      .send({ outcome, reason: '已经复核' })
      .expect(200);
    await drain();
    await drain();
    const requested = await came(office.emailOf('office'), `reexamination_requested-${id}`);
    expect(requested).toHaveLength(1);
    expect(requested[0]?.text).not.toContain('计票有误');
    const [answer, ...more] = await came(await emailOf(applicantId), `reexamination_${outcome}-${id}`);
    expect(more).toEqual([]);
    expect(answer?.text).toContain('理由：已经复核');
    const { items } = await lettersOf(as);
    expect(items[0]).toMatchObject({ kind: `reexamination_${outcome}`, role: 'applicant' });
  },
);

test('a revoked title is told its holder and the unit, and both hear when the sanction is lifted', async () => {
  const { id: applicantId } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const id = await office.application(stories.conferred, { applicantId });
  const register = `/api/campaigns/${campaignId}/sanctions`;
  const decidedOn = isoInBeijing(await api.deps.clock()).slice(0, 10);
  const proposal = {
    subject: 'person',
    ground: 'fraud',
    basis: '处〔2024〕3号',
    decidedOn,
    revokes: true,
    reason: '核实',
  };
  const { body } = await office
    .as('supervisor')
    .post(register)
    .send({ ...proposal, applicationId: id })
    .expect(201);
  await drain();
  const address = await emailOf(applicantId);
  expect(await came(address, 'title_revoked')).toEqual([]);
  const act = (name: 'office' | 'secondOffice', event: string) =>
    office.as(name).post(`${register}/${body.id}/${event}`).send({ reason: '属实', restoresTitle: true }).expect(200);
  await act('office', 'confirm');
  await drain();
  const [own, ...more] = await came(address, `title_revoked-${body.id}.applicant`);
  expect(more).toEqual([]);
  expect(own?.text).toContain('处〔2024〕3号');
  expect(own?.text).toContain('有异议的');
  expect(await came(office.emailOf('unit'), `title_revoked-${body.id}.unit`)).toHaveLength(1);
  await act('office', 'request_lift');
  await act('secondOffice', 'approve_lift');
  await drain();
  const lifted = await came(address, `sanction_lifted-${body.id}.applicant`);
  expect(lifted).toHaveLength(1);
  expect(lifted[0]?.text).toContain('同时恢复');
  expect(await came(office.emailOf('unit'), `sanction_lifted-${body.id}.unit`)).toHaveLength(1);
});

test('a sanction against a unit is told the unit and no person', async () => {
  const register = `/api/campaigns/${campaignId}/sanctions`;
  const decidedOn = isoInBeijing(await api.deps.clock()).slice(0, 10);
  const proposal = {
    subject: 'unit',
    unitId: 'unit-2',
    ground: 'fraud',
    basis: '处〔2024〕4号',
    decidedOn,
    reason: '核实',
  };
  const { body } = await office.as('supervisor').post(register).send(proposal).expect(201);
  await office.as('office').post(`${register}/${body.id}/confirm`).send({ reason: '属实' }).expect(200);
  await drain();
  const mails = (await inbox.mails()).filter(({ headers }) => String(headers['message-id']).includes(body.id));
  expect(mails.map(({ to }) => to.map(({ address }) => address))).toEqual([[office.emailOf('otherUnit')]]);
});

describe('A letter about no application that the mail server refuses', () => {
  const key = `campaign:${campaignId}.9.finance.${campaignId}`;
  const path = '/api/operations/outbox';
  const listed = async (name: 'operator' | 'office', status = 200) =>
    (await office.as(name).get(`${path}?state=parked`).expect(status)).body;
  const row = async () => await api.db.outbox.findFirstOrThrow({ where: { key } });
  const repair = (name: 'operator' | 'office', act: string, body: object, intention = 'once') =>
    row().then(({ id }) => office.as(name).post(`${path}/${id}/${act}`).set('Idempotency-Key', intention).send(body));
  /** Written, and refused until it is parked. */
  async function refused() {
    const detail = { at: await api.deps.clock() };
    const letter = { campaignId, kind: 'campaign_close_audit', role: 'finance', scope: campaignId, key, detail };
    await api.db.letterRepair.deleteMany();
    await api.db.outbox.deleteMany({ where: { key } });
    await api.db.outbox.create({ data: letter });
    const server = await startRefusingServer();
    await drain(server.smtpUrl, Date.now(), 1);
    await server.stop();
  }

  test('is parked, counted, and shown to operators with what it is and why, and to nobody else', async () => {
    await refused();
    expect(await row()).toMatchObject({ state: 'parked', lastError: 'EENVELOPE 550' });
    const { items } = OutboxAnswer.parse(await listed('operator'));
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'campaign_close_audit',
        kindLabel: { zh: '审核结束', en: 'Audit ends' },
        role: 'finance',
        applicationId: null,
        campaignId,
        lastError: 'EENVELOPE 550',
        attempts: 1,
        at: expect.any(String),
      }),
    ]);
    expect(JSON.stringify(items)).not.toMatch(/张三|@/);
    await listed('office', 403);
    const { body } = await office.as('operator').get('/api/operations/health').expect(200);
    expect(body.outbox.parked).toBe(1);
  });

  test('goes out once when an operator retries it, with a reason, and only an operator may', async () => {
    await refused();
    expect((await repair('office', 'retry_step', { reason: '越权' })).status).toBe(403);
    expect((await repair('operator', 'retry_step', {})).body).toMatchObject({ status: 422, code: 'free_text_missing' });
    expect((await repair('operator', 'retry_step', { reason: '服务器已恢复' })).status).toBe(200);
    // The answer was lost, and the operator tries again.
    expect((await repair('operator', 'retry_step', { reason: '服务器已恢复' })).status).toBe(200);
    const again = await repair('operator', 'retry_step', { reason: '再试' }, 'another');
    expect(again.body).toMatchObject({ status: 409, code: 'step_not_parked' });
    await drain();
    await drain();
    expect(await came(office.emailOf('finance'), `campaign-${campaignId}.9`)).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent' });
    expect(await api.db.letterRepair.findMany()).toMatchObject([
      { repair: 'retry_step', reason: '服务器已恢复', actorId: office.ids.operator },
    ]);
  });

  test('is never sent when an operator skips it', async () => {
    await refused();
    const before = (await inbox.mails()).length;
    expect((await repair('operator', 'skip_step', { reason: '已电话告知' })).status).toBe(200);
    await drain();
    expect((await inbox.mails()).length).toBe(before);
    expect(await row()).toMatchObject({ state: 'skipped' });
  });
});
