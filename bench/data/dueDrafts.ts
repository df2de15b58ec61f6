import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import { importApplication } from '../../records/application/importApplication.js';
import { markStarted } from '../../records/application/markStarted.js';
import type { Database } from '../../records/database.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { profile } from '../../simulation/hurried/bodies.js';
import type { Place } from './inReview.js';

/** Takes over a draft whose filing ends at an instant, without a workflow. */
export async function takeOverDraft(database: Database, place: Place, due: Instant) {
  const { policy, calendar, unitId, departmentId } = place;
  const [applicationId, applicantId] = [randomUUID(), randomUUID()];
  const text = `INSERT INTO users (id, name, email) VALUES ($1, '申报人', $1 || '@example.cn')`;
  await database.pool.query({ name: 'crowd_user', text, values: [applicantId] });
  const identity = { applicationId, applicantId, campaignId: policy.id, unitId, chain: [departmentId], profile };
  const draft = openDraft(identity, policy, calendar);
  const { filing_cutoff } = draft.deadlines;
  if (!filing_cutoff) throw new Error('a draft has a filing cutoff');
  const facts = { ...draft, deadlines: { filing_cutoff: { ...filing_cutoff, due } } };
  const now = Date.now();
  return await importApplication(database, { facts, openedAt: now, past: [], upTo: now, policy, calendar });
}

/** The same with its workflow. Returns the application's id and number. */
export async function startDraft(
  { database, engine }: { readonly database: Database; readonly engine: Engine },
  place: Place,
  due: Instant,
): Promise<{ readonly id: string; readonly number: string }> {
  const imported = await takeOverDraft(database, place, due);
  const { applicationId: id } = imported.facts;
  await engine.start({ ...imported, policy: place.policy, clockOffset: 0 });
  await markStarted(database, { id, at: Date.now() });
  return { id, number: imported.number };
}
