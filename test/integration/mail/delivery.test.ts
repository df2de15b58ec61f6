import { MockActivityEnvironment } from '@temporalio/testing';
import { type ActivityOptions, createActivities } from '../../../activities/createActivities.js';
import type { MailActivities } from '../../../activities/mailActivities.js';
import { createMailer, type Mailer } from '../../../activities/mailer.js';
import type { ShortMessage } from '../../../activities/sms/sms.js';
import { findApplication } from '../../../records/application/applications.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { listParkedLetters } from '../../../records/mail/claimLetters.js';
import { repairLetter } from '../../../records/mail/letterRepairs.js';
import type { RepairName } from '../../../rules/application/lifecycle.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { finalize, snapshot } from '../records/world.js';
import { startRefusingServer } from './refusingServer.js';

let own: TestDatabase;
let database: Database;
let inbox: LetterBox;
const mailers: Mailer[] = [];
const parked: Parameters<ActivityOptions['parkStep']>[0][] = [];
const nothing = () => undefined;
const log = { info: nothing, warn: nothing, error: nothing };

beforeAll(async () => {
  own = await createDatabase('delivery');
  database = openDatabase(own.url);
  await finalize(database);
  inbox = await startLetterBox();
});
beforeEach(async () => {
  parked.length = 0;
  await database.outbox.updateMany({ where: { state: 'pending' }, data: { state: 'skipped' } });
});
afterAll(async () => {
  for (const mailer of mailers) mailer.close();
  await inbox.stop();
  await closeDatabase(database);
  await own.drop();
});

function activities(smtpUrl: string, more: Partial<ActivityOptions> = {}) {
  const mailer = createMailer({ smtpUrl, from: '职称评审 <pingshen@example.cn>', perSecond: 500 });
  mailers.push(mailer);
  const parkStep: ActivityOptions['parkStep'] = async (step) => {
    parked.push(step);
  };
  const portal = 'http://portal';
  return createActivities({
    database,
    mailer,
    portal,
    log,
    parkStep,
    wakeMailWorkflow: nothing,
    alarm: nothing,
    deadlineLateness: { observe: nothing },
    clockOffset: null,
    ...more,
  });
}

/** Runs the activity as the engine does, at an instant of its clock. */
async function drain({ drainOutbox }: MailActivities, at = Date.now()): ReturnType<MailActivities['drainOutbox']> {
  return await new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: at }).run(drainOutbox);
}

/** An operator deals with a parked letter. */
async function repair(name: RepairName, outboxId: string): Promise<void> {
  const by = { actorId: 'operator-1', reason: '已核实', at: Date.now() };
  await repairLetter(database, { outboxId, key: `repair-${outboxId}`, repair: name, ...by });
  await listParkedLetters(database, outboxId);
}

async function mailsOf(applicationId: string) {
  return (await inbox.mails()).filter(({ headers }) => headers['message-id']?.includes(applicationId));
}

test('each letter goes out once, to everybody who holds the role, however often the outbox is emptied', async () => {
  const { played } = await snapshot(database, 'conferred', { letters: true });
  const { applicationId, applicantId } = played.facts;
  const effects = activities(inbox.smtpUrl);
  await Promise.all([drain(effects), drain(effects)]);
  expect(await drain(effects)).toEqual({ nextAttemptAt: null });

  const expected = played.transitions.flatMap((each) =>
    letterRequestsOf(each).map(({ kind, to }) => `${each.seq}.${kind}.${to}`),
  );
  const mails = await mailsOf(applicationId);
  const sent = mails.map(({ headers }) => headers['message-id']);
  expect(sent.toSorted()).toEqual(expected.map((key) => `<${applicationId}.${key}@pingshen>`).toSorted());
  for (const { to, headers } of mails) {
    const id = headers['message-id'] ?? '';
    const [address] = to.map((each) => each.address);
    if (id.includes('.applicant@')) expect(address).toBe(`${applicantId}@example.cn`);
    if (id.includes('.unit@')) expect(address).toBe('unit-1-clerk@example.cn');
    if (id.includes('.department@')) expect(address).toBe('department-clerk@example.cn');
    if (id.includes('.office@')) expect(address).toBe('office-clerk@example.cn');
  }
});

test('a letter sent twice, because its sender died before noting it, has the same Message-ID', async () => {
  const { played } = await snapshot(database, 'correction', { letters: true });
  const { applicationId } = played.facts;
  const effects = activities(inbox.smtpUrl);
  await drain(effects);
  const again = { state: 'pending', sentAt: null, nextAttemptAt: null };
  const where = { applicationId, kind: 'returned_for_correction' };
  await database.outbox.updateMany({ where, data: again });
  await drain(effects);
  const ids = (await mailsOf(applicationId)).map(({ headers }) => headers['message-id']);
  const repeated = ids.filter((id) => id?.includes('returned_for_correction'));
  expect(repeated).toHaveLength(4);
  expect(new Set(repeated).size).toBe(2);
});

test('a return for correction lists the defects as they were written', async () => {
  const { played } = await snapshot(database, 'correction', { letters: true });
  await drain(activities(inbox.smtpUrl));
  const mails = await mailsOf(played.facts.applicationId);
  const letter = mails.find(({ headers }) => headers['message-id']?.includes('correction.applicant'));
  expect(letter?.text).toContain('1. 缺少学信网备案表');
  expect(letter?.html).toContain('身份证&lt;模糊&gt;');
  // The deadline comes along for the reader's calendar; the unit, which has a queue, gets no file.
  const [file, ...more] = letter?.files ?? [];
  expect([file?.name, file?.type, more]).toEqual(['calendar.ics', 'text/calendar', []]);
  expect(file?.text).toContain(`UID:correction_due.${played.facts.applicationId}@pingshen\r\n`);
  expect(file?.text).not.toContain('张三');
  expect(mails.filter(({ to }) => to[0]?.address === 'unit-1-clerk@example.cn').flatMap(({ files }) => files)).toEqual(
    [],
  );
});

test('a reader who has chosen English gets the letter in English, with the Chinese below, and the others theirs', async () => {
  const { played } = await snapshot(database, 'unit_review', { letters: true });
  const { applicationId, applicantId } = played.facts;
  await database.user.update({ where: { id: applicantId }, data: { language: 'en' } });
  await drain(activities(inbox.smtpUrl));
  const inEnglish = (subject: string) => /^【职称评审】[ -~]+$/.test(subject);
  const mails = await mailsOf(applicationId);
  const subjects = mails.map(({ to, subject }) => [to[0]?.address, inEnglish(subject)]);
  expect(subjects.toSorted()).toEqual(
    [
      [`${applicantId}@example.cn`, true],
      ['unit-1-clerk@example.cn', false],
    ].toSorted(),
  );
  const own = mails.find(({ subject }) => inEnglish(subject));
  expect(own?.html).toContain('<html lang="en">');
  expect(own?.text).toContain('您的申报已提交，现由用人单位审核。');
});

test('a reminder is one letter, however often it is recorded', async () => {
  const { played, imported } = await snapshot(database, 'correction');
  const { applicationId } = played.facts;
  const [alert] = remindersIn(imported.facts, aksu2024);
  if (!alert) throw new Error('no reminder');
  const effects = activities(inbox.smtpUrl);
  await Promise.all([
    effects.recordReminder({ applicationId, key: alert.key }),
    effects.recordReminder({ applicationId, key: alert.key }),
  ]);
  await effects.recordReminder({ applicationId, key: alert.key });
  await drain(effects);
  const [mail, ...more] = await mailsOf(applicationId);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain('提醒：补正截止');
});

test('a letter nobody is there to read is skipped, and says why', async () => {
  const { played } = await snapshot(database, 'committee_audit', { letters: true });
  const { applicationId } = played.facts;
  await database.outbox.updateMany({ where: { applicationId, role: 'department' }, data: { scope: 'nowhere' } });
  await drain(activities(inbox.smtpUrl));
  const rows = await database.outbox.findMany({ where: { applicationId, role: 'department' } });
  for (const row of rows) expect(row).toMatchObject({ state: 'skipped', lastError: 'nobody holds this role' });
});

test('a server that refuses: waits grow, then the letter is parked, and a retry sends it', async () => {
  const server = await startRefusingServer();
  const { played } = await snapshot(database, 'unit_review', { letters: true });
  const { applicationId } = played.facts;
  await database.outbox.updateMany({ where: { applicationId, role: 'unit' }, data: { state: 'skipped' } });
  const effects = activities(server.smtpUrl, { maxAttempts: 3, firstRetryAfter: 1_000 });

  const begin = Date.now();
  const first = await drain(effects, begin);
  expect(first.nextAttemptAt ?? 0).toBeGreaterThanOrEqual(begin + 1_000);
  expect(await drain(effects, begin)).toEqual(first);
  const second = await drain(effects, begin + 60_000);
  expect(second.nextAttemptAt ?? 0).toBeGreaterThanOrEqual(begin + 64_000);
  expect(parked).toEqual([]);
  expect(await drain(effects, begin + 120_000)).toEqual({ nextAttemptAt: null });
  expect(server.refused()).toBe(3);

  const row = await database.outbox.findFirstOrThrow({ where: { applicationId, state: 'parked' } });
  expect(parked).toMatchObject([{ applicationId, step: `mail:${row.id}` }]);
  expect(row.lastError).toBe('EENVELOPE 550');
  expect((await findApplication(database, applicationId))?.needsAttention).toBe(true);
  await server.stop();

  await repair('retry_step', String(row.id));
  await drain(activities(inbox.smtpUrl));
  expect(await mailsOf(applicationId)).toHaveLength(1);
  expect((await findApplication(database, applicationId))?.needsAttention).toBe(false);
});

test('a parked letter that an operator skips stays unsent and troubles nobody', async () => {
  const { played } = await snapshot(database, 'unit_review', { letters: true });
  const { applicationId } = played.facts;
  const effects = activities('smtp://127.0.0.1:1', { maxAttempts: 1 });
  await drain(effects);
  expect(parked.length).toBeGreaterThan(0);
  for (const { step } of parked) await repair('skip_step', step.slice('mail:'.length));
  expect(await database.outbox.count({ where: { applicationId, state: 'skipped' } })).toBe(2);
  expect((await findApplication(database, applicationId))?.needsAttention).toBe(false);
});

test('what cannot wait goes by short message too, with a date and no name, whichever way somebody chose', async () => {
  const { played } = await snapshot(database, 'correction', { letters: true });
  const { applicantId } = played.facts;
  const clerk = await database.user.findFirstOrThrow({ where: { email: 'unit-1-clerk@example.cn' } });
  await database.user.update({ where: { id: applicantId }, data: { phone: '13800000011' } });
  await database.user.update({ where: { id: clerk.id }, data: { phone: '13800000012' } });
  const messages: ShortMessage[] = [];
  const sms = { send: async (message: ShortMessage) => void messages.push(message), close: nothing };
  await drain(activities(inbox.smtpUrl, { sms }));
  await database.user.update({ where: { id: clerk.id }, data: { phone: null } });
  expect(messages.map(({ phone, values }) => [phone, values[0]])).toEqual([
    ['13800000011', expect.stringMatching(/^退回补正，\d+月\d+日 周. 24:00截止$/)],
  ]);
  expect(messages[0]?.text.length).toBeLessThanOrEqual(70);
  expect(messages[0]?.text).not.toContain('张三');
});

test('letters go by short message to who has no address or wants both, and by mail only where no operator is given', async () => {
  const person = (id: string, more: object) => database.user.create({ data: { id, name: `某${id}`, ...more } });
  await person('by-phone', { phone: '13800000001', letters: 'sms' });
  await person('by-both', { email: 'both@example.cn', phone: '13800000002', letters: 'both' });
  await person('by-mail', { email: 'mail@example.cn', phone: '13800000003' });
  const write = (round: number) =>
    database.outbox.createMany({
      data: ['by-phone', 'by-both', 'by-mail'].map((scope) => ({
        ...{ kind: 'sign_in_changed', role: 'applicant', scope, personal: true, key: `sms:${scope}:${round}` },
        detail: { at: Date.now(), signIn: 'password' },
      })),
    });
  const messages: ShortMessage[] = [];
  const sms = { send: async (message: ShortMessage) => void messages.push(message), close: nothing };
  await write(1);
  const before = (await inbox.mails()).length;
  await drain(activities(inbox.smtpUrl, { sms }));
  expect(messages.map(({ phone, kind }) => [phone, kind]).toSorted()).toEqual([
    ['13800000001', 'notice'],
    ['13800000002', 'notice'],
  ]);
  expect(messages[0]?.text).toContain('登录密码已更改');
  expect((await inbox.mails()).length - before).toBe(2);
  await write(2);
  await drain(activities(inbox.smtpUrl));
  expect(messages).toHaveLength(2);
  const state = async (key: string) => (await database.outbox.findFirstOrThrow({ where: { key } })).state;
  expect([await state('sms:by-phone:2'), await state('sms:by-both:2')]).toEqual(['skipped', 'sent']);
});
