import { z } from 'zod';
import { credentialOf } from '../../records/people/credential.js';
import { setOwnPassword } from '../../records/people/ownPassword.js';
import { endSessions } from '../../records/people/sessions.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { requireCompleteSignIn } from './caller.js';
import { hashPassword, verifyPassword } from './passwordHash.js';
import { NewPassword, refuseWeak } from './passwordRules.js';

const PasswordChange = z
  .strictObject({ currentPassword: z.string().min(1).max(128), newPassword: NewPassword })
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
  whileSigningIn: true,
  body: PasswordChange,
  answers: { 204: null },
  handle: async ({ caller, body: { currentPassword, newPassword } }, { db, limiters }) => {
    const { personId, session } = caller;
    // A password alone does not lead to another one where there is a second factor.
    if (session.missing !== 'password') requireCompleteSignIn(caller);
    await limiters.passwordChanges(personId);
    const hash = await credentialOf(db, personId);
    if (hash === null || !(await verifyPassword(hash, currentPassword))) {
      throw new Problem(
        'body_invalid',
        { zh: '原密码不正确。', en: 'The present password is wrong.' },
        { field: 'currentPassword' },
      );
    }
    await refuseWeak(db, personId, newPassword);
    const passwordHash = await hashPassword(newPassword);
    await setOwnPassword(db, { personId, passwordHash, change: 'password' });
    await endSessions(db, personId, session.id);
  },
});
