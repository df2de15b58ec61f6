import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import { authenticate } from './accounts/authenticate.js';
import { notificationRoutes } from './accounts/notifications.js';
import { passwordRoute } from './accounts/passwordRoute.js';
import { peopleRoutes } from './accounts/peopleRoutes.js';
import { me, signInRoutes } from './accounts/routes.js';
import { secondFactors } from './accounts/secondFactor.js';
import { actOutcome } from './acts/outcomeRoute.js';
import { actRoutes } from './acts/routes.js';
import { countsRoute } from './applications/counts.js';
import { createApplication } from './applications/create.js';
import { dossierRoute } from './applications/dossier.js';
import { listRoute } from './applications/list.js';
import { seqOfPageTag } from './applications/pageTag.js';
import { patchRoute } from './applications/patch.js';
import { policyRoute } from './applications/policy.js';
import { readRoute } from './applications/read.js';
import { differenceRoute, submissionsRoute } from './applications/submissions.js';
import { timelineRoute } from './applications/timeline.js';
import { phraseRoutes } from './campaigns/phrases.js';
import { campaignRoutes } from './campaigns/routes.js';
import { publicDrawsRoute } from './committee/draws.js';
import { ownSeatsRoute } from './committee/ownSeats.js';
import { recusalRequestRoutes } from './committee/recusalRequests.js';
import { campaignCommitteeRoutes } from './committee/routes.js';
import { certificateRoute, conferralsRoute } from './conferral/conferrals.js';
import { resultsRoute } from './conferral/results.js';
import { configRoute } from './config.js';
import { defenseRoutes } from './defense/routes.js';
import { ownDefenseRoute, sheetRoutes } from './defense/sheetRoutes.js';
import type { Deps } from './deps.js';
import { documentRoutes } from './documents/routes.js';
import { exportLists } from './exports/exportLists.js';
import { feeRoutes } from './fees/fees.js';
import { errorHandler, notFound } from './http/errorHandler.js';
import { healthRoutes } from './http/health.js';
import { limitRequests } from './http/rateLimit.js';
import { createSealer } from './http/sealing.js';
import { lawRoute } from './law/routes.js';
import { logRequests } from './logger.js';
import { BallotBox } from './meetings/ballotBox.js';
import { castRoutes } from './meetings/castRoute.js';
import { campaignMeetings } from './meetings/convene.js';
import { BlindSigner } from './meetings/motionKeys.js';
import { meetingRoutes, myMeetings } from './meetings/routes.js';
import { investigatorsRoute } from './objections/investigators.js';
import { objectionListRoutes } from './objections/objectionList.js';
import { docsRoutes } from './openapi/docs.js';
import { codecRoutes } from './operations/codec.js';
import { repairRoutes } from './operations/repairs.js';
import { operationRoutes } from './operations/routes.js';
import { departmentRoutes, unitRoutes } from './organisations/routes.js';
import { paymentRoutes } from './payments/payments.js';
import { portalRoutes } from './portal.js';
import { noticeRoutes } from './publicNotices/publicNoticeRoutes.js';
import { publicPages } from './publicPages/routes.js';
import { reexaminationListRoutes, reexaminationRoutes } from './reexaminations/routes.js';
import { sanctionRoutes } from './sanctions/routes.js';

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

/** The door: authenticate, validate, call a workflow or read records, answer. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const limit = limitRequests(deps.limits.requestsFromAddress);
  const signer = new BlindSigner(createSealer(deps.dataDir));
  const box = new BallotBox(deps, signer);
  // Before whatever notes who asks for what, and when: a ballot leaves no trace but itself (docs/ballot.md).
  app.use('/api/ballots', limit, castRoutes({ db: deps.db, box }));
  app.use(logRequests(deps.logger, deps.metrics));
  app.use(helmet({ contentSecurityPolicy: policy, strictTransportSecurity: deps.publicUrl.startsWith('https:') }));
  app.use(healthRoutes(deps));
  app.use(limit);
  // Before the JSON reader: the signature is over the bytes as they came.
  app.use('/api/payments', paymentRoutes(deps));
  app.use(express.json({ limit: '1mb' }));
  app.use('/codec', codecRoutes(deps));
  app.use('/api/auth', signInRoutes(deps));
  app.use('/api/notices', noticeRoutes(deps));
  app.post('/api/results', resultsRoute(deps));
  app.get('/api/law', lawRoute());
  app.get('/api/draws', publicDrawsRoute(deps));
  app.get('/api/config', configRoute(deps));
  const inside = signedIn(deps, { box, signer });
  app.use('/api', authenticate(deps), exportLists(inside, deps), inside);
  app.use(docsRoutes());
  app.use(publicPages(deps));
  app.use(portalRoutes(deps));
  app.use(notFound);
  app.use(errorHandler(deps.logger));
  return app;
}

/** Everything that needs to know who is asking. */
function signedIn(deps: Deps, voting: { readonly box: BallotBox; readonly signer: BlindSigner }): Router {
  const applications = Router();
  applications.use(seqOfPageTag, actRoutes(deps), repairRoutes(deps), documentRoutes(deps));
  applications.route('/').get(listRoute(deps)).post(createApplication(deps));
  applications.get('/counts', countsRoute(deps));
  applications.route('/:id').get(readRoute(deps)).patch(patchRoute(deps));
  applications.get('/:id/dossier', dossierRoute(deps));
  applications.get('/:id/policy', policyRoute(deps));
  applications.get('/:id/submissions', submissionsRoute(deps));
  applications.get('/:id/submissions/diff', differenceRoute(deps));
  applications.get('/:id/timeline', timelineRoute(deps));
  applications.use('/:id/recusals', recusalRequestRoutes(deps));
  applications.get('/:id/acts/:key', actOutcome(deps));
  applications.use('/:id/objections', objectionListRoutes(deps));
  applications.use('/:id/reexamination', reexaminationRoutes(deps));
  applications.get('/:id/certificate', certificateRoute(deps));

  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    next();
  });
  router.get('/me', me(deps));
  router.post('/me/password', passwordRoute(deps));
  const factors = secondFactors(deps);
  router.route('/me/second-factor').get(factors.read).post(factors.offer);
  router.post('/me/second-factor/confirm', factors.confirm);
  router.get('/me/meetings', myMeetings(deps));
  router.use('/meetings', meetingRoutes({ deps, ...voting, factors }));
  router.use('/campaigns/:id/meetings', campaignMeetings(deps));
  router.use('/people', peopleRoutes(deps));
  router.use('/units', unitRoutes(deps));
  router.use('/departments', departmentRoutes(deps));
  router.get('/me/invitations', ownSeatsRoute(deps));
  router.use('/me/notifications', notificationRoutes(deps));
  router.use('/campaigns/:id/phrases', phraseRoutes(deps));
  router.use('/campaigns/:id/defense', defenseRoutes(deps));
  router.get('/me/defense', ownDefenseRoute(deps));
  router.use('/defense', sheetRoutes(deps));
  router.use('/campaigns/:id', campaignCommitteeRoutes(deps));
  router.get('/campaigns/:id/investigators', investigatorsRoute(deps));
  router.get('/campaigns/:id/conferrals', conferralsRoute(deps));
  router.use('/campaigns/:id/reexaminations', reexaminationListRoutes(deps));
  router.use('/campaigns/:id/sanctions', sanctionRoutes(deps));
  router.use('/campaigns', feeRoutes(deps), campaignRoutes(deps));
  router.use('/operations', operationRoutes(deps));
  router.use('/applications', applications);
  return router;
}
