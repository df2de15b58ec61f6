import type { Engine } from '../../engine/engine.js';
import { answersOf } from '../../records/application/answersOf.js';
import type { Application } from '../../records/application/applicationRow.js';
import { markStarted } from '../../records/application/applications.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import type { Instant } from '../../rules/calendar/instant.js';

/**
 * Starts the workflow of an application from its row: one that was taken over and not started yet, or one the engine has
 * lost. A workflow that is there is left as it is. Reminders that went out are known by their outbox rows and do not go
 * out again; of an application just taken over none are sent for the time before.
 */
export async function startFromRecord(
  { db, engine, now }: { readonly db: Database; readonly engine: Pick<Engine, 'start'>; readonly now: Instant },
  application: Application,
): Promise<void> {
  const { id, facts, startedAt, updatedAt } = application;
  const [pinned, answers] = await Promise.all([pinnedPolicy(db, application), answersOf(db, id)]);
  const remindedUpTo = startedAt === null ? now : updatedAt;
  await engine.start({ facts, ...pinned, answers, remindedUpTo, clockOffset: 0 });
  await markStarted(db, { id, at: now });
}
