import { recordActs } from '../../../records/acts/recordActs.js';
import type { Application } from '../../../records/application/applicationRow.js';
import { findApplication } from '../../../records/application/applications.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { findIntake, registerAct } from '../../../records/application/intakes.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { type Status, statuses } from '../../../rules/application/lifecycle.js';
import { dueTransition, isDeadlines } from '../../../rules/application/timers.js';
import { canonical } from '../../../rules/canonical.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { policyFor } from '../../../simulation/story/story.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt, pastOf } from './world.js';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await createDatabase('record_acts');
  database = openDatabase(own.url);
  await finalize(database);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

interface Story {
  readonly id: string;
  readonly transitions: readonly Transition[];
  readonly acts: readonly Act[];
  /** Intakes of its acts, by key. */
  readonly intakes: ReadonlyMap<string, string>;
}

/** A draft whose past is registered and decided, and not written yet. */
async function registered(status: Status): Promise<Story> {
  const facts = await newDraft(database);
  const { applicationId: id } = facts;
  await openApplication(database, { facts, openedAt });
  const { transitions, acts } = pastOf(facts, status);
  const intakes = new Map<string, string>();
  for (const act of acts) {
    const written = { ...act, freeTextHash };
    const { intake } = (await registerAct(database, {
      applicationId: id,
      act: written,
      freeText,
      bodyHash: hashOf(act),
    })) as { intake: { id: string } };
    intakes.set(act.key, intake.id);
  }
  const hashed = transitions.map((each) => (isDeadlines(each) ? each : { ...each, freeTextHash }));
  return { id, transitions: hashed, acts, intakes };
}

const now = openedAt + 400 * 24 * 3_600_000;
const intakeOf = ({ intakes }: Story, { key }: Pick<Transition, 'key'>): string => intakes.get(key) ?? '';

/** What the record holds of an application, without what differs between two of the same past. */
async function held({ id }: Story): Promise<string> {
  const row = await findApplication(database, id);
  const letters = await database.outbox.findMany({
    where: { applicationId: id },
    select: { seq: true, kind: true, role: true, scope: true, key: true, detail: true },
  });
  const fees = await database.fee.findMany({
    where: { applicationId: id },
    select: { part: true, amount: true, state: true },
  });
  const entries = await database.pool.query(
    `SELECT kind, part, line, account, amount FROM ledger_entries JOIN ledger_transfers ON id = transfer_id
     WHERE application_id = $1 ORDER BY 1, 2, 3`,
    [id],
  );
  const events = (await timelineOf(database, id)).map(({ transition }) => transition);
  const sorted = letters.map((letter) => canonical(letter)).sort();
  const { applicantId, facts, status, due } = row ?? {};
  return canonical({ facts, status, due, events, letters: sorted, fees, entries: entries.rows })
    .replaceAll(id, 'application')
    .replaceAll(String(applicantId ?? facts?.applicantId), 'applicant');
}

const told = statuses.filter((status) => canonical(policyFor(status, aksu2024)) === canonical(aksu2024));

test('acts of many recorded together leave what each recorded alone leaves', async () => {
  const alone: Story[] = [];
  const together: Story[] = [];
  for (const status of told) {
    alone.push(await registered(status));
    together.push(await registered(status));
  }
  for (const { id, transitions } of alone)
    for (const transition of transitions) await recordProposal(database, id, transition);
  const longest = Math.max(...together.map(({ transitions }) => transitions.length));
  for (let step = 0; step < longest; step += 1) {
    const next = together.flatMap((story) => {
      const transition = story.transitions[step];
      return transition ? [{ story, transition }] : [];
    });
    // The first starts the workflow, and a deadline is nobody's act.
    const byItself = next.filter(({ transition }) => step === 0 || isDeadlines(transition));
    for (const { story, transition } of byItself) await recordProposal(database, story.id, transition);
    const acts = next.filter((one) => !byItself.includes(one));
    const intakes = acts.map(({ story, transition }) => intakeOf(story, transition));
    const { moved, left } = await recordActs(database, { intakes, now });
    expect({ moved: moved.length, left }).toEqual({ moved: acts.length, left: [] });
    // Again: nothing changes, and the same are said to have moved.
    expect(await recordActs(database, { intakes, now })).toEqual({ moved, left: [], letters: 0 });
  }
  for (const [place, story] of together.entries()) {
    expect(await held(story)).toBe(await held(alone[place] as Story));
    expect(await recordFault(database, 'application', story.id)).toBeNull();
    const { outcome, answer } =
      (await findIntake(database, { applicationId: story.id, key: story.acts.at(-1)?.key ?? '' })) ?? {};
    if (story.transitions.length > 1) expect({ outcome, seq: answer?.seq }).toMatchObject({ outcome: 'done' });
  }
});

test('one that needs more than its record is left to its own workflow, and the others go on', async () => {
  const stories = await Promise.all(
    ['unit_review', 'unit_review', 'correction', 'payment', 'payment'].map((status) => registered(status as Status)),
  );
  const [draft, twice, overdue, broken, whole] = stories as [Story, Story, Story, Story, Story];
  for (const transition of overdue.transitions) await recordProposal(database, overdue.id, transition);
  for (const { id, transitions } of [broken, whole])
    for (const transition of transitions.slice(0, -1)) await recordProposal(database, id, transition);
  const accept = ({ transitions }: Story) => transitions.at(-1) as Transition;
  const { facts } = (await findApplication(database, overdue.id)) as Application;
  const due = dueTransition(facts, aksu2024, calendar2024, Number.POSITIVE_INFINITY) as Transition;
  const late = { ...(overdue.acts.at(-1) as Act), key: 'late', receivedAt: due.at + 1, freeTextHash };
  const registeredLate = await registerAct(database, {
    applicationId: overdue.id,
    act: late,
    freeText,
    bodyHash: hashOf('late'),
  });
  await database.pool.query(
    `INSERT INTO record_checks (kind, subject, checked_at, fault, fault_since) VALUES ('application', $1, now(), '{"fault":"chain"}', now())`,
    [broken.id],
  );
  const lateIntake = (registeredLate as { intake: { id: string } }).intake.id;
  const intakes = [
    intakeOf(draft, accept(draft)),
    intakeOf(broken, accept(broken)),
    intakeOf(whole, accept(whole)),
    lateIntake,
    ...twice.intakes.values(),
  ];
  const { moved, left } = await recordActs(database, { intakes, now });
  expect(moved).toHaveLength(1);
  expect((await findApplication(database, whole.id))?.status).toBe('payment');
  expect([...left].sort()).toEqual(intakes.filter((id) => id !== intakeOf(whole, accept(whole))).sort());
});

test('what the law refuses is refused for good, each for its own reason', async () => {
  const story = await registered('payment');
  for (const transition of story.transitions) await recordProposal(database, story.id, transition);
  const last = story.acts.at(-1) as Act;
  const again = { ...last, key: 'again', receivedAt: last.receivedAt + 1, freeTextHash };
  const one = await registerAct(database, { applicationId: story.id, act: again, freeText, bodyHash: hashOf('again') });
  const { moved, left } = await recordActs(database, { intakes: [(one as { intake: { id: string } }).intake.id], now });
  expect({ moved, left }).toEqual({ moved: [], left: [] });
  expect(await findIntake(database, { applicationId: story.id, key: 'again' })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'event_not_allowed' },
    answer: null,
  });
});
