import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { applicationsInNeed, stuckLetters, waitingActs } from '../../records/operations/stuckWork.js';
import { eventLabels } from '../../rules/application/lifecycle.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { unsentStates } from '../../rules/notifications/letterStates.js';
import { allLetterLabels } from '../../rules/notifications/notificationKinds.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { healthRoute } from './health.js';
import { letterRepairRoutes } from './letterRepairs.js';
import { campaignsOf } from './operated.js';

const limit = 200;
export const OutboxQuery = z.strictObject({ state: z.enum(unsentStates).default('parked') });

/** What waits, for operators: letters, acts, parked steps. Ids and states; nothing that tells who a person is. */
export function operationRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/health', healthRoute(deps));
  router.get('/outbox', outbox(deps));
  router.use('/outbox', letterRepairRoutes(deps));
  router.get('/intakes', intakes(deps));
  router.get('/parked', parked(deps));
  return router;
}

function outbox({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (request, response) => {
    const campaigns = campaignsOf(callerOf(response));
    const { state } = OutboxQuery.parse(request.query);
    const letters = await stuckLetters(db, { state, campaigns, limit });
    const iso = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));
    response.json({
      items: letters.map(({ at, nextAttemptAt, ...letter }) => ({
        ...letter,
        kindLabel: allLetterLabels[letter.kind],
        at: iso(at),
        nextAttemptAt: iso(nextAttemptAt),
      })),
    });
  };
}

function intakes({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (_request, response) => {
    const acts = await waitingActs(db, { campaigns: campaignsOf(callerOf(response)), limit });
    response.json({
      items: acts.map(({ receivedAt, ...act }) => ({
        ...act,
        freeText: eventLabels[act.event],
        receivedAt: isoInBeijing(receivedAt),
      })),
    });
  };
}

function parked({ db, engine, logger }: Pick<Deps, 'db' | 'engine' | 'logger'>): RequestHandler {
  return async (_request, response) => {
    const ids = await applicationsInNeed(db, { campaigns: campaignsOf(callerOf(response)), limit });
    const items = [];
    for (const applicationId of ids) {
      const current = await engine.current(applicationId).catch((error: unknown) => {
        logger.warn({ err: error, application: applicationId }, 'no answer about parked steps');
        return null;
      });
      const steps =
        current && Object.entries(current.parked).map(([step, description]) => ({ step, what: description }));
      items.push({ applicationId, steps });
    }
    response.json({ items });
  };
}
