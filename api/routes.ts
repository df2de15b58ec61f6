import { meRoute } from './accounts/meRoute.js';
import { notificationRoutes } from './accounts/notifications.js';
import { passwordRoute } from './accounts/passwordRoute.js';
import { peopleRoutes } from './accounts/peopleRoutes.js';
import { secondFactorRoutes } from './accounts/secondFactorRoutes.js';
import { signInRoutes } from './accounts/signInRoutes.js';
import type { Route } from './http/route.js';
import { organisationRoutes } from './organisations/routes.js';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  meRoute,
  ...notificationRoutes,
  passwordRoute,
  ...organisationRoutes,
  ...peopleRoutes,
  ...secondFactorRoutes,
];
