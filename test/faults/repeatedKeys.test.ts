import { randomUUID } from 'node:crypto';
import { until } from '../../ops/process/ports.js';
import { type Asking, ask, insist } from '../../simulation/chaos/traffic/apiClient.js';
import { calendar, quick } from '../../simulation/chaos/traffic/campaigns.js';
import { bodyOf } from '../../simulation/chaos/traffic/paths.js';
import { candidate, createStaff, type Person, type Staff } from '../../simulation/chaos/traffic/people.js';
import { requestedTitle } from '../../simulation/hurried/bodies.js';
import { evidenceIn, fillDossier } from '../../simulation/hurried/dossier.js';
import { type LetterBox, startLetterBox } from '../support/letterBox.js';
import { type Servers, sharedServers } from './support/servers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let servers: Servers;
let inbox: LetterBox;
let testStack: TestStack;
let staff: Staff;
beforeAll(async () => {
  [servers, inbox] = await Promise.all([sharedServers('repeated_keys'), startLetterBox()]);
  testStack = await startTestStack(servers, { smtpUrl: inbox.smtpUrl, apis: 2 });
  staff = await createStaff(testStack.db, [{ policy: quick, calendar }]);
}, 120_000);
afterAll(async () => {
  await testStack?.close();
  await inbox?.stop();
  await servers?.close();
});

const api = (number: number) => testStack.apis[number % testStack.apis.length]?.url ?? '';

/** A new application, with ways to send acts on it. */
async function opened() {
  const applicant = await candidate(testStack.db);
  const asking = { person: applicant, path: '/api/applications', body: { campaignId: quick.id, ...requestedTitle } };
  const id = String((await insist(api(0), { ...asking, key: randomUUID() })).body.id);
  await fillDossier(testStack.db, id, evidenceIn(testStack.dataDir));
  const facts = (await testStack.db.application.findUniqueOrThrow({ where: { id } })).facts as never;
  const act = (person: Person, event: Parameters<typeof bodyOf>[0] & string, more: Partial<Asking> = {}): Asking => ({
    person,
    path: `/api/applications/${id}/actions/${event}`,
    body: bodyOf(event, facts),
    key: randomUUID(),
    ...more,
  });
  const does = async (person: Person, ...events: readonly Parameters<typeof act>[1][]) => {
    for (const event of events) expect((await insist(api(0), act(person, event))).status).toBe(200);
  };
  const toCommittee = async () => {
    await does(applicant, 'submit');
    await does(staff.unit, 'post_publicity', 'recommend');
    await does(staff.department, 'forward');
  };
  return { id, applicant, act, does, toCommittee };
}

/** Counts the recorded events and the delivered letters of an event, once all letters are sent. */
async function traces(id: string, event: string) {
  const recorded = await testStack.db.event.findMany({ where: { applicationId: id, event } });
  const allOut = async () =>
    (await testStack.db.outbox.count({ where: { applicationId: id, state: 'pending' } })) === 0;
  expect(await until(allOut, { timeoutMs: 60_000 })).toBe(true);
  const seqs = recorded.map(({ seq }) => `<${id}.${seq}.`);
  const mails = (await inbox.mails()).flatMap(({ headers }) => headers['message-id'] ?? []);
  return { recorded: recorded.length, letters: mails.filter((mail) => seqs.some((seq) => mail.startsWith(seq))) };
}

test('an act sent ten times at once to two APIs gets one answer, one transition and one mail for each letter', async () => {
  const { id, applicant, act } = await opened();
  const asking = act(applicant, 'submit');
  const replies = await Promise.all(Array.from({ length: 10 }, (_, number) => insist(api(number), asking)));
  for (const reply of replies) expect(reply).toEqual(replies[0]);
  expect(replies[0]).toMatchObject({ status: 200, body: { status: 'unit_review', seq: 1 } });
  const { recorded, letters } = await traces(id, 'submit');
  expect(recorded).toBe(1);
  expect(letters.map((letter) => letter.split('.').slice(1, -1).join('.')).sort()).toEqual([
    '1.submitted',
    '1.submitted',
  ]);
  expect(new Set(letters).size).toBe(2);
});

test('an act is registered while the worker is down, and answered once under the same key after its restart', async () => {
  const { id, applicant, act, does } = await opened();
  await does(applicant, 'submit');
  await testStack.worker.takeDown();
  const asking = act(staff.unit, 'return_to_applicant', { body: { reason: '请补充' } });
  const first = await ask(api(0), asking);
  expect(first.status).toBe(202);
  await testStack.worker.bringBack();
  const replies = await Promise.all([0, 1, 2, 3].map((number) => insist(api(number), asking)));
  for (const { status, body } of replies) {
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'draft', seq: 2 } });
    expect(body.receivedAt).toBe(first.body.receivedAt);
  }
  await testStack.worker.restart();
  expect(await insist(api(1), asking)).toEqual(replies[0]);
  const { recorded, letters } = await traces(id, 'return_to_applicant');
  expect(recorded).toBe(1);
  expect(letters).toHaveLength(1);
}, 120_000);

test('a repeated act gets its first answer even when the application has moved on to the next clerk', async () => {
  const { applicant, act, does } = await opened();
  await does(applicant, 'submit');
  await does(staff.unit, 'post_publicity', 'recommend');
  const asking = act(staff.department, 'forward');
  const first = await insist(api(0), asking);
  expect(first).toMatchObject({ status: 200, body: { status: 'committee_audit' } });
  expect(await insist(api(1), asking)).toEqual(first);
  const another = await insist(api(1), act(staff.department, 'forward'));
  expect(another.status).toBe(403);
});

test('the same key with another body is refused at another API, even while the first act is under way', async () => {
  const { applicant, act, does } = await opened();
  await does(applicant, 'submit');
  const asking = act(staff.unit, 'decline', { body: { reason: '其一' } });
  const [one, other] = await Promise.all([
    insist(api(0), asking),
    insist(api(1), { ...asking, body: { reason: '其二' } }),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 422]);
  expect([one, other].find(({ status }) => status === 422)?.body.code).toBe('key_reused');
});

test('of two officers at two APIs one decides, and the other is shown which event came first', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { toCommittee, act } = await opened();
    await toCommittee();
    const contest = [act(staff.office, 'accept'), act(staff.secondOffice, 'refuse')];
    const replies = await Promise.all(contest.map((asking, number) => insist(api(number + round), asking)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = replies[0]?.status === 200 ? 'accept' : 'refuse';
    const loser = replies.find(({ status }) => status === 409)?.body;
    expect(loser?.happened).toMatchObject([{ event: winner, role: 'office' }]);
  }
});
