import { hashOf } from '../../../records/application/eventHash.js';
import { importApplication } from '../../../records/application/importApplication.js';
import { finishRefused, pendingActs, registerAct, unfinishedActs } from '../../../records/application/intakes.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { registerWhenOpen } from '../../../records/application/registerWhenOpen.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { refuse } from '../../../rules/refusal.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt, pastOf } from './world.js';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createDatabase('intakes');
  database = openDatabase(own.url);
  await finalize(database);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

async function draftWithAct() {
  const facts = await newDraft(database);
  await openApplication(database, { facts, openedAt });
  const [act] = pastOf(facts, 'unit_review').acts.map((each) => ({ ...each, freeTextHash }));
  if (!act) throw new Error('a past without acts');
  return { applicationId: facts.applicationId, facts, act };
}

test('the same key twice at once is one row, and both callers learn which', async () => {
  const { applicationId, act } = await draftWithAct();
  const registration = { applicationId, act, freeText, bodyHash: hashOf(act) };
  const results = await Promise.all(Array.from({ length: 8 }, () => registerAct(database, registration)));
  expect(results.filter(({ kind }) => kind === 'registered')).toHaveLength(1);
  const intakes = results.map((result) => ('intake' in result ? result.intake : null));
  expect(new Set(intakes.map((intake) => intake?.id)).size).toBe(1);
  for (const intake of intakes) expect(intake).toMatchObject({ act, freeText, outcome: null });
});

test('an act on its way is pending for its application and unfinished for the sweeper, until it is refused', async () => {
  const { applicationId, act } = await draftWithAct();
  const { key, receivedAt } = act;
  await registerAct(database, { applicationId, act, freeText, bodyHash: hashOf(act) });
  expect(await closeIntake({ applicationId, before: receivedAt })).toEqual([]);
  expect(await closeIntake({ applicationId, before: receivedAt + 1 })).toEqual([act]);
  const unfinished = await unfinishedActs(database, { olderThan: receivedAt + 1, limit: 100 });
  expect(unfinished.map((intake) => intake.applicationId)).toContain(applicationId);
  for (const after of unfinished.slice(-1)) {
    expect(await unfinishedActs(database, { olderThan: receivedAt + 1, limit: 100, after })).toEqual([]);
  }

  const refusal = refuse('deadline_passed', '通知 三（一）', { zh: '已过截止时间。', en: 'The deadline has passed.' });
  expect(await finishRefused(database, { applicationId, key, refusal })).toBe(true);
  expect(await finishRefused(database, { applicationId, key, refusal })).toBe(false);
  expect(await closeIntake({ applicationId, before: receivedAt + 1 })).toEqual([]);
  const again = await registerAct(database, { applicationId, act, freeText, bodyHash: hashOf(act) });
  expect(again).toMatchObject({ kind: 'repeated', intake: { outcome: 'refused', refusal } });
});

/** As a deadline does that waits for nobody. */
const closeIntake = async (at: { readonly applicationId: string; readonly before: number }) =>
  (await pendingActs(database, { ...at, wait: { patienceMs: 0, insist: true } })) ?? [];

test('once a deadline has asked, no act can be registered with an earlier instant', async () => {
  const { applicationId, act } = await draftWithAct();
  const registration = { applicationId, act, freeText, bodyHash: hashOf(act) };
  const before = act.receivedAt + 1;
  expect(await closeIntake({ applicationId, before })).toEqual([]);
  expect(await registerAct(database, registration)).toEqual({ kind: 'closed', until: before });
  const later = { ...registration, act: { ...act, receivedAt: before } };
  expect(await registerAct(database, later)).toMatchObject({ kind: 'registered' });
});

test('an act that comes after the cutoff is registered at the first instant that is open', async () => {
  const { applicationId, act } = await draftWithAct();
  const { receivedAt, ...rest } = act;
  const before = receivedAt + 5;
  expect(await closeIntake({ applicationId, before })).toEqual([]);
  const registration = { applicationId, act: rest, freeText, bodyHash: hashOf(act) };
  const registered = await registerWhenOpen(database, registration, receivedAt, () => receivedAt);
  expect(registered).toMatchObject({ kind: 'registered', intake: { act: { receivedAt: before } } });
});

test('an act registered while a deadline collects is among the collected or is refused by the intake cutoff', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { applicationId, act } = await draftWithAct();
    const [registered, pending] = await Promise.all([
      registerAct(database, { applicationId, act, freeText, bodyHash: hashOf(act) }),
      closeIntake({ applicationId, before: act.receivedAt + 1 }),
    ]);
    expect(registered.kind).toBe(pending.length === 1 ? 'registered' : 'closed');
  }
});

test('a past that the law does not allow is not taken over, not even in part', async () => {
  const facts = await newDraft(database);
  const { acts, at } = pastOf(facts, 'unit_publicity');
  const past = acts.toReversed().map((act, index) => ({ act: { ...act, receivedAt: at + index }, freeText }));
  const given = { facts, openedAt, past, policy: aksu2024, calendar: calendar2024, upTo: at + 10 };
  await expect(importApplication(database, given)).rejects.toThrow('event_not_allowed');
  expect(await database.application.count({ where: { id: facts.applicationId } })).toBe(0);
});
