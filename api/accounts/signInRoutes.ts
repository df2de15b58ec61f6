import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { z } from 'zod';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { refuseForeignOrigin } from './origin.js';

export const SignIn = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(128) });

const tag = '账户';

/** Sign-in with email and password, and sign-out. */
export const signInRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/auth/sign-in',
    tag,
    summary: '登录',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: SignIn,
    answers: { 200: z.object({ personId: z.string() }) },
    handle: async ({ body, request, response }, { auth, limiters }) => {
      refuseForeignOrigin(request);
      await limiters.signInsToAccount(body.email.toLowerCase());
      const signedIn = await auth.api.signInEmail({ body, returnHeaders: true }).catch((error) => {
        // The same text for an unknown address and a wrong password: nobody learns who has an account.
        if (isAPIError(error))
          throw new Problem('sign_in_failed', { zh: '邮箱或密码不正确。', en: 'The email or the password is wrong.' });
        throw error;
      });
      for (const cookie of signedIn.headers.getSetCookie()) response.append('Set-Cookie', cookie);
      return { personId: signedIn.response.user.id };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/auth/sign-out',
    tag,
    summary: '退出',
    roles: 'public',
    answers: { 204: null },
    handle: async ({ request, response }, { auth }) => {
      refuseForeignOrigin(request);
      const headers = fromNodeHeaders({ cookie: request.headers.cookie ?? '' });
      const { headers: cleared } = await auth.api.signOut({ headers, returnHeaders: true });
      for (const cookie of cleared.getSetCookie()) response.append('Set-Cookie', cookie);
    },
  }),
];
