import { Router } from 'express';
import { isReachable } from '../../records/database.js';
import { readBacklog } from '../../records/operations/backlog.js';
import type { Deps } from '../deps.js';
import { watchBacklog } from './metrics.js';

/** `/healthz`: this process lives. `/readyz`: it can serve. `/metrics`: for Prometheus. */
export function healthRoutes({ db, engine, clock, metrics }: Deps): Router {
  const router = Router();
  watchBacklog(metrics.registry, async () => await readBacklog(db, await clock()));

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const [database, reached] = await Promise.all([
      isReachable(db),
      engine.ready().then(
        () => true,
        () => false,
      ),
    ]);
    const ready = database && reached;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', database, engine: reached });
  });

  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
