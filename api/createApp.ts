import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import { readBacklog } from '../records/operations/backlog.js';
import { authenticate } from './accounts/authenticate.js';
import type { Deps } from './deps.js';
import { exportLists } from './exports/exportLists.js';
import { captureArrival } from './http/arrivals.js';
import { mountRoutes } from './http/defineRoute.js';
import { errorHandler, notFound } from './http/errorHandler.js';
import { healthRoutes } from './http/health.js';
import { watchBacklog, watchReach } from './http/metrics.js';
import { limitRequests } from './http/rateLimit.js';
import { readinessOf } from './http/readiness.js';
import { refuseControlCharacters } from './http/refuseControlCharacters.js';
import type { Route } from './http/route.js';
import { securityHeaders } from './http/securityHeaders.js';
import { cutSlowBodies } from './http/slowBodies.js';
import { traceRequests } from './http/traceRequests.js';
import { logRequests } from './logger.js';
import { ballotRouter, ballotRoutes } from './meetings/ballotRoutes.js';
import { docsRoutes } from './openapi/docs.js';
import { codecRoutes } from './operations/codec.js';
import { temporalUiRoutes } from './operations/temporalUi.js';
import { verifyPages } from './papers/verifyPages.js';
import { paymentRoutes, rawPayments } from './payments/payments.js';
import { portalRoutes } from './portal.js';
import { publicPages } from './publicPages/routes.js';
import { routes } from './routes.js';
import { createServices } from './services.js';

/** Public routes mounted before the log, the limit of requests or the JSON reader. */
const mountedEarly = new Set<Route>([...ballotRoutes, ...healthRoutes, ...paymentRoutes]);

/** The HTTP API: authenticate, validate, call a workflow or read records, answer. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const limit = limitRequests(deps.limits.requestsFromAddress, deps.share);
  const services = createServices(deps);
  app.set('trust proxy', deps.trustedProxies ?? false);
  app.use(securityHeaders(deps));
  // Before the log and the metrics: a ballot leaves no trace but itself (docs/ballot.md).
  app.use('/api/ballots', limit, refuseControlCharacters, cutSlowBodies(deps.bodyPauseMs));
  app.use(ballotRouter(services));
  app.use(logRequests(deps.logger, deps.metrics));
  app.use(refuseControlCharacters);
  watchBacklog(deps.metrics.registry, async () => await readBacklog(deps.db, await deps.clock()));
  watchReach(deps.metrics.registry, () => readinessOf(deps));
  mountRoutes(app, healthRoutes, services);
  if (deps.tracing) app.use(traceRequests(deps.tracing));
  app.use(limit);
  app.use(temporalUiRoutes(deps));
  app.use(cutSlowBodies(deps.bodyPauseMs), compression());
  const arrived = captureArrival(deps.arrivals, deps.clock);
  app.use('/api/payments', rawPayments, arrived);
  mountRoutes(app, paymentRoutes, services);
  app.use(express.json({ limit: '1mb' }), arrived);
  app.use('/codec', codecRoutes(deps));
  mountRoutes(
    app,
    routes.filter((route) => route.roles === 'public' && !mountedEarly.has(route)),
    services,
  );
  const lists = Router({ caseSensitive: true });
  const ofSignedIn = routes.filter(({ roles }) => roles !== 'public');
  mountRoutes(lists, ofSignedIn, services);
  app.use('/api', authenticate(deps), keptNowhere, exportLists(lists, ofSignedIn, deps));
  app.use(lists);
  if (deps.published.docs) app.use(docsRoutes());
  app.use(publicPages(deps));
  app.use(verifyPages(services));
  app.use(portalRoutes(deps));
  app.use(notFound);
  app.use(errorHandler(deps));
  return app;
}

/** Browsers keep nothing that needs a session, unless a route says otherwise. */
const keptNowhere: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};
