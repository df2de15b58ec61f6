import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { drainOutbox } from '../../../activities/drainOutbox.js';
import type { MailActivities } from '../../../activities/mailActivities.js';
import { createMailer, type Mailer } from '../../../activities/mailer.js';
import { commitDraw, completeDraw, freezeDraw } from '../../../records/committee/draws.js';
import { answerInvitation, designateChair } from '../../../records/committee/invitations.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { commitmentOf } from '../../../rules/committee/draw/commitment.js';
import { draw } from '../../../rules/committee/draw/draw.js';
import type { DrawPlan } from '../../../rules/committee/draw/plan.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { finalize } from '../records/world.js';
import { startRefusingServer } from './refusingServer.js';

let own: TestDatabase;
let database: Database;
let inbox: LetterBox;
const mailers: Mailer[] = [];
const nothing = () => undefined;
const seat = { campaignId: 'aksu-2024', committee: 'engineering' };
const at = Date.now();
let result: ReturnType<typeof draw>;

beforeAll(async () => {
  own = await createDatabase('invitations');
  database = openDatabase(own.url);
  await finalize(database);
  inbox = await startLetterBox();
  const people = Array.from({ length: 4 }, (_, index) => ({ id: randomUUID(), name: `专家${index}` }));
  await database.user.createMany({ data: people.map((one) => ({ ...one, email: `${one.name}@example.cn` })) });
  const term = { validFrom: new Date('2024-01-01'), validUntil: new Date('2027-01-01') };
  const entry = { specialties: ['chemical'], rank: 'senior', employerName: '大学', ...term };
  const rows = await database.expert.createManyAndReturn({
    data: people.map(({ id: personId }) => ({ ...entry, personId })),
  });
  const plan: DrawPlan = {
    ...seat,
    size: 3,
    minimum: 3,
    odd: true,
    alternates: 1,
    quotas: null,
    specialties: ['chemical'],
    experts: rows.map(({ id }) => ({ id, specialty: 'chemical', conflicted: false })),
  };
  const [id, seed] = [randomUUID(), 'ab'.repeat(32)];
  result = draw(plan, seed);
  const commitment = { id, ...seat, seedHash: commitmentOf(seed), sealedSeed: 'sealed', committedBy: 'office', at };
  await commitDraw(database, commitment);
  const signature = { algorithm: 'Ed25519', keyId: 'none', value: '0' } as const;
  await freezeDraw(database, { id, plan, at, signature });
  await completeDraw(database, { id, seed, result, at });
});
afterAll(async () => {
  for (const mailer of mailers) mailer.close();
  await inbox.stop();
  await closeDatabase(database);
  await own.drop();
});

/** Runs the activity as the engine does. */
async function drain(smtpUrl = inbox.smtpUrl, when = at): ReturnType<MailActivities['drainOutbox']> {
  const mailer = createMailer({ smtpUrl, from: 'pingshen@example.cn', perSecond: 500 });
  mailers.push(mailer);
  const log = { info: nothing, warn: nothing, error: nothing };
  const parkStep = async () => undefined;
  const options = { database, mailer, portal: 'http://portal', log, parkStep };
  const environment = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: when });
  return await environment.run(() => drainOutbox(options));
}
const mails = async () =>
  (await inbox.mails()).filter(({ headers }) => String(headers['message-id']).includes('invitation_'));
const waiting = () => database.outbox.count({ where: { kind: { startsWith: 'invitation_' }, state: 'pending' } });

test('An invitation waits in the outbox under a key of its own, with the place it is about', async () => {
  const expertId = result.alternates[0]?.expertId ?? '';
  const { personId } = await database.expert.findUniqueOrThrow({ where: { id: expertId } });
  const key = `invitation_drawn:aksu-2024.engineering.${expertId}`;
  const expected = {
    campaignId: 'aksu-2024',
    kind: 'invitation_drawn',
    role: 'expert',
    scope: personId,
    personal: true,
  };
  const detail = { at, position: 'alternate', ordinal: 1 };
  expect(await database.outbox.findFirst({ where: { key } })).toMatchObject({ ...expected, detail, state: 'pending' });
});

test('A server that does not take a letter keeps it waiting, and gets it later', async () => {
  const server = await startRefusingServer();
  const { nextAttemptAt } = await drain(server.smtpUrl);
  await server.stop();
  expect(nextAttemptAt).toBeGreaterThan(at);
  expect(await waiting()).toBe(4);
});

test('Everybody who was drawn is written to once, with their place and where to answer', async () => {
  await drain(inbox.smtpUrl, at + 3_600_000);
  await drain(inbox.smtpUrl, at + 3_600_000);
  expect(await mails()).toHaveLength(4);
  expect(await waiting()).toBe(0);
  const texts = (await mails()).map(({ text }) => text);
  expect(texts.filter((text) => text?.includes('受邀担任评审委员会委员'))).toHaveLength(3);
  expect(texts.filter((text) => text?.includes('第1候补专家'))).toHaveLength(1);
  for (const text of texts) expect(text).toContain('http://portal/expert');
  expect((await mails()).every(({ subject }) => !subject?.includes('专家'))).toBe(true);
});

test('The alternate who gets a seat and the member who is made the chair are told too', async () => {
  const [first, second] = result.members;
  const decline = { answer: 'decline', reason: '出差', at } as const;
  await answerInvitation(database, { ...seat, ...decline, expertId: first?.expertId ?? '' });
  expect(await designateChair(database, { ...seat, expertId: second?.expertId ?? '', at })).toBe(true);
  await drain(inbox.smtpUrl, at + 7_200_000);
  const texts = (await mails()).map(({ text }) => text ?? '');
  expect(texts.filter((text) => text.includes('由候补递补'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('主任委员'))).toHaveLength(1);
});

test('The office is told once when a member declines and nobody of the specialty is left in line', async () => {
  const reported = async () =>
    (await inbox.mails()).filter(({ headers }) => String(headers['message-id']).startsWith('<seat_empty'));
  expect(await reported()).toEqual([]);
  const [, second] = result.members;
  const decline = { answer: 'decline', reason: '出国', at } as const;
  const answered = await answerInvitation(database, { ...seat, ...decline, expertId: second?.expertId ?? '' });
  expect(answered).toMatchObject({ successor: null });
  await answerInvitation(database, { ...seat, ...decline, expertId: second?.expertId ?? '' });
  await drain(inbox.smtpUrl, at + 10_800_000);
  const [letter, ...more] = await reported();
  expect(more).toEqual([]);
  expect(letter?.to.map(({ address }) => address)).toEqual(['office-clerk@example.cn']);
  expect(letter?.text).toContain('化工');
  expect(letter?.text).toContain('http://portal/office/committee');
  // The list of members is not public.
  expect(letter?.text).not.toMatch(/专家\d/);
});
