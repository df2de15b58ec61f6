import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../../../activities/createActivities.js';
import { findApplication } from '../../../records/application/applications.js';
import { eventHash, hashOf, openingHash, openingOf } from '../../../records/application/eventHash.js';
import { importApplication } from '../../../records/application/importApplication.js';
import { findIntake, finishDone, registerAct } from '../../../records/application/intakes.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { earliestDue } from '../../../records/application/projection.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { recordReminder } from '../../../records/mail/recordReminder.js';
import { NotGenuine } from '../../../records/notGenuine.js';
import type { Transition } from '../../../rules/application/act.js';
import { evolve } from '../../../rules/application/evolve.js';
import { type EventName, statuses } from '../../../rules/application/lifecycle.js';
import { dueTransition } from '../../../rules/application/timers.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt, pastOf, sanction, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createDatabase('record_proposal');
  database = openDatabase(own.url);
  await finalize(database);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

/** A draft whose past is registered and decided, and not written yet. */
async function unrecorded(more: { readonly unitId?: string } = {}) {
  const facts = await newDraft(database, more);
  const { applicationId } = facts;
  await openApplication(database, { facts, openedAt });
  const { transitions, acts } = pastOf(facts, 'committee_audit');
  const registered = acts.map((act) => ({ ...act, freeTextHash }));
  for (const act of registered) {
    await registerAct(database, { applicationId, act, freeText, bodyHash: hashOf(act) });
  }
  const hashed = transitions.map((each) => (each.actor.role === 'timer' ? each : { ...each, freeTextHash }));
  return { id: applicationId, facts, transitions: hashed, acts: registered };
}

/** Proposes transitions one after the other. */
async function propose(id: string, transitions: readonly Transition[]): Promise<void> {
  for (const transition of transitions) await recordProposal(database, id, transition);
}

test('the row ends where the transitions lead, and says since when its workflow runs', async () => {
  const { id, facts, transitions } = await unrecorded();
  await propose(id, transitions);
  const row = await findApplication(database, id);
  const expected = transitions.reduce(evolve, facts);
  expect(row?.facts).toEqual(expected);
  expect(row).toMatchObject({ status: 'committee_audit', seq: expected.seq, due: earliestDue(expected) });
  expect(row?.startedAt).toBe(transitions[0]?.at);
});

test('written twice, in part again, or by two at once, a transition is there once', async () => {
  const { id, transitions } = await unrecorded();
  await Promise.all([propose(id, transitions), propose(id, transitions), propose(id, transitions.slice(0, 2))]);
  await propose(id, transitions);
  const timeline = await timelineOf(database, id);
  expect(timeline.map(({ transition }) => transition)).toEqual(transitions);
  const letters = await database.outbox.count({ where: { applicationId: id } });
  expect(letters).toBe(transitions.flatMap((each) => letterRequestsOf(each)).length);
});

test('a transition whose predecessor is missing is not written', async () => {
  const { id, transitions } = await unrecorded();
  await expect(propose(id, transitions.slice(1))).rejects.toThrow('cannot follow 0');
  expect(await timelineOf(database, id)).toEqual([]);
  expect((await findApplication(database, id))?.seq).toBe(0);
});

test('each event carries the hash of the one before, and the row the last', async () => {
  const { id, facts, transitions } = await unrecorded();
  await propose(id, transitions);
  const { number } = await database.application.findUniqueOrThrow({ where: { id } });
  let prevHash = openingHash(openingOf(facts, number), openedAt);
  for (const entry of await timelineOf(database, id)) {
    expect(entry.prevHash).toBe(prevHash);
    expect(entry.hash).toBe(eventHash(id, entry.transition, prevHash));
    prevHash = entry.hash;
  }
  expect((await findApplication(database, id))?.lastHash).toBe(prevHash);
});

test('an act is finished by the answer that reaches the API, not by its event, and once', async () => {
  const { id, transitions, acts } = await unrecorded();
  const [act] = acts;
  if (!act) throw new Error('a past without acts');
  await propose(id, transitions.slice(0, 1));
  expect(await findIntake(database, { applicationId: id, key: act.key })).toMatchObject({ outcome: null });
  const answer = { status: 'unit_review', seq: 1 } as const;
  await finishDone(database, { applicationId: id, key: act.key, answer });
  await finishDone(database, { applicationId: id, key: act.key, answer: { ...answer, seq: 2 } });
  expect(await findIntake(database, { applicationId: id, key: act.key })).toMatchObject({
    outcome: 'done',
    answer,
    act,
  });
  expect((await timelineOf(database, id))[0]?.freeText).toEqual(freeText);
});

test('where another transition stands, nothing is written and the answer is what stands there', async () => {
  const { id, transitions } = await unrecorded();
  const [first, second] = transitions;
  if (!first || !second) throw new Error('a past of two steps is needed');
  await propose(id, [first, second]);
  const timeline = await timelineOf(database, id);
  expect(await recordProposal(database, id, { ...second, key: 'another' })).toEqual({ letters: 0, instead: [second] });
  expect(await recordProposal(database, id, { ...first, at: first.at + 1 })).toEqual({
    letters: 0,
    instead: [first, second],
  });
  expect(await recordProposal(database, id, first)).toEqual({ letters: 0 });
  expect(await timelineOf(database, id)).toEqual(timeline);
});

test('while the unit is under sanction, the department is told and reminded that an application waits, and the unit is not', async () => {
  await sanction(database, 'unit-2');
  const readers = async (unitId: string) => {
    const { id, transitions } = await unrecorded({ unitId });
    const until = transitions.findIndex(({ to }) => to === 'recommendation') + 1;
    await propose(id, transitions.slice(0, until));
    const { facts = null } = (await findApplication(database, id)) ?? {};
    const [reminder] = facts ? remindersIn(facts, aksu2024) : [];
    expect(await recordReminder(database, { applicationId: id, key: reminder?.key ?? '' })).toBe(true);
    const rows = await database.outbox.findMany({ where: { applicationId: id, seq: until }, orderBy: { id: 'asc' } });
    return rows.map(({ kind, role, scope }) => [kind, role, role === 'applicant' ? null : scope]);
  };
  expect(await readers('unit-1')).toEqual([
    ['publicity_ended', 'applicant', null],
    ['publicity_ended', 'unit', 'unit-1'],
    ['reminder', 'unit', 'unit-1'],
  ]);
  expect(await readers('unit-2')).toEqual([
    ['recommendation_barred', 'applicant', null],
    ['recommendation_barred', 'unit', 'unit-2'],
    ['recommendation_barred', 'department', 'department-1'],
    ['reminder', 'department', 'department-1'],
  ]);
});

test('what is proposed is written only when the registered act makes exactly that', async () => {
  const { id, transitions } = await unrecorded();
  const [first] = transitions;
  if (!first) throw new Error('a past of a step is needed');
  const forged: readonly Transition[] = [
    { ...first, key: 'unknown' },
    { ...first, at: first.at - 1 },
    { ...first, actor: { ...first.actor, personId: 'somebody' } },
    { ...first, to: 'conferred' },
    { ...first, freeTextHash: null },
    { ...first, changes: { ...first.changes, submissions: 9 } },
    { ...first, deadlines: {} },
    { ...first, actor: { role: 'timer', personId: 'timer', scope: null }, key: 'timer:filing_cutoff:1' },
  ];
  for (const transition of forged) {
    await expect(recordProposal(database, id, transition)).rejects.toThrow(NotGenuine);
  }
  expect(await timelineOf(database, id)).toEqual([]);
  await propose(id, transitions);
  expect((await findApplication(database, id))?.status).toBe('committee_audit');
});

test('no event of the law is written without its registered act: payment, scores, tally, objection and all others', async () => {
  const proposed = new Set<EventName>();
  for (const status of statuses.filter((one) => one !== 'correction_review')) {
    for (const index of stories[status].keys()) {
      const opening = await newDraft(database);
      const { acts, transitions } = pastOf(opening, stories[status].slice(0, index + 1));
      const last = transitions.at(-1);
      if (!last || last.actor.role === 'timer' || proposed.has(last.event)) continue;
      proposed.add(last.event);
      const past = acts.slice(0, -1).map((act) => ({ act, freeText }));
      const given = { facts: opening, openedAt, past, policy: aksu2024, calendar: calendar2024, upTo: last.at - 1 };
      const { applicationId, seq } = (await importApplication(database, given)).facts;
      expect(seq).toBe(last.seq - 1);
      await expect(recordProposal(database, applicationId, last)).rejects.toThrow(NotGenuine);
      expect((await findApplication(database, applicationId))?.seq).toBe(seq);
    }
  }
  expect([...proposed]).toEqual(
    expect.arrayContaining([
      'confirm_payment',
      'receive_materials',
      'score_defense',
      'record_tally',
      'resolve_objection',
    ]),
  );
});

test('the database takes a past that leads to each status, and keeps it exactly', async () => {
  for (const status of statuses) {
    const { played, imported } = await snapshot(database, status);
    const row = await findApplication(database, played.facts.applicationId);
    expect(row?.status).toBe(status);
    expect(row?.facts).toEqual(imported.facts);
    expect(row?.startedAt).toBeNull();
    expect(Object.keys(imported.answers)).toHaveLength(imported.facts.seq);
  }
});

test('how long after its due instant a deadline is recorded is measured in campaign time', async () => {
  const { played } = await snapshot(database, 'correction');
  const due = dueTransition(played.facts, aksu2024, calendar2024, Number.MAX_SAFE_INTEGER);
  if (!due) throw new Error('a correction has a deadline');
  const measured: number[] = [];
  const nothing = () => undefined;
  const activities = createActivities({
    database,
    mailer: { send: () => Promise.resolve(), close: nothing },
    portal: 'http://portal',
    log: { info: nothing, warn: nothing, error: nothing },
    parkStep: () => Promise.resolve(),
    wakeMailWorkflow: nothing,
    alarm: nothing,
    deadlineLateness: { observe: (seconds) => measured.push(seconds) },
    clockOffset: due.at + 90_000 - Date.now(),
  });
  const { applicationId } = played.facts;
  await new MockActivityEnvironment().run(activities.recordDeadline, { applicationId, transition: due });
  expect(measured.map(Math.floor)).toEqual([90]);
  const acts = await unrecorded();
  for (const transition of acts.transitions) await activities.recordTransition({ applicationId: acts.id, transition });
  expect(measured).toHaveLength(1 + acts.transitions.filter(({ actor }) => actor.role === 'timer').length);
});
