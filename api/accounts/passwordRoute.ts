import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { z } from 'zod';
import { notePasswordChanged } from '../../records/people/accounts.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';

const PasswordChange = z
  .strictObject({ currentPassword: z.string().min(1).max(128), newPassword: z.string().min(10).max(128) })
  .refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
    path: ['newPassword'],
    message: bilingualMessage('新密码不能与原密码相同。', 'The new password has to differ from the present one.'),
  });

/**
 * The caller's own password; a change ends every other session. A person who was given a first password has no role until
 * they have changed it: somebody else knows it.
 */
export const passwordRoute = defineRoute({
  method: 'post',
  path: '/api/me/password',
  tag: '账户',
  summary: '更改本人密码；其他登录随之失效',
  roles: 'signed in',
  body: PasswordChange,
  answers: { 204: null },
  handle: async ({ caller: { personId }, body, request, response }, { db, auth, limiters }) => {
    await limiters.passwordChanges(personId);
    const headers = fromNodeHeaders({ cookie: request.headers.cookie ?? '' });
    const { headers: renewed } = await auth.api
      .changePassword({ body: { ...body, revokeOtherSessions: true }, headers, returnHeaders: true })
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
  },
});
