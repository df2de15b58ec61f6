import { Router } from 'express';
import type { Deps } from '../deps.js';
import { planRoutes } from './planRoutes.js';
import { sessionRoutes } from './sessionRoutes.js';

/** The defense of a campaign, below `/api/campaigns/{id}/defense`: who waits, plans, sessions and their candidates. */
export function defenseRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });
  router.use(planRoutes(deps));
  router.use('/sessions', sessionRoutes(deps));
  return router;
}
