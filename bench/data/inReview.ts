import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import { markStarted } from '../../records/application/applications.js';
import { importApplication } from '../../records/application/importApplication.js';
import type { Database } from '../../records/database.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Status } from '../../rules/application/lifecycle.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { profile } from '../../simulation/hurried/bodies.js';
import { drive } from '../measure.js';

const starters = 32;
const status: Status = 'review';

/** The campaign, unit and department of the applications. */
export interface Place {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly unitId: string;
  readonly departmentId: string;
}

/** Creates applications that wait for the meeting, each with its workflow, without their past. Returns their ids. */
export async function parkInReview(
  { database, engine }: { readonly database: Database; readonly engine: Engine },
  place: Place,
  count: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  await drive({ clients: starters, jobs: count }, async () => {
    const facts = await candidate(database, place);
    const { policy, calendar } = place;
    const now: Instant = Date.now();
    const judged = { policy, calendar };
    const imported = await importApplication(database, { facts, openedAt: now, past: [], upTo: now, ...judged });
    await engine.start({ ...imported, policy, clockOffset: 0 });
    await markStarted(database, { id: facts.applicationId, at: now });
    ids.push(facts.applicationId);
  });
  return ids;
}

/** The same without workflows. Returns their facts. */
export async function unparkedInReview(database: Database, place: Place, count: number): Promise<readonly Facts[]> {
  const waiting: Facts[] = [];
  await drive({ clients: starters, jobs: count }, async () => {
    const facts = await candidate(database, place);
    const now: Instant = Date.now();
    const { policy, calendar } = place;
    await importApplication(database, { facts, openedAt: now, past: [], upTo: now, policy, calendar });
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
  return { ...openDraft(identity, policy, calendar), status, deadlines: {} };
}
