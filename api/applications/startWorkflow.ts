import type { Application } from '../../records/applicationRow.js';
import { markStarted } from '../../records/applications.js';
import { pinnedPolicy } from '../../records/pinnedPolicy.js';
import type { Deps } from '../deps.js';

/** Starts the workflow of an application that has a row, and notes that it runs. Safe to repeat. */
export async function startWorkflow(
  { db, engine, clock, clockOffset }: Pick<Deps, 'db' | 'engine' | 'clock' | 'clockOffset'>,
  { id, facts, campaignId, openedAt }: Pick<Application, 'id' | 'facts' | 'campaignId' | 'openedAt'>,
): Promise<void> {
  const { policy, calendar } = await pinnedPolicy(db, { campaignId, openedAt });
  const alertedUpTo = Math.max(openedAt, facts.lastAt ?? openedAt);
  await engine.start({ facts, policy, calendar, alertedUpTo, answers: {}, clockOffset });
  await markStarted(db, { id, at: await clock() });
}
