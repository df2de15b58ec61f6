import { findApplication } from '../../../records/application/applications.js';
import { eventHash, firstHash, hashOf } from '../../../records/application/eventHash.js';
import { findIntake, finishDone, registerAct } from '../../../records/application/intakes.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { earliestDue } from '../../../records/application/projection.js';
import { recordTransitions } from '../../../records/application/recordTransitions.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { evolve } from '../../../rules/application/evolve.js';
import { statuses } from '../../../rules/application/lifecycle.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt, pastOf, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createDatabase('record_transitions');
  database = openDatabase(own.url);
  await finalize(database);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

/** A draft whose past is decided and not written yet. */
async function unnotified() {
  const facts = await newDraft(database);
  await openApplication(database, { facts, openedAt });
  const { transitions, acts } = pastOf(facts, 'committee_audit');
  return { id: facts.applicationId, facts, transitions, acts };
}

test('the row ends where the transitions lead, and says since when its workflow runs', async () => {
  const { id, facts, transitions } = await unnotified();
  await recordTransitions(database, id, transitions);
  const row = await findApplication(database, id);
  const expected = transitions.reduce(evolve, facts);
  expect(row?.facts).toEqual(expected);
  expect(row).toMatchObject({ status: 'committee_audit', seq: expected.seq, due: earliestDue(expected) });
  expect(row?.startedAt).toBe(transitions[0]?.at);
});

test('written twice, in part again, or by two at once, a transition is there once', async () => {
  const { id, transitions } = await unnotified();
  await Promise.all([
    recordTransitions(database, id, transitions),
    recordTransitions(database, id, transitions),
    recordTransitions(database, id, transitions.slice(0, 2)),
  ]);
  await recordTransitions(database, id, transitions);
  const timeline = await timelineOf(database, id);
  expect(timeline.map(({ transition }) => transition)).toEqual(transitions);
  const letters = await database.outbox.count({ where: { applicationId: id } });
  expect(letters).toBe(transitions.flatMap(letterRequestsOf).length);
});

test('a transition whose predecessor is missing is not written', async () => {
  const { id, transitions } = await unnotified();
  await expect(recordTransitions(database, id, transitions.slice(1))).rejects.toThrow('cannot follow 0');
  expect(await timelineOf(database, id)).toEqual([]);
  expect((await findApplication(database, id))?.seq).toBe(0);
});

test('each event carries the hash of the one before, and the row the last', async () => {
  const { id, transitions } = await unnotified();
  await recordTransitions(database, id, transitions);
  let prevHash = firstHash;
  for (const entry of await timelineOf(database, id)) {
    expect(entry.prevHash).toBe(prevHash);
    expect(entry.hash).toBe(eventHash(id, entry.transition, prevHash));
    prevHash = entry.hash;
  }
  expect((await findApplication(database, id))?.lastHash).toBe(prevHash);
});

test('an act is finished by the answer that reaches the API, not by its event, and once', async () => {
  const { id, transitions, acts } = await unnotified();
  const [act] = acts.map((each) => ({ ...each, freeTextHash }));
  if (!act) throw new Error('a past without acts');
  await registerAct(database, { applicationId: id, act, freeText, bodyHash: hashOf(act) });
  await recordTransitions(database, id, transitions.slice(0, 1));
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
  const { id, transitions } = await unnotified();
  const [first, second] = transitions;
  if (!first || !second) throw new Error('a past of two steps is needed');
  await recordTransitions(database, id, [first, second]);
  const other = { ...second, key: 'another' };
  const timeline = await timelineOf(database, id);
  expect(await recordTransitions(database, id, [other])).toEqual({ letters: 0, instead: [second] });
  expect(await recordTransitions(database, id, [first, other])).toEqual({ letters: 0, instead: [first, second] });
  expect(await recordTransitions(database, id, [first])).toEqual({ letters: 0, instead: [first, second] });
  expect(await recordTransitions(database, id, [first, second])).toEqual({ letters: 0 });
  expect(await timelineOf(database, id)).toEqual(timeline);
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
