import { startDraft } from '../../bench/data/dueDrafts.js';
import { type Place, parkInReview } from '../../bench/data/inReview.js';
import { convenedMeeting, signMeeting } from '../../bench/data/signedMeeting.js';
import { drive } from '../../bench/measure.js';
import { type Engine, temporalEngine } from '../../engine/engine.js';
import { until } from '../../ops/process/ports.js';
import { campaignTimeline } from '../../records/campaign/campaignEvents.js';
import { findPause, requestPause } from '../../records/campaign/campaignPauses.js';
import { fanOutsOf } from '../../records/campaign/fanOuts.js';
import { pauseKeys, pauseProgress } from '../../records/campaign/pauseActs.js';
import { approvePause, endPause } from '../../records/campaign/registerPause.js';
import { addDays, day, localDateOf } from '../../rules/calendar/instant.js';
import { calendar, noticed as policy } from '../../simulation/chaos/traffic/campaigns.js';
import { createStaff, departmentId, unitId } from '../../simulation/chaos/traffic/people.js';
import { intakeGrace } from '../../workflows/application/deadlines.js';
import { type LetterBox, startLetterBox } from '../support/letterBox.js';
import { type Servers, sharedServers } from './support/servers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

// Seven parts of the fan-out, and more applications than a worker keeps in memory.
const outcomes = 600;
const passed = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 3, abstain: 0 };
const failed = { ...passed, agree: 7, disagree: 4 };

let servers: Servers;
let inbox: LetterBox;
let testStack: TestStack;
let applications: readonly string[];
let engine: Engine;
let place: Place;
beforeAll(async () => {
  [servers, inbox] = await Promise.all([sharedServers('fan_out'), startLetterBox()]);
  testStack = await startTestStack(servers, { smtpUrl: inbox.smtpUrl });
  await createStaff(testStack.db, [{ policy, calendar }]);
  engine = temporalEngine(testStack.client, { publicUrl: 'http://pingshen.test' });
  place = { policy, calendar, unitId, departmentId };
  applications = await parkInReview({ database: testStack.db, engine }, place, outcomes);
}, 300_000);
afterAll(async () => {
  await testStack?.close();
  await inbox?.stop();
  await servers?.close();
});

const progress = async () => (await fanOutsOf(testStack.db, policy.id))[0];
const carried = async () => {
  const { moved = 0, refused = 0 } = (await progress()) ?? {};
  return moved + refused;
};
const query = async <T>(text: string) => (await testStack.db.pool.query(text)).rows as T[];

test('600 outcomes reach their applications, each once, though the worker is killed twice on the way', async () => {
  const at = Date.now();
  const meetingId = await convenedMeeting(testStack.db, { campaignId: policy.id, committee: 'engineering', at });
  const decided = applications.map((applicationId, n) => ({ applicationId, tally: n % 4 === 0 ? failed : passed }));
  await signMeeting(testStack.db, { meetingId, at }, decided);

  // Only the sweeper reports the meeting: the process in which the chair signed is gone.
  for (const share of [0.2, 0.6]) {
    expect(await until(async () => (await carried()) >= outcomes * share, { timeoutMs: 120_000, everyMs: 20 })).toBe(
      true,
    );
    expect(await carried()).toBeLessThan(outcomes);
    await testStack.worker.kill();
  }
  const over = async () => (await progress())?.finishedAt != null;
  expect(await until(over, { timeoutMs: 240_000 })).toBe(true);
  expect(await progress()).toMatchObject({ total: outcomes, moved: outcomes, refused: 0 });

  const stand = await query<{ status: string; n: number }>(
    'SELECT status, count(*)::int AS n FROM applications GROUP BY status ORDER BY status',
  );
  expect(stand).toEqual([
    { status: 'not_passed', n: outcomes / 4 },
    { status: 'public_notice', n: (outcomes * 3) / 4 },
  ]);
  const wrong = await query(
    `SELECT motions.application_id FROM motions LEFT JOIN events ON events.application_id = motions.application_id
     GROUP BY motions.application_id, motions.id
     HAVING count(*) FILTER (WHERE events.key = 'tally-' || motions.id) <> 1
       OR count(*) FILTER (WHERE events.event = 'record_tally') <> 1`,
  );
  expect(wrong).toEqual([]);
  const open = await query('SELECT key FROM intakes WHERE outcome IS DISTINCT FROM $$done$$');
  expect(open).toEqual([]);
  const played = async () =>
    (await campaignTimeline(testStack.db, policy.id)).at(-1)?.transition.event === 'fan_out_done';
  expect(await until(played, { timeoutMs: 30_000 })).toBe(true);
  const [end] = (await campaignTimeline(testStack.db, policy.id)).slice(-1);
  expect(end?.transition).toMatchObject({
    data: { meetingId, total: outcomes, moved: outcomes, refused: 0 },
    to: 'public_notice',
  });
}, 600_000);

test('300 drafts whose filing ends at one instant lapse once each, and as one, though the worker is killed while it records them', async () => {
  const drafts = 300;
  const start = async (count: number, due: number) => {
    const ids: string[] = [];
    const { elapsed } = await drive({ clients: 16, jobs: count }, async () => {
      ids.push((await startDraft({ database: testStack.db, engine }, place, due)).id);
    });
    return { ids, elapsed };
  };
  const { elapsed } = await start(30, Date.now() + 30 * day);
  const due = Date.now() + Math.ceil((elapsed / 30) * drafts * 2) + 5_000;
  const { ids: started } = await start(drafts, due);
  expect(Date.now()).toBeLessThan(due);
  const lapsed = async () => {
    const { rows } = await testStack.db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM applications WHERE id = ANY ($1) AND status = 'lapsed'`,
      [started],
    );
    return rows[0]?.n ?? 0;
  };
  const begun = async () => Date.now() >= due + intakeGrace || (await lapsed()) > 0;
  // The first thirty may have taken longer than the others, and the date may be minutes away.
  expect(await until(begun, { timeoutMs: due - Date.now() + 60_000, everyMs: 10 })).toBe(true);
  await testStack.worker.kill();
  expect(await until(async () => (await lapsed()) === drafts, { timeoutMs: 120_000, everyMs: 50 })).toBe(true);
  // Nobody has waited for the workflows, of which the first looks a minute later.
  expect(Date.now() - due).toBeLessThan(60_000);
  const { rows } = await testStack.db.pool.query(
    `SELECT id FROM applications AS one WHERE id = ANY ($1) AND (
       (SELECT array_agg(event) FROM events WHERE application_id = one.id) <> ARRAY['filing_cutoff']
       OR (SELECT count(*) FROM outbox WHERE application_id = one.id AND kind = 'lapsed') <> 2)`,
    [started],
  );
  expect(rows).toEqual([]);
}, 300_000);

test('a pause of the campaign reaches each application once, and ends on each once, though the worker is killed in both', async () => {
  const { db } = testStack;
  const [by, second] = ['operator-1', 'operator-2'].map(
    (personId) => ({ role: 'operator', personId, scope: null }) as const,
  );
  if (!by || !second) throw new Error('there are two');
  const campaignId = policy.id;
  const planned = addDays(localDateOf(Date.now()), 2);
  const asked = { campaignId, reason: '系统故障', until: planned, by, at: Date.now(), deciders: [] };
  const pause = await requestPause(db, asked);
  const { request, approval, end } = pauseKeys(pause.id);
  const reached = async (key: string) => (await pauseProgress(db, { campaignId, key })).moved;
  const killedOnTheWay = async (key: string) => {
    expect(await until(async () => (await reached(key)) > 0, { timeoutMs: 60_000, everyMs: 10 })).toBe(true);
    await testStack.worker.kill();
  };
  // Only the sweeper has them carried out: the process in which they were decided is gone.
  await approvePause(db, pause, { by: second, at: Date.now() });
  const { total } = await pauseProgress(db, { campaignId, key: approval });
  expect(total).toBeGreaterThan(400);
  await killedOnTheWay(request);
  const applied = async () => (await findPause(db, pause.id))?.applied != null;
  expect(await until(applied, { timeoutMs: 120_000 })).toBe(true);
  expect((await findPause(db, pause.id))?.applied).toMatchObject({ moved: total, refused: 0 });

  await endPause(db, pause, { by, at: Date.now(), reason: '故障排除' });
  await killedOnTheWay(end);
  const over = async () => (await findPause(db, pause.id))?.endApplied != null;
  expect(await until(over, { timeoutMs: 120_000 })).toBe(true);
  expect((await findPause(db, pause.id))?.endApplied).toMatchObject({ moved: total, refused: 0 });
  const wrong = await query(
    `SELECT application_id FROM events WHERE event IN ('toll', 'approve_toll', 'untoll') GROUP BY application_id
     HAVING array_agg(event ORDER BY seq) <> ARRAY['toll', 'approve_toll', 'untoll']`,
  );
  expect(wrong).toEqual([]);
  expect(await query(`SELECT key FROM intakes WHERE key LIKE 'pause-%' AND outcome IS DISTINCT FROM 'done'`)).toEqual(
    [],
  );
}, 400_000);

test('no workflow has failed on the way', async () => {
  const failed: string[] = [];
  const all = testStack.client.workflow.list({ query: "ExecutionStatus = 'Failed'" });
  for await (const { workflowId } of all) failed.push(workflowId);
  expect(failed).toEqual([]);
});
