import { freePort, until } from '../../../ops/process/ports.js';
import { isApiReady } from '../../../ops/process/readiness.js';
import { startProgram } from '../../../ops/process/startProgram.js';
import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import { keepRunning, type Part } from '../../../simulation/chaos/stack/part.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { type Cast, makePapers, motionAt } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

let setup: MeetingSetup;
let apis: readonly (Part & { readonly url: string })[];

beforeAll(async () => {
  setup = await openMeetingSetup('killed-box', { size: 3, count: 3 });
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
  const { databaseUrl = '', address = '', namespace = '' } = setup.api.reached ?? {};
  const shared = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    PINGSHEN_DATA: setup.api.deps.dataDir,
    PINGSHEN_PUBLIC_URL: 'http://pingshen.test',
    LOG_LEVEL: 'silent',
  };
  const open = async () => {
    const port = await freePort();
    const env = { ...shared, PINGSHEN_PORT: String(port) };
    const start = () =>
      startProgram({ file: 'api/server.ts', env, onLine: () => undefined, isReady: () => isApiReady(port) });
    return { ...(await keepRunning('api', start)), url: `http://127.0.0.1:${port}` };
  };
  apis = [await open(), await open()];
}, 120_000);
afterAll(async () => {
  for (const api of apis ?? []) await api.stop();
  await setup?.api.close();
});

const api = (index: number) => {
  const found = apis[index];
  if (!found) throw new Error(`no API ${index}`);
  return found;
};

interface Signed {
  readonly ballot: string;
  readonly receipt: string;
}
const json = async <Body>(response: Response) => (await response.json()) as Body;

async function papersOf(member: number, motionId: string, choice: Choice, via: string): Promise<Cast> {
  const { key } = setup.members[member] ?? { key: '' };
  const headers = { ...sessionHeader(key), 'content-type': 'application/json' };
  const motion = await json<{ keys: Signed }>(await fetch(`${via}${motionAt(setup.meetingId, motionId)}`, { headers }));
  const papers = await makePapers(motionId, motion.keys);
  const asked = { method: 'POST', headers, body: JSON.stringify(papers.request) };
  const signed = await json<Signed>(await fetch(`${via}${motionAt(setup.meetingId, motionId)}/tokens`, asked));
  return await papers.cast(signed, choice);
}
async function send(motionId: string, cast: Cast, via: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${via}/api/ballots/${motionId}`, { method: 'POST', headers, body: JSON.stringify(cast) }))
    .status;
}
async function act(motionId: string, event: string, via: string, body: object = {}) {
  const headers = { ...sessionHeader(setup.chair.key), 'content-type': 'application/json' };
  const at = `${via}${motionAt(setup.meetingId, motionId)}/actions/${event}`;
  return await json<{ state: string }>(await fetch(at, { method: 'POST', headers, body: JSON.stringify(body) }));
}
const seen = async (motionId: string) =>
  (await setup.chair.as.get(motionAt(setup.meetingId, motionId)).expect(200)).body;
const closed = async (motionId: string) =>
  await until(async () => (await seen(motionId)).state === 'closed', { timeoutMs: 30_000 });

test('an API that is killed between “held” and closing loses no vote: pages send again, and each counts once', async () => {
  const motionId = await setup.motionOf(setup.applications[0] ?? '');
  await act(motionId, 'open', api(0).url);
  const casts = await Promise.all(
    (['agree', 'agree', 'disagree'] as const).map((choice, member) => papersOf(member, motionId, choice, api(0).url)),
  );
  for (const cast of casts) expect(await send(motionId, cast, api(0).url)).toBe(202);
  await api(0).kill();
  // Their pages keep sending until they find their receipts published.
  for (const cast of [...casts, ...casts]) expect(await send(motionId, cast, api(0).url)).toBe(202);
  await act(motionId, 'close', api(0).url);
  expect(await closed(motionId)).toBe(true);
  expect(await seen(motionId)).toMatchObject({ notCast: 0, tally: { agree: 2, disagree: 1, abstain: 0 } });
}, 60_000);

test('ballots in several processes, some of them in both, are each counted once', async () => {
  const motionId = await setup.motionOf(setup.applications[1] ?? '');
  await act(motionId, 'open', api(0).url);
  const casts = await Promise.all(
    (['agree', 'disagree', 'abstain'] as const).map((choice, member) =>
      papersOf(member, motionId, choice, api(member % 2).url),
    ),
  );
  for (const [index, cast] of casts.entries()) expect(await send(motionId, cast, api(index % 2).url)).toBe(202);
  expect(await send(motionId, casts[0] as Cast, api(1).url)).toBe(202);
  await act(motionId, 'close', api(1).url);
  expect(await closed(motionId)).toBe(true);
  expect(await seen(motionId)).toMatchObject({ notCast: 0, tally: { agree: 1, disagree: 1, abstain: 1 } });
}, 60_000);

test('a process that dies as its box is emptied leaves the vote uncounted; what cannot be sent again is voted on anew', async () => {
  const applicationId = setup.applications[2] ?? '';
  const motionId = await setup.motionOf(applicationId);
  await act(motionId, 'open', api(0).url);
  const casts = await Promise.all([0, 1].map((member) => papersOf(member, motionId, 'agree', api(member).url)));
  for (const [index, cast] of casts.entries()) expect(await send(motionId, cast, api(index).url)).toBe(202);
  // The third member requested papers but submits nothing, so the vote waits; both processes show their promises.
  await papersOf(2, motionId, 'agree', api(0).url);
  await act(motionId, 'close', api(0).url);
  const { pool } = setup.api.db;
  const promised = async () =>
    (await pool.query('SELECT 1 FROM receipts WHERE motion_id = $1', [motionId])).rowCount === 2;
  expect(await until(promised, { timeoutMs: 30_000 })).toBe(true);
  await api(1).kill();
  // Its promise is stored but its ballot is lost: the count does not go past it.
  expect(
    await until(
      async () => (await pool.query('SELECT 1 FROM motions WHERE id = $1 AND collecting', [motionId])).rowCount === 1,
      { timeoutMs: 30_000 },
    ),
  ).toBe(true);
  expect(
    await until(
      async () =>
        (await pool.query('SELECT 1 FROM motions WHERE id = $1 AND NOT collecting', [motionId])).rowCount === 1,
      { timeoutMs: 30_000 },
    ),
  ).toBe(true);
  expect((await seen(motionId)).state).toBe('closing');
  expect((await act(motionId, 'void', api(0).url, { reason: '停电，选票无法补送' })).state).toBe('void');
  expect((await pool.query('SELECT 1 FROM ballots WHERE motion_id = $1', [motionId])).rowCount).toBe(0);
  const anew = await setup.motionOf(applicationId);
  expect((await act(anew, 'open', api(0).url)).state).toBe('open');
}, 60_000);
