import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { notePasswordChanged } from '../../records/people/accounts.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { perMinute } from '../http/rateLimit.js';
import { callerOf } from './caller.js';

export const PasswordChange = z
  .strictObject({ currentPassword: z.string().min(1).max(128), newPassword: z.string().min(10).max(128) })
  .refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
    path: ['newPassword'],
    message: bilingualMessage('新密码不能与原密码相同。', 'The new password has to differ from the present one.'),
  });

/**
 * `POST /api/me/password`: one's own password, which ends every other session. Whoever was given a first password has
 * no role until they have done this: somebody else knows it.
 */
export function passwordRoute({ db, auth, limits }: Pick<Deps, 'db' | 'auth' | 'limits'>): RequestHandler {
  const byPerson = perMinute(limits.signInsToAccount);
  return async (request, response) => {
    const { personId } = callerOf(response);
    await byPerson(personId);
    const body = { ...PasswordChange.parse(request.body), revokeOtherSessions: true };
    const headers = fromNodeHeaders({ cookie: request.headers.cookie ?? '' });
    const { headers: renewed } = await auth.api
      .changePassword({ body, headers, returnHeaders: true })
      .catch((error: unknown) => {
        if (!isAPIError(error)) throw error;
        throw new Problem(
          'body_invalid',
          {
            zh: '原密码不正确，或没有以密码登录。',
            en: 'The present password is wrong, or you did not sign in with a password.',
          },
          { field: 'currentPassword' },
        );
      });
    await notePasswordChanged(db, personId);
    for (const cookie of renewed.getSetCookie()) response.append('Set-Cookie', cookie);
    response.status(204).end();
  };
}
