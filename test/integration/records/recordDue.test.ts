import fc from 'fast-check';
import { properAct } from '../../../prover/properAct.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { registerAct } from '../../../records/application/intakes.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { dueApplications, nextDueOf, overdueAmong } from '../../../records/deadlines/dueApplications.js';
import { recordDue } from '../../../records/deadlines/recordDue.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { dueTransition, nextDue } from '../../../rules/application/timers.js';
import { day, type Instant } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { finalize, freeText, freeTextHash, sanction, snapshot } from './world.js';

const campaignId = aksu2024.id;
const withDeadlines = [
  ...(['draft', 'unit_review', 'unit_publicity', 'recommendation', 'superior_review'] as const),
  ...(['correction', 'correction_publicity', 'payment', 'public_notice'] as const),
] satisfies readonly Status[];

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createDatabase('record_due');
  database = openDatabase(own.url);
  await finalize(database);
  await sanction(database, 'unit-2');
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

async function placed(status: Status, unitId = 'unit-1'): Promise<{ readonly id: string; readonly due: Instant }> {
  const { played } = await snapshot(database, status, { unitId });
  const due = nextDue(played.facts, aksu2024, calendar2024);
  if (due === null) throw new Error(`nothing comes due in ${status}`);
  return { id: played.facts.applicationId, due };
}

async function oneByOne(id: string, upTo: Instant): Promise<void> {
  for (;;) {
    const application = await findApplication(database, id);
    const due = application && dueTransition(application.facts, aksu2024, calendar2024, upTo);
    if (!due) return;
    await recordProposal(database, id, due);
  }
}

/** What is recorded of an application, apart from what is its own: ids, hashes, codes, and when it was written. */
async function recordOf(id: string) {
  const where = { where: { applicationId: id } };
  const [row, timeline, letters, fees, transfers] = await Promise.all([
    database.application.findUniqueOrThrow({ where: { id } }),
    timelineOf(database, id),
    database.outbox.findMany({ ...where, orderBy: { id: 'asc' } }),
    database.fee.findMany({ ...where, orderBy: { part: 'asc' } }),
    database.ledgerTransfer.findMany({
      ...where,
      include: { entries: { orderBy: { line: 'asc' } } },
      orderBy: { id: 'asc' },
    }),
  ]);
  const { status, seq, due, departmentId, submissions, facts, updatedAt } = row;
  const identity = new Map([
    [id, 'this application'],
    [row.applicantId, 'its applicant'],
  ]);
  const text = JSON.stringify(
    {
      row: { status, seq, due, departmentId, submissions, facts, updatedAt },
      events: timeline.map(({ transition }) => transition),
      letters: letters.map(({ seq: at, kind, role, scope, key, detail }) => ({ at, kind, role, scope, key, detail })),
      fees: fees.map(({ part, amount, state, basis, arisenAt, changedAt }) => ({
        part,
        amount,
        state,
        basis,
        arisenAt,
        changedAt,
      })),
      transfers: transfers.map(({ kind, part, at, entries }) => ({
        kind,
        part,
        at,
        entries: entries.map(({ line, account, amount }) => [line, account, Number(amount)]),
      })),
    },
    null,
    1,
  );
  return [...identity].reduce((written, [known, name]) => written.replaceAll(known, name), text);
}

test('what comes due is recorded in sets as one application after the other would have it', async () => {
  const each = fc.record({
    status: fc.constantFrom(...withDeadlines),
    unitId: fc.constantFrom('unit-1', 'unit-2'),
  });
  const population = fc.array(each, { minLength: 4, maxLength: 10 });
  const recordedAlike = async (members: readonly { status: Status; unitId: string }[], days: number) => {
    const twins = [];
    for (const { status, unitId } of members) {
      const [one, other] = [await placed(status, unitId), await placed(status, unitId)];
      twins.push({ one, other });
    }
    const upTo = Math.min(...twins.map(({ one }) => one.due)) + days * day;
    const ids = twins.map(({ one }) => one.id).sort();
    const { recorded, left } = await recordDue(database, { campaignId, ids, upTo });
    for (const { other } of twins) await oneByOne(other.id, upTo);
    expect(left).toEqual([]);
    expect(recorded.length).toBeGreaterThan(0);
    for (const { one, other } of twins) {
      expect(await recordOf(one.id)).toBe(await recordOf(other.id));
      expect(await recordFault(database, 'application', one.id)).toBeNull();
    }
    expect(await recordDue(database, { campaignId, ids, upTo })).toEqual({ recorded: [], letters: 0, left: [] });
  };
  // All of them, once, so that the property never rests on what was drawn.
  await recordedAlike(
    withDeadlines.map((status, index) => ({ status, unitId: index % 2 === 0 ? 'unit-2' : 'unit-1' })),
    200,
  );
  await fc.assert(fc.asyncProperty(population, fc.integer({ min: 0, max: 120 }), recordedAlike), { numRuns: 4 });
}, 60_000);

test('one at which an act has arrived in time is left, its intake open, and so is one whose record does not hold', async () => {
  const [acted, broken, plain] = [await placed('correction'), await placed('correction'), await placed('correction')];
  const application = await findApplication(database, acted.id);
  if (!application) throw new Error('it is recorded');
  const act = { ...properAct(application.facts, 'resubmit', aksu2024, acted.due - 1), freeTextHash };
  await registerAct(database, { applicationId: acted.id, act, freeText, bodyHash: hashOf(act.data) });
  const now = new Date();
  await database.recordCheck.create({
    data: {
      kind: 'application',
      subject: broken.id,
      fault: { what: 'chain', at: 'application' },
      checkedAt: now,
      faultSince: now,
    },
  });
  const ids = [acted.id, broken.id, plain.id].sort();
  const due = await dueApplications(database, { campaignId, upTo: plain.due, limit: 1_000 });
  expect(due.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  const { recorded, left } = await recordDue(database, { campaignId, ids, upTo: plain.due });
  expect({ recorded, left }).toEqual({ recorded: [plain.due], left: [application.number] });
  const cutoffs = await database.application.findMany({
    where: { id: { in: ids } },
    select: { id: true, intakeCutoff: true },
  });
  expect(cutoffs.filter(({ intakeCutoff }) => intakeCutoff !== null).map(({ id }) => id)).toEqual([plain.id]);
  // From now on nothing is registered with an earlier instant.
  const late = { ...act, key: 'late' };
  const answer = await registerAct(database, {
    applicationId: plain.id,
    act: late,
    freeText,
    bodyHash: hashOf(late.data),
  });
  expect(answer).toEqual({ kind: 'closed', until: plain.due });
});

test('two that record the same deadlines at once record each once', async () => {
  const all = [];
  for (const status of withDeadlines) all.push(await placed(status));
  const ids = all.map(({ id }) => id).sort();
  const upTo = Math.max(...all.map(({ due }) => due));
  const both = await Promise.all([1, 2].map(() => recordDue(database, { campaignId, ids, upTo })));
  const events = await database.event.count({ where: { applicationId: { in: ids }, key: { startsWith: 'timer:' } } });
  expect(both.some(({ recorded }) => recorded.length === 0)).toBe(true);
  expect(events).toBeGreaterThanOrEqual(ids.length);
  for (const { id } of all) expect(await recordFault(database, 'application', id)).toBeNull();
});

test('the next due instant of a campaign is the first after an instant, and none of another campaign', async () => {
  const { due } = await placed('correction');
  const next = await nextDueOf(database, [campaignId, 'another'], due - 1);
  expect([...next]).toEqual([[campaignId, due]]);
  expect([...(await overdueAmong(database, [campaignId, 'another'], due + 1))]).toEqual([campaignId]);
});
