import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { readBacklog } from '../records/operations/backlog.js';
import { authenticate } from './accounts/authenticate.js';
import { publicDrawsRoute } from './committee/draws.js';
import { ownSeatsRoute } from './committee/ownSeats.js';
import { recusalRequestRoutes } from './committee/recusalRequests.js';
import { campaignCommitteeRoutes } from './committee/routes.js';
import { certificateRoute, conferralsRoute } from './conferral/conferrals.js';
import { resultsRoute } from './conferral/results.js';
import { defenseRoutes } from './defense/routes.js';
import { ownDefenseRoute, sheetRoutes } from './defense/sheetRoutes.js';
import type { Deps } from './deps.js';
import { exportLists } from './exports/exportLists.js';
import { mountRoutes } from './http/defineRoute.js';
import { errorHandler, notFound } from './http/errorHandler.js';
import { healthRoutes } from './http/health.js';
import { watchBacklog } from './http/metrics.js';
import { limitRequests } from './http/rateLimit.js';
import type { Route } from './http/route.js';
import { lawRoute } from './law/routes.js';
import { logRequests } from './logger.js';
import { castRoutes } from './meetings/castRoute.js';
import { campaignMeetings } from './meetings/convene.js';
import { type MeetingNeeds, meetingRoutes, myMeetings } from './meetings/routes.js';
import { investigatorsRoute } from './objections/investigators.js';
import { objectionListRoutes } from './objections/objectionList.js';
import { docsRoutes } from './openapi/docs.js';
import { codecRoutes } from './operations/codec.js';
import { paymentRoutes, rawPayments } from './payments/payments.js';
import { portalRoutes } from './portal.js';
import { noticeRoutes } from './publicNotices/publicNoticeRoutes.js';
import { publicPages } from './publicPages/routes.js';
import { reexaminationListRoutes, reexaminationRoutes } from './reexaminations/routes.js';
import { routes } from './routes.js';
import { sanctionRoutes } from './sanctions/routes.js';
import { createServices } from './services.js';

const policy = {
  directives: {
    defaultSrc: ["'self'"],
    // Ant Design writes its styles into the page.
    styleSrc: ["'self'", "'unsafe-inline'"],
    // Evidence is fetched and then shown from memory.
    imgSrc: ["'self'", 'data:', 'blob:'],
    frameSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

/** Public routes that come before the limit of requests or the JSON reader. */
const mountedEarly = new Set<Route>([...healthRoutes, ...paymentRoutes]);

/** The HTTP API: authenticate, validate, call a workflow or read records, answer. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const limit = limitRequests(deps.limits.requestsFromAddress);
  const services = createServices(deps);
  const { box, signer, secondFactors: factors } = services;
  // Before whatever notes who asks for what, and when: a ballot leaves no trace but itself (docs/ballot.md).
  app.use('/api/ballots', limit, castRoutes({ db: deps.db, box }));
  app.use(logRequests(deps.logger, deps.metrics));
  app.use(helmet({ contentSecurityPolicy: policy, strictTransportSecurity: deps.publicUrl.startsWith('https:') }));
  watchBacklog(deps.metrics.registry, async () => await readBacklog(deps.db, await deps.clock()));
  mountRoutes(app, healthRoutes, services);
  app.use(limit);
  app.use('/api/payments', rawPayments);
  mountRoutes(app, paymentRoutes, services);
  app.use(express.json({ limit: '1mb' }));
  app.use('/codec', codecRoutes(deps));
  app.use('/api/notices', noticeRoutes(deps));
  app.post('/api/results', resultsRoute(deps));
  app.get('/api/law', lawRoute());
  app.get('/api/draws', publicDrawsRoute(deps));
  mountRoutes(
    app,
    routes.filter((route) => route.roles === 'public' && !mountedEarly.has(route)),
    services,
  );
  const lists = Router({ caseSensitive: true });
  mountRoutes(
    lists,
    routes.filter(({ roles }) => roles !== 'public'),
    services,
  );
  lists.use('/api', signedIn(deps, { box, signer, factors }));
  app.use('/api', authenticate(deps), keptNowhere, exportLists(lists, deps));
  app.use(lists);
  app.use(docsRoutes());
  app.use(publicPages(deps));
  app.use(portalRoutes(deps));
  app.use(notFound);
  app.use(errorHandler(deps.logger));
  return app;
}

/** What a session was needed for is not kept by browsers, unless a route says otherwise. */
const keptNowhere: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};

/** Everything that needs to know who is asking. */
function signedIn(deps: Deps, voting: Pick<MeetingNeeds, 'box' | 'signer' | 'factors'>): Router {
  const applications = Router();
  applications.use('/:id/recusals', recusalRequestRoutes(deps));
  applications.use('/:id/objections', objectionListRoutes(deps));
  applications.use('/:id/reexamination', reexaminationRoutes(deps));
  applications.get('/:id/certificate', certificateRoute(deps));

  const router = Router();
  router.get('/me/meetings', myMeetings(deps));
  router.use('/meetings', meetingRoutes({ deps, ...voting }));
  router.use('/campaigns/:id/meetings', campaignMeetings(deps));
  router.get('/me/invitations', ownSeatsRoute(deps));
  router.use('/campaigns/:id/defense', defenseRoutes(deps));
  router.get('/me/defense', ownDefenseRoute(deps));
  router.use('/defense', sheetRoutes(deps));
  router.use('/campaigns/:id', campaignCommitteeRoutes(deps));
  router.get('/campaigns/:id/investigators', investigatorsRoute(deps));
  router.get('/campaigns/:id/conferrals', conferralsRoute(deps));
  router.use('/campaigns/:id/reexaminations', reexaminationListRoutes(deps));
  router.use('/campaigns/:id/sanctions', sanctionRoutes(deps));
  router.use('/applications', applications);
  return router;
}
