import { z } from 'zod';
import { addAccess } from '../../records/people/accessLog.js';
import { credentialAt } from '../../records/people/credential.js';
import { endSession } from '../../records/people/sessions.js';
import { phone } from '../contacts/contactBody.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { refuseForeignOrigin } from './origin.js';
import { hashPassword, verifyPassword } from './passwordHash.js';
import { beginSession, sessionOf, takeToken } from './sessions.js';

const password = z.string().min(1).max(128);
export const Email = z.email().max(254);
/** By address, or by telephone number. */
export const SignIn = z.union([z.strictObject({ email: Email, password }), z.strictObject({ phone, password })]);

const tag = '账户';
let nobody: Promise<string> | undefined;

/** The hash an unknown address is compared with, so that it takes as long as a known one. */
const hashOfNobody = () => (nobody ??= hashPassword('nobody has this password'));

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
    handle: async ({ body, request, response }, services) => {
      const { db, limiters, wallClock } = services;
      refuseForeignOrigin(request);
      const address = request.ip ?? null;
      const name = 'email' in body ? body.email.toLowerCase() : body.phone;
      await limiters.signInsToAccount(name);
      const credential = await credentialAt(db, name);
      const right = await verifyPassword(credential?.hash ?? (await hashOfNobody()), body.password);
      // The same text for an unknown address and a wrong password: nobody learns who has an account.
      const failed = { kind: 'sign_in_failed', personId: null, subjectId: credential?.personId ?? null } as const;
      if (credential === null || !right) {
        await addAccess(db, { ...failed, address });
        throw new Problem('sign_in_failed', { zh: '账户或密码不正确。', en: 'The account or the password is wrong.' });
      }
      if (credential.expiresAt !== null && credential.expiresAt <= wallClock()) {
        await addAccess(db, { ...failed, address });
        throw new Problem('password_expired', {
          zh: '初始密码已过期，请点“忘记密码”，用邮件中的链接设置新密码。',
          en: 'This first password has expired. Use "Forgotten password" to set another by a link in a mail.',
        });
      }
      const { personId } = credential;
      await beginSession(services, personId, { request, response });
      return { personId };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/auth/sign-out',
    tag,
    summary: '退出',
    roles: 'public',
    answers: { 204: null },
    handle: async ({ request, response }, { db, publicUrl }) => {
      refuseForeignOrigin(request);
      const session = await sessionOf(db, publicUrl, request);
      if (session) await endSession(db, session.personId, session.id);
      takeToken(response, publicUrl);
    },
  }),
];
