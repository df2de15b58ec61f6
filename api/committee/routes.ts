import { Router } from 'express';
import type { Deps } from '../deps.js';
import { committeeRoutes } from './committees.js';
import { conflictRoutes } from './conflicts.js';
import { drawRoutes } from './draws.js';
import { expertRoutes } from './experts.js';
import { recusalRoutes } from './recusals.js';

/** What belongs to a campaign's committees, below `/api/campaigns/{id}`: pool, conflicts, recusals, draws and seats. */
export function campaignCommitteeRoutes(
  deps: Pick<Deps, 'db' | 'auth' | 'clock' | 'dataDir' | 'engine' | 'logger'>,
): Router {
  const router = Router({ mergeParams: true });
  router.use('/experts', expertRoutes(deps));
  router.use('/conflicts', conflictRoutes(deps));
  router.use('/recusals', recusalRoutes(deps));
  router.use('/draws', drawRoutes(deps));
  router.use('/committees', committeeRoutes(deps));
  return router;
}
