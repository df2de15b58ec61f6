import type { Application } from '../records/application/applicationRow.js';
import { markStarted } from '../records/application/applications.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import type { Database } from '../records/database.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Engine } from './engine.js';

/** What starting a workflow needs. */
export interface Starting {
  readonly db: Database;
  readonly engine: Pick<Engine, 'start' | 'act'>;
  /** Campaign time. */
  readonly clock: () => Instant | Promise<Instant>;
  /** Campaign time minus engine time in ms. */
  readonly clockOffset: number;
}

/** Starts the workflow of an application that has a row, and notes that it runs. Safe to repeat. */
export async function startWorkflow(
  { db, engine, clock, clockOffset }: Starting,
  { id, facts, campaignId, openedAt }: Pick<Application, 'id' | 'facts' | 'campaignId' | 'openedAt'>,
): Promise<void> {
  const { policy, calendar } = await pinnedPolicy(db, { id, campaignId, openedAt });
  const remindedUpTo = Math.max(openedAt, facts.lastAt ?? openedAt);
  await engine.start({ facts, policy, calendar, remindedUpTo, answers: {}, clockOffset });
  await markStarted(db, { id, at: await clock() });
}
