import { meRoute } from './accounts/meRoute.js';
import { notificationRoutes } from './accounts/notifications.js';
import { passwordRoute } from './accounts/passwordRoute.js';
import { peopleRoutes } from './accounts/peopleRoutes.js';
import { secondFactorRoutes } from './accounts/secondFactorRoutes.js';
import { signInRoutes } from './accounts/signInRoutes.js';
import { campaignActRoutes } from './campaigns/actRoutes.js';
import { boardRoute } from './campaigns/board.js';
import { calendarRoute } from './campaigns/calendar.js';
import { createCampaignRoute } from './campaigns/create.js';
import { objectionsRoute } from './campaigns/objections.js';
import { phraseRoutes } from './campaigns/phrases.js';
import { progressRoutes } from './campaigns/progressRoutes.js';
import { publicityRoute } from './campaigns/publicity.js';
import { campaignRoutes } from './campaigns/routes.js';
import { feeRoutes } from './fees/fees.js';
import type { Route } from './http/route.js';
import { organisationRoutes } from './organisations/routes.js';
import { amendmentRoutes } from './policy/amendments.js';
import { changePolicyRoute } from './policy/changePolicy.js';
import { confirmRoute } from './policy/confirm.js';
import { policyVersionsRoute } from './policy/policyVersions.js';
import { previewRoute } from './policy/preview.js';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [
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
  ...feeRoutes,
  ...secondFactorRoutes,
];
