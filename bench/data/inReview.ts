import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import { until } from '../../ops/process/ports.js';
import { importApplication } from '../../records/application/importApplication.js';
import { markStarted } from '../../records/application/markStarted.js';
import type { Database } from '../../records/database.js';
import type { Facts } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { day, hour, type Instant } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { profile } from '../../simulation/hurried/bodies.js';
import { runStory, type StoryStep } from '../../simulation/story/story.js';
import { drive } from '../measure.js';

const starters = 32;
/** How long a workflow may take to begin, in ms. */
const longest = 300_000;
/** The way of an application to the meeting, in a campaign without waiting periods. */
const toTheMeeting: readonly StoryStep[] = [
  'submit',
  'post_publicity',
  'recommend',
  'forward',
  'accept',
  'receive_materials',
  'confirm_payment',
  'schedule_defense',
  'score_defense',
];
/** When they were opened, before the import. */
const ago = 45 * day;

/** The campaign, unit and department of the applications. */
export interface Place {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly unitId: string;
  readonly departmentId: string;
}

/** Takes over applications that wait for the meeting, each with its workflow. Returns their ids. */
export async function parkInReview(products: Products, place: Place, count: number): Promise<readonly string[]> {
  return (await park(products, place, toTheMeeting, count)).map(({ applicationId }) => applicationId);
}

/** Takes over applications that wait for the office's audit, each with its workflow. Returns their facts. */
export async function parkInAudit(products: Products, place: Place, count: number): Promise<readonly Facts[]> {
  return await park(products, place, toTheMeeting.slice(0, toTheMeeting.indexOf('accept')), count);
}

interface Products {
  readonly database: Database;
  readonly engine: Engine;
}

async function park({ database, engine }: Products, place: Place, story: readonly StoryStep[], count: number) {
  const parked: Facts[] = [];
  const numbers: string[] = [];
  await drive({ clients: starters, jobs: count }, async () => {
    const now: Instant = Date.now();
    const imported = await takeOver(database, place, story, now);
    await engine.start({ ...imported, policy: place.policy, clockOffset: 0 });
    await markStarted(database, { id: imported.facts.applicationId, at: now });
    parked.push(imported.facts);
    numbers.push(imported.number);
  });
  // Tasks are dispatched nearly in order: when the last hundred answer, all wait.
  for (const number of numbers.slice(-100)) {
    const answers = () =>
      engine.current(number).then(
        () => true,
        () => false,
      );
    if (!(await until(answers, { timeoutMs: longest, everyMs: 200 }))) throw new Error(`${number} does not answer`);
  }
  return parked;
}

/** The same without workflows. Returns their facts. */
export async function unparkedInReview(database: Database, place: Place, count: number): Promise<readonly Facts[]> {
  const waiting: Facts[] = [];
  await drive({ clients: starters, jobs: count }, async () => {
    const now: Instant = Date.now();
    const { facts } = await takeOver(database, place, toTheMeeting, now);
    await markStarted(database, { id: facts.applicationId, at: now });
    waiting.push(facts);
  });
  return waiting;
}

async function candidate(database: Database, place: Place): Promise<Facts> {
  const [applicationId, applicantId] = [randomUUID(), randomUUID()];
  const text = `INSERT INTO users (id, name, email) VALUES ($1, '申报人', $1 || '@example.cn')`;
  await database.pool.query({ name: 'crowd_user', text, values: [applicantId] });
  const { policy, calendar, unitId, departmentId } = place;
  const identity = { applicationId, applicantId, campaignId: policy.id, unitId, chain: [departmentId], profile };
  return openDraft(identity, policy, calendar);
}

/** Imports one with a past: the record takes nothing that does not follow from events. */
async function takeOver(database: Database, place: Place, story: readonly StoryStep[], now: Instant) {
  const { policy, calendar } = place;
  const facts = await candidate(database, place);
  const { acts } = runStory(facts, story, policy, calendar, now - ago);
  const past = acts.map((act) => ({ act, freeText: { reason: '一段往事' } }));
  return await importApplication(database, { facts, openedAt: now - ago - hour, past, upTo: now, policy, calendar });
}
