import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { findPerson, namedBindingsOf } from '../../records/people/people.js';
import { roleLabels } from '../../rules/application/labels.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { perMinute } from '../http/rateLimit.js';
import { callerOf } from './caller.js';
import { refuseForeignOrigin } from './origin.js';

export const SignIn = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(128) });

/** `POST /api/auth/sign-in` and `sign-out`. */
export function signInRoutes({ auth, limits }: Pick<Deps, 'auth' | 'limits'>): Router {
  const router = Router();
  const byAddress = perMinute(limits.signInsFromAddress);
  const byAccount = perMinute(limits.signInsToAccount);

  router.post('/sign-in', async (request, response) => {
    refuseForeignOrigin(request);
    await byAddress(request.ip ?? 'unknown');
    const body = SignIn.parse(request.body);
    await byAccount(body.email.toLowerCase());
    const { headers, response: signedIn } = await auth.api.signInEmail({ body, returnHeaders: true }).catch((error) => {
      // The same words for an unknown address and a wrong password: nobody learns who has an account.
      if (isAPIError(error))
        throw new Problem('sign_in_failed', { zh: '邮箱或密码不正确。', en: 'The email or the password is wrong.' });
      throw error;
    });
    for (const cookie of headers.getSetCookie()) response.append('Set-Cookie', cookie);
    response.json({ personId: signedIn.user.id });
  });

  router.post('/sign-out', async (request, response) => {
    refuseForeignOrigin(request);
    const headers = fromNodeHeaders({ cookie: request.headers.cookie ?? '' });
    const { headers: cleared } = await auth.api.signOut({ headers, returnHeaders: true });
    for (const cookie of cleared.getSetCookie()) response.append('Set-Cookie', cookie);
    response.status(204).end();
  });
  return router;
}

/** `GET /api/me`: who am I, in which roles. */
export function me({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (_request, response) => {
    const { personId } = callerOf(response);
    const [person, bindings] = await Promise.all([findPerson(db, personId), namedBindingsOf(db, personId)]);
    response.json({
      personId,
      name: person?.name ?? null,
      email: person?.email ?? null,
      passwordChangeDue: person?.passwordChangeDue ?? false,
      roles: bindings.map((binding) => ({
        ...binding,
        zh: roleLabels[binding.role].zh,
        en: roleLabels[binding.role].en,
      })),
    });
  };
}
