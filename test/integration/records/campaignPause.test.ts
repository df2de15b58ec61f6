import { randomUUID } from 'node:crypto';
import { until } from '../../../ops/process/ports.js';
import { recordActs } from '../../../records/acts/recordActs.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { findIntake, registerAct, unfinishedActs } from '../../../records/application/intakes.js';
import { markStarted } from '../../../records/application/markStarted.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { findPause, pausesToApply, requestPause } from '../../../records/campaign/campaignPauses.js';
import { pauseActs, pauseKeys, pauseProgress } from '../../../records/campaign/pauseActs.js';
import { approvePause, endPause, pausesToJoin } from '../../../records/campaign/registerPause.js';
import { closeDatabase, type Database, openDatabase, type Statements } from '../../../records/database.js';
import { recordDue } from '../../../records/deadlines/recordDue.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import type { Act } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { type EventName, isFinal, type Status, statuses } from '../../../rules/application/lifecycle.js';
import { nextTransition } from '../../../rules/application/timers.js';
import { addDays, hour, type Instant, localDateOf } from '../../../rules/calendar/instant.js';
import { canonical } from '../../../rules/canonical.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { policyFor } from '../../../simulation/story/story.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { finalize, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;
beforeEach(async () => {
  own = await createDatabase('campaign_pause');
  database = openDatabase(own.url);
  await finalize(database);
});
afterEach(async () => {
  await closeDatabase(database);
  await own.drop();
});

const campaignId = aksu2024.id;
const supervisor = { role: 'supervisor', personId: 'supervisor-1', scope: campaignId } as const;
const operator = { role: 'operator', personId: 'operator-1', scope: null } as const;
const reason = '系统故障';
const allOf = { campaignId, earlier: [], after: null, upTo: null, limit: 1_000 };
const told = statuses.filter((status) => canonical(policyFor(status, aksu2024)) === canonical(aksu2024));

/** An application in a status, with when it came there. */
async function placed(status: Status): Promise<{ readonly id: string; readonly at: Instant }> {
  const { imported, played } = await snapshot(database, status);
  const { applicationId: id } = imported.facts;
  await database.pool.query('UPDATE applications SET started_at = now() WHERE id = $1', [id]);
  return { id, at: played.at };
}

async function requested(at: Instant) {
  const until = addDays(localDateOf(at), 2);
  const deciders = ['operator', 'supervisor'] as const;
  return await requestPause(database, { campaignId, reason, until, by: supervisor, at, deciders });
}
async function recordAll(key: string, now: Instant) {
  const acts = await pauseActs(database, { ...allOf, key });
  const intakes = acts.map(({ intake }) => intake);
  const first = await recordActs(database, { intakes, now });
  // Again, as after the death of a worker: nothing changes, and the same are said to have moved.
  expect(await recordActs(database, { intakes, now })).toEqual({ moved: first.moved, left: first.left, letters: 0 });
  return first;
}
/** Does one act alone, as its application's own workflow does. */
async function alone(id: string, given: Pick<Act, 'event' | 'actor' | 'data' | 'receivedAt'>, words: string | null) {
  const freeText = words === null ? null : { reason: words };
  const hashes = { expectedSeq: null, freeTextHash: freeText && hashOf(freeText) };
  const act: Act = { ...given, ...hashes, key: `${given.event}-alone` };
  await registerAct(database, { applicationId: id, act, freeText, bodyHash: hashOf(act) });
  const application = await findApplication(database, id);
  if (!application) throw new Error('it is there');
  const outcome = decide(application.facts, act, aksu2024, calendar2024, act.receivedAt);
  if (isRefusal(outcome)) throw new Error(outcome.code);
  await recordProposal(database, id, outcome);
}
/** What the record holds of an application since it was placed, without ids and keys. */
async function held(id: string): Promise<string> {
  const row = await findApplication(database, id);
  const seq = { gt: (row?.seq ?? 0) - 3 };
  const letters = await database.outbox.findMany({
    // Those who may approve a pause of the campaign were asked once for all applications.
    where: { applicationId: id, seq, kind: { not: 'pause_requested' } },
    select: { seq: true, kind: true, role: true, scope: true, detail: true },
  });
  const events = (await timelineOf(database, id)).map(({ transition: { key: _, ...transition }, freeText }) => {
    return { ...transition, freeText };
  });
  const { facts, status, due } = row ?? {};
  return canonical({ facts, status, due, events, letters: letters.map((letter) => canonical(letter)).sort() })
    .replaceAll(id, 'application')
    .replaceAll(String(facts?.applicantId), 'applicant');
}

test.each(told)('in %s it leaves what the same acts done one by one leave', async (status) => {
  const together = await placed(status);
  await placed(status);
  const [at, ended] = [together.at + hour, together.at + 30 * hour];
  const asked: readonly (readonly [EventName, Act['actor'], Act['data'], Instant, string | null])[] = [
    ['toll', supervisor, { until: addDays(localDateOf(at), 2) }, at, reason],
    ['approve_toll', operator, {}, at, null],
    ['untoll', supervisor, {}, ended, '恢复'],
  ];
  const final = isFinal(status);
  const pause = await requested(at);
  const { request, approval, end } = pauseKeys(pause.id);
  expect(await approvePause(database, pause, { by: operator, at })).toBe(true);
  expect(await approvePause(database, pause, { by: operator, at })).toBe(false);
  for (const key of [request, approval]) await recordAll(key, at);
  expect(await endPause(database, pause, { by: supervisor, at: ended, reason: '恢复' })).toBe(true);
  await recordAll(end, ended);
  expect(await pauseProgress(database, { campaignId, key: end })).toMatchObject({
    moved: final ? 0 : 2,
    unfinished: 0,
  });
  if (final) return;
  expect(await recordFault(database, 'application', together.id)).toBeNull();
  const other = await placed(status);
  for (const [event, actor, data, receivedAt, words] of asked)
    await alone(other.id, { event, actor, data, receivedAt }, words);
  expect(await held(together.id)).toBe(await held(other.id));
});

test('what comes due after the approval does not pass it, though nothing is recorded yet', async () => {
  const { id } = await placed('draft');
  const { facts } = (await findApplication(database, id)) ?? {};
  const due = facts ? nextTransition(facts, aksu2024, calendar2024)?.at : null;
  if (!due) throw new Error('filing ends');
  const pause = await requested(due - 1_000);
  await approvePause(database, pause, { by: operator, at: due - 1_000 });
  const { recorded, left } = await recordDue(database, { campaignId, ids: [id], upTo: due + hour });
  expect({ recorded, left: left.length }).toEqual({ recorded: [], left: 1 });
  const { request, approval } = pauseKeys(pause.id);
  for (const key of [request, approval]) expect((await recordAll(key, due + hour)).moved).toHaveLength(1);
  expect((await findApplication(database, id))?.facts.tolledSince).toBe(due - 1_000);
  expect((await recordDue(database, { campaignId, ids: [id], upTo: due + hour })).recorded).toEqual([]);
});

test('what is begun while it is in force is paused from its beginning, and ends with the others', async () => {
  const first = await placed('draft');
  const at = first.at + hour;
  const begun = async () => (await snapshot(database, 'draft')).imported.facts.applicationId;
  const early = await begun();
  await markStarted(database, { id: early, at });
  const pause = await requested(at);
  const asked = await begun();
  await markStarted(database, { id: asked, at });
  await approvePause(database, pause, { by: operator, at });
  const meanwhile = await begun();
  for (const since of [at + 5 * hour, at + 6 * hour]) await markStarted(database, { id: meanwhile, at: since });
  const { request, approval, end } = pauseKeys(pause.id);
  for (const key of [request, approval]) await recordAll(key, at + 7 * hour);
  const since = async (id: string) => (await findApplication(database, id))?.facts.tolledSince;
  expect(await since(early)).toBe(at);
  expect(await since(asked)).toBe(at);
  expect(await since(meanwhile)).toBe(at + 5 * hour);
  const dueOf = async (id: string) => (await findApplication(database, id))?.facts.deadlines.filing_cutoff?.due ?? 0;
  const before = await dueOf(meanwhile);
  await endPause(database, pause, { by: supervisor, at: at + 9 * hour, reason });
  await recordAll(end, at + 9 * hour);
  expect(await since(meanwhile)).toBeNull();
  expect([await dueOf(meanwhile), await dueOf(early)]).toEqual([before + 4 * hour, before + 9 * hour]);
  const later = await begun();
  await markStarted(database, { id: later, at: at + 10 * hour });
  expect(await findIntake(database, { applicationId: later, key: request })).toBeNull();
  expect(await recordFault(database, 'application', meanwhile)).toBeNull();
});

/** Does `first` in a transaction and, while that is open and `second` waits for it, lets it end. */
async function whileHeld(first: (statements: Statements) => Promise<unknown>, second: () => Promise<unknown>) {
  let waiting: Promise<unknown> = Promise.resolve();
  await inTransaction(database, async (statements) => {
    await first(statements);
    waiting = second();
    const blocked = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const isWaiting = async () => (await database.pool.query(blocked)).rowCount === 1;
    expect(await until(isWaiting, { timeoutMs: 10_000, everyMs: 20 })).toBe(true);
  });
  await waiting;
}

describe('One that is started while a pause is being approved', () => {
  const begun = async () => (await snapshot(database, 'draft')).imported.facts.applicationId;
  const registered = async (applicationId: string, at: Instant) => {
    const acts = await unfinishedActs(database, { olderThan: at + hour, limit: 100 });
    return acts.filter((one) => one.applicationId === applicationId).map(({ act }) => act.key);
  };

  test('is registered by the approval, which waits for it', async () => {
    const { at } = await placed('draft');
    const pause = await requested(at);
    const { request, approval } = pauseKeys(pause.id);
    const id = await begun();
    const started = `UPDATE applications SET started_at = now() WHERE id = '${id}'`;
    await whileHeld(
      async (statements) => {
        expect(await pausesToJoin(statements, id)).toEqual([]);
        await statements.query(started);
      },
      () => approvePause(database, pause, { by: operator, at }),
    );
    expect(await registered(id, at)).toEqual([request, approval]);
  });

  test('waits for the approval, and joins it', async () => {
    const { at } = await placed('draft');
    const pause = await requested(at);
    const { request, approval } = pauseKeys(pause.id);
    const id = await begun();
    const approve = `UPDATE campaign_pauses SET state = 'approved', decided_by = $2, decided_role = 'operator',
      decided_at = $3 WHERE id = $1`;
    await whileHeld(
      (statements) => statements.query(approve, [pause.id, operator.personId, new Date(at)]),
      () => markStarted(database, { id, at }),
    );
    expect(await registered(id, at)).toEqual([request, approval]);
  });
});

test('its acts are judged in their order, at the approval or where the application has come further', async () => {
  const ids = [];
  for (let n = 0; n < 8; n += 1) ids.push((await placed('unit_review')).id);
  const at = (await placed('unit_review')).at + hour;
  const [ahead = ''] = ids;
  await database.pool.query(`UPDATE applications SET intake_cutoff = $2 WHERE id = $1`, [ahead, new Date(at + 5_000)]);
  const pause = await requested(at);
  await approvePause(database, pause, { by: operator, at });
  const { request, approval } = pauseKeys(pause.id);
  const registered = await unfinishedActs(database, { olderThan: at + hour, limit: 100 });
  for (const id of ids) {
    const acts = registered.filter(({ applicationId }) => applicationId === id).map(({ act }) => act);
    expect(acts.map(({ key }) => key)).toEqual([request, approval]);
    expect(acts.map(({ receivedAt }) => receivedAt)).toEqual(Array(2).fill(id === ahead ? at + 5_000 : at));
  }
  // The sweeper leaves them to the sets for two minutes.
  expect(await unfinishedActs(database, { olderThan: at + 60_000, limit: 100 })).toEqual([]);
});

test('what it has not reached yet is ended after it, and steps that are not carried out are found', async () => {
  const { id, at } = await placed('unit_review');
  const pause = await requested(at + hour);
  expect(await endPause(database, pause, { by: operator, at: at + hour, reason })).toBe(false);
  await approvePause(database, pause, { by: operator, at: at + hour });
  expect(await pausesToApply(database)).toEqual([{ pauseId: pause.id, ending: false }]);
  await endPause(database, pause, { by: operator, at: at + hour, reason: '误报' });
  expect(await pausesToApply(database)).toHaveLength(2);
  const { request, approval, end } = pauseKeys(pause.id);
  const ending = { ...allOf, key: end, earlier: [request, approval] };
  expect((await pauseActs(database, ending)).map(({ waits }) => waits)).toEqual([true]);
  for (const key of [request, approval]) await recordAll(key, at + 2 * hour);
  expect((await pauseActs(database, ending)).map(({ waits }) => waits)).toEqual([false]);
  await recordAll(end, at + 2 * hour);
  expect((await findApplication(database, id))?.facts.tolledSince).toBeNull();
  expect(await findIntake(database, { applicationId: id, key: end })).toMatchObject({ outcome: 'done' });
});

test('the database keeps what was requested, decided and ended, and lets nobody approve their own request', async () => {
  const pause = await requested(Date.parse('2024-08-01T10:00:00+08:00'));
  const at = Date.parse('2024-08-01T11:00:00+08:00');
  await expect(approvePause(database, pause, { by: supervisor, at })).rejects.toThrow(/second_person/);
  await approvePause(database, pause, { by: operator, at });
  const change = (set: string) => database.pool.query(`UPDATE campaign_pauses SET ${set} WHERE id = $1`, [pause.id]);
  for (const set of [`reason = 'x'`, `until = '2030-01-01'`, `decided_by = 'x'`])
    await expect(change(set)).rejects.toThrow(/not changed afterwards/);
  await expect(database.pool.query('DELETE FROM campaign_pauses')).rejects.toThrow(/not changed afterwards/);
  await endPause(database, pause, { by: operator, at, reason });
  await expect(change(`end_reason = 'x'`)).rejects.toThrow(/not changed afterwards/);
  expect(await findPause(database, randomUUID())).toBeNull();
});
