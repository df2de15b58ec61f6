import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { insertApplication } from './insertApplication.js';

/**
 * Inserts a new draft with an empty dossier. The caller then starts its workflow and calls `markStarted`; if the process
 * dies before that, the sweeper finds the row among `unstartedApplications`.
 *
 * @throws when the applicant has an open application in this campaign already: see `isAlreadyThere`
 */
export async function openApplication(
  database: Database,
  { facts, openedAt }: { readonly facts: Facts; readonly openedAt: Instant },
): Promise<void> {
  await insertApplication(database.pool, facts, openedAt);
}
