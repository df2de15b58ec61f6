import type { Application } from '../records/application/applicationRow.js';
import { markStarted } from '../records/application/markStarted.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import type { EngineDeps } from './deps.js';
import type { Engine } from './engine.js';
import type { Finding } from './findings.js';

/** What starting an application's workflow needs. */
export interface StartDeps extends Pick<EngineDeps, 'db' | 'clock' | 'clockOffset'> {
  readonly engine: Pick<Engine, 'start'>;
}

/**
 * Starts the workflow of an application that has a row, and marks the row as started. Safe to repeat. `rebuilt`: what was wrong
 * with an earlier run that this one replaces.
 */
export async function startWorkflow(
  { db, engine, clock, clockOffset }: StartDeps,
  { id, number, facts, campaignId, openedAt }: Pick<Application, 'id' | 'number' | 'facts' | 'campaignId' | 'openedAt'>,
  rebuilt: Finding | null = null,
): Promise<void> {
  const { policy } = await pinnedPolicy(db, { id, campaignId, openedAt });
  const remindedUpTo = Math.max(openedAt, facts.lastAt ?? openedAt);
  await engine.start({ number, facts, policy, remindedUpTo, clockOffset, rebuilt });
  await markStarted(db, { id, at: await clock() });
}
