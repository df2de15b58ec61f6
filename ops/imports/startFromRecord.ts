import type { Engine } from '../../engine/engine.js';
import type { Application } from '../../records/application/applicationRow.js';
import { markStarted } from '../../records/application/markStarted.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import type { Instant } from '../../rules/calendar/instant.js';

/**
 * Starts the workflow of an application from its row, after an import. A running workflow is left alone. An imported
 * application gets no reminders for the time before its import.
 */
export async function startFromRecord(
  { db, engine, now }: { readonly db: Database; readonly engine: Pick<Engine, 'start'>; readonly now: Instant },
  application: Application,
): Promise<void> {
  const { id, number, facts, startedAt, updatedAt } = application;
  const { policy } = await pinnedPolicy(db, application);
  const remindedUpTo = startedAt === null ? now : updatedAt;
  await engine.start({ number, facts, policy, remindedUpTo, clockOffset: 0 });
  await markStarted(db, { id, at: now });
}
