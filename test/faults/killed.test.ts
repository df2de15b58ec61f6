import { randomUUID } from 'node:crypto';
import { messageIdOf } from '../../activities/deliver.js';
import { requestedTitle } from '../../bench/data/bodies.js';
import { fillDossier } from '../../bench/data/dossier.js';
import { type Engine, temporalEngine } from '../../engine/engine.js';
import { until } from '../../ops/process/ports.js';
import { type InboxMail, type MailInbox, startMailInbox } from '../../ops/servers/mailInbox.js';
import { findApplication } from '../../records/application/applications.js';
import { findIntake } from '../../records/application/intakes.js';
import { timelineOf } from '../../records/application/timeline.js';
import type { Act } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import { type EventName, findLaw, isFinal, type Role } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import { deputySenior } from '../support/facts.js';
import { ask, insist } from './support/apiClient.js';
import { calendar, extended, quick } from './support/campaigns.js';
import { type MailTap, openMailTap } from './support/mailTap.js';
import { bodyOf, type Path, paths, type Step } from './support/paths.js';
import { candidate, createStaff, departmentId, type Person, type Staff, unitId } from './support/people.js';
import { expectedOf, hashesOf } from './support/referenceModel.js';
import { ownServers } from './support/servers.js';
import { startTestStack, type TestStack } from './support/testStack.js';
import { takeOver } from './support/underWay.js';

type Part = 'worker' | 'api' | 'temporal';

/** Which processes are killed while which act is under way, counted over all applications. */
const kills: readonly (readonly [number, readonly Part[]])[] = [
  [8, ['worker']],
  [16, ['api']],
  [24, ['temporal']],
  [32, ['worker']],
  [40, ['api']],
  [48, ['temporal', 'worker']],
  [56, ['api', 'worker']],
  [64, ['temporal', 'api']],
  [72, ['worker', 'api', 'temporal']],
];
/** The act during which the reply to a mail is lost and the worker is killed. */
const lossOfMail = 4;

interface Walk {
  readonly failurePath: Path;
  readonly applicant: Person;
  readonly opening: Facts;
}

const began = Date.now();
let servers: Awaited<ReturnType<typeof ownServers>>;
let inbox: MailInbox;
let tap: MailTap;
let testStack: TestStack;
let staff: Staff;
let engine: Engine;
let walks: readonly Walk[];
/** Kills run one after the other: each waits until the processes are back. */
let killing: Promise<unknown> = Promise.resolve();
let sent = 0;

beforeAll(async () => {
  [servers, inbox] = await Promise.all([ownServers(), startMailInbox()]);
  tap = await openMailTap(inbox.smtpUrl);
  testStack = await startTestStack(servers, { smtpUrl: tap.smtpUrl });
  staff = await createStaff(testStack.db, [
    { policy: quick, calendar },
    { policy: extended, calendar },
  ]);
  engine = temporalEngine(testStack.client, { publicUrl: 'http://pingshen.test' });
}, 120_000);
afterAll(async () => {
  await testStack?.close();
  await tap?.close();
  await inbox?.stop();
  await servers?.close();
});

const url = () => testStack.apis[0]?.url ?? '';
const part = (name: Part) => {
  const found = { worker: testStack.worker, api: testStack.apis[0], temporal: servers.temporal }[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const kill = (names: readonly Part[]) => {
  killing = killing.then(() => Promise.all(names.map((name) => part(name).kill())));
};

async function begin(failurePath: Path): Promise<Walk> {
  const applicant = await candidate(testStack.db);
  if (failurePath.from) {
    const opening = await takeOver({ db: testStack.db, engine }, applicant, failurePath.from);
    await fillDossier(testStack.db, opening.applicationId);
    return { failurePath, applicant, opening };
  }
  const opened = { person: applicant, path: '/api/applications', body: { campaignId: quick.id, ...requestedTitle } };
  const { body } = await insist(url(), { ...opened, key: randomUUID() });
  const applicationId = String(body.id);
  await fillDossier(testStack.db, applicationId);
  const chain = [departmentId];
  const identity = { applicationId, campaignId: quick.id, applicantId: applicant.id, unitId, chain };
  return { failurePath, applicant, opening: openDraft({ ...identity, profile: deputySenior }, quick, calendar) };
}

async function snapshot({ opening }: Walk): Promise<Facts> {
  const application = await findApplication(testStack.db, opening.applicationId);
  if (!application) throw new Error('it was opened');
  return application.facts;
}

function actor({ applicant }: Walk, facts: Facts, event: EventName, role?: Role): Person {
  const chosen = role ?? findLaw(facts.status, event)?.allowedRoles[0] ?? 'office';
  const people: Partial<Record<Role, Person>> = { ...staff, applicant, operator: staff.supervisor };
  const person = event === 'toll' || event === 'untoll' ? staff.supervisor : people[chosen];
  if (!person) throw new Error(`nobody plays ${chosen}`);
  return person;
}

/** Waits until the deadline of the imported application has moved it. */
async function wait(one: Walk): Promise<void> {
  const moved = async () => (await snapshot(one)).status !== one.failurePath.from?.status;
  const within = { timeoutMs: 90_000, everyMs: 200 };
  if (!(await until(moved, within))) throw new Error(`${one.failurePath.from?.status} goes on`);
}

async function walk(one: Walk, step: Step): Promise<void> {
  if (step === 'wait') return await wait(one);
  const facts = await snapshot(one);
  const { event, role } = typeof step === 'string' ? { event: step, role: undefined } : step;
  const path = `/api/applications/${one.opening.applicationId}/actions/${event}`;
  const asking = { person: actor(one, facts, event, role), path, body: bodyOf(step, facts), key: randomUUID() };
  sent += 1;
  for (const [at, names] of kills) if (at === sent) kill(names);
  if (sent === lossOfMail) tap.loseNextAnswer(() => kill(['worker']));
  const { status, body } = await insist(url(), asking);
  if (status !== 200) throw new Error(`${event}: ${status} ${JSON.stringify(body)}`);
}

async function go(one: Walk): Promise<void> {
  for (const step of one.failurePath.steps) await walk(one, step);
}

const policyOf = ({ opening }: Walk) => (opening.campaignId === quick.id ? quick : extended);

async function actsOf({ opening: { applicationId } }: Walk): Promise<readonly Act[]> {
  const keys = await testStack.db.intake.findMany({ where: { applicationId }, select: { key: true } });
  const intakes = await Promise.all(keys.map(({ key }) => findIntake(testStack.db, { applicationId, key })));
  return intakes.flatMap((intake) => intake?.act ?? []);
}

test('twenty applications come to their ends while worker, API and Temporal server are killed again and again', async () => {
  walks = await Promise.all(paths.map(begin));
  const failures = (await Promise.allSettled(walks.map(go))).filter(({ status }) => status === 'rejected');
  await killing;
  expect(failures).toEqual([]);
  expect(sent).toBeGreaterThan(72);
  expect(servers.temporal.starts()).toBeGreaterThanOrEqual(5);
  expect(testStack.worker.starts()).toBeGreaterThanOrEqual(7);
  const ended = async (one: Walk) => isFinal((await snapshot(one)).status);
  for (const one of walks) expect(await ended(one)).toBe(true);
}, 240_000);

test('an act registered while the engine is down, by an API that is then killed, is dispatched by the next API', async () => {
  const one = await begin({ steps: [], ends: 'withdrawn' });
  const { applicationId } = one.opening;
  await servers.temporal.takeDown();
  const key = randomUUID();
  const path = `/api/applications/${applicationId}/actions/withdraw`;
  const lost = ask(url(), { person: one.applicant, path, body: { reason: '撤回' }, key }).catch(() => 'lost');
  const intake = async () => await findIntake(testStack.db, { applicationId, key });
  expect(await until(async () => (await intake()) !== null, { timeoutMs: 30_000 })).toBe(true);
  await part('api').takeDown();
  expect(await lost).toBe('lost');
  await servers.temporal.bringBack();
  await part('api').bringBack();
  expect((await intake())?.outcome).toBeNull();
  expect(await until(async () => (await intake())?.outcome === 'done', { timeoutMs: 60_000 })).toBe(true);
  const [entry, ...more] = await timelineOf(testStack.db, applicationId);
  expect(more).toEqual([]);
  expect(entry?.transition).toMatchObject({ event: 'withdraw', key, at: (await intake())?.act.receivedAt });
  walks = [...walks, one];
}, 120_000);

test('every application stands where the law says, step for step, and so do its row and its workflow', async () => {
  for (const one of walks) {
    const { applicationId } = one.opening;
    const expected = expectedOf(one.opening, await actsOf(one), { policy: policyOf(one), calendar, upTo: Date.now() });
    const entries = await timelineOf(testStack.db, applicationId);
    expect(entries.map(({ transition }) => transition)).toEqual(expected.transitions);
    expect(expected.facts.status).toBe(one.failurePath.ends);
    expect(expected.refused).toEqual([]);
    expect(await snapshot(one)).toEqual(expected.facts);
    expect(await engine.current(applicationId)).toEqual({ facts: expected.facts, parked: {} });
  }
});

test('no event is there twice, none is missing, and every hash follows from the one before', async () => {
  for (const { opening } of walks) {
    const { applicationId } = opening;
    const entries = await timelineOf(testStack.db, applicationId);
    expect(entries.map(({ transition }) => transition.seq)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ transition }) => transition.key)).size).toBe(entries.length);
    const hashes = hashesOf(applicationId, entries);
    expect(entries.map(({ prevHash, hash }) => [prevHash, hash])).toEqual(
      entries.map((_, index) => [hashes[index], hashes[index + 1]]),
    );
    expect((await testStack.db.application.findUniqueOrThrow({ where: { id: applicationId } })).lastHash).toBe(
      hashes.at(-1),
    );
  }
});

test('every act that was registered has an outcome', async () => {
  expect(await testStack.db.intake.count({ where: { outcome: null } })).toBe(0);
});

/** The Message-IDs of the letters that the law has sent since the test started. */
async function lettersOf(one: Walk): Promise<readonly string[]> {
  const given = { policy: policyOf(one), calendar, upTo: Date.now() };
  const { transitions } = expectedOf(one.opening, await actsOf(one), given);
  const { applicationId } = one.opening;
  // Letters of an imported past were sent by another system.
  const own = transitions.filter(({ at }) => at >= began);
  return own.flatMap((transition) =>
    letterRequestsOf(transition).map(({ kind, to }) =>
      messageIdOf({ applicationId, key: `${transition.seq}.${kind}.${to}` }),
    ),
  );
}

test('every letter came at least once, and one that came again has the Message-ID it had', async () => {
  const allOut = async () => (await testStack.db.outbox.count({ where: { state: 'pending' } })) === 0;
  expect(await until(allOut, { timeoutMs: 150_000, everyMs: 500 })).toBe(true);
  const arrived = new Map<string, InboxMail[]>();
  for (const mail of await inbox.mails()) {
    const id = mail.headers['message-id'] ?? 'none';
    arrived.set(id, [...(arrived.get(id) ?? []), mail]);
  }
  const written = (await testStack.db.outbox.findMany()).map(messageIdOf);
  expect([...arrived.keys()].toSorted()).toEqual(written.toSorted());
  const due = (await Promise.all(walks.map(lettersOf))).flat();
  expect(due.filter((id) => !arrived.has(id))).toEqual([]);
  expect(due.length).toBeGreaterThan(100);
  const repeated = [...arrived.values()].filter((same) => same.length > 1);
  expect(repeated.length).toBeGreaterThan(0);
  const played = ({ to, subject, text, html }: InboxMail) => ({ to, subject, text, html });
  for (const [first, ...others] of repeated) {
    for (const other of others) expect(first && played(other)).toEqual(first && played(first));
  }
}, 180_000);
