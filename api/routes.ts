import { meRoute } from './accounts/meRoute.js';
import { notificationRoutes } from './accounts/notifications.js';
import { passwordRoute } from './accounts/passwordRoute.js';
import { peopleRoutes } from './accounts/peopleRoutes.js';
import { secondFactorRoutes } from './accounts/secondFactorRoutes.js';
import { signInRoutes } from './accounts/signInRoutes.js';
import { outcomeRoute } from './acts/outcomeRoute.js';
import { actRoutes } from './acts/routes.js';
import { countsRoute } from './applications/counts.js';
import { createRoute } from './applications/create.js';
import { dossierRoute } from './applications/dossier.js';
import { listRoute } from './applications/list.js';
import { patchRoute } from './applications/patch.js';
import { policyRoute } from './applications/policy.js';
import { readRoute } from './applications/read.js';
import { submissionRoutes } from './applications/submissions.js';
import { timelineRoute } from './applications/timeline.js';
import { campaignActRoutes } from './campaigns/actRoutes.js';
import { boardRoute } from './campaigns/board.js';
import { calendarRoute } from './campaigns/calendar.js';
import { createCampaignRoute } from './campaigns/create.js';
import { objectionsRoute } from './campaigns/objections.js';
import { phraseRoutes } from './campaigns/phrases.js';
import { progressRoutes } from './campaigns/progressRoutes.js';
import { publicityRoute } from './campaigns/publicity.js';
import { campaignRoutes } from './campaigns/routes.js';
import { configRoute } from './config.js';
import { documentRoutes } from './documents/routes.js';
import { feeRoutes } from './fees/fees.js';
import { healthRoutes } from './http/health.js';
import type { Route } from './http/route.js';
import { healthRoute } from './operations/health.js';
import { letterRepairRoutes } from './operations/letterRepairs.js';
import { repairRoutes } from './operations/repairs.js';
import { operationRoutes } from './operations/routes.js';
import { organisationRoutes } from './organisations/routes.js';
import { paymentRoutes } from './payments/payments.js';
import { amendmentRoutes } from './policy/amendments.js';
import { changePolicyRoute } from './policy/changePolicy.js';
import { confirmRoute } from './policy/confirm.js';
import { policyVersionsRoute } from './policy/policyVersions.js';
import { previewRoute } from './policy/preview.js';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [
  configRoute,
  ...signInRoutes,
  meRoute,
  ...notificationRoutes,
  passwordRoute,
  ...campaignRoutes,
  boardRoute,
  objectionsRoute,
  calendarRoute,
  publicityRoute,
  changePolicyRoute,
  policyVersionsRoute,
  previewRoute,
  confirmRoute,
  ...amendmentRoutes,
  ...campaignActRoutes,
  ...progressRoutes,
  ...phraseRoutes,
  createCampaignRoute,
  ...organisationRoutes,
  ...peopleRoutes,
  createRoute,
  listRoute,
  countsRoute,
  readRoute,
  patchRoute,
  dossierRoute,
  policyRoute,
  ...submissionRoutes,
  timelineRoute,
  outcomeRoute,
  ...actRoutes,
  ...documentRoutes,
  ...paymentRoutes,
  ...feeRoutes,
  ...secondFactorRoutes,
  healthRoute,
  ...operationRoutes,
  ...repairRoutes,
  ...letterRepairRoutes,
  ...healthRoutes,
];
