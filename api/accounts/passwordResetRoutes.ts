import { z } from 'zod';
import { personAt } from '../../records/people/credential.js';
import { setOwnPassword } from '../../records/people/ownPassword.js';
import { addPasswordReset, findPasswordReset, takePasswordReset } from '../../records/people/passwordResets.js';
import { endSessions } from '../../records/people/sessions.js';
import { mailPerson } from '../contacts/accountMessages.js';
import { phone } from '../contacts/contactBody.js';
import { wrongCode } from '../contacts/contactCodes.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { refuseForeignOrigin } from './origin.js';
import { hashPassword } from './passwordHash.js';
import { NewPassword, refuseWeak } from './passwordRules.js';
import { hashOfToken, newToken } from './secretToken.js';

const tag = '账户';
const purpose = 'password';
const linkLasts = 30 * 60_000;

/** A forgotten password: a link by mail that works once and for half an hour. The second factor is asked for as ever. */
export const passwordResetRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/auth/password-reset',
    tag,
    summary: '忘记密码：把一次有效的链接寄到邮箱，或把验证码发到手机',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: z.union([z.strictObject({ email: z.email().max(254) }), z.strictObject({ phone })]),
    answers: { 204: null },
    handle: async ({ body, request }, services) => {
      refuseForeignOrigin(request);
      const account = 'email' in body ? body.email.toLowerCase() : body.phone;
      await services.limiters.signInsToAccount(`reset ${account}`);
      // Not awaited: neither the answer nor its time says whether there is such an account.
      const sending = 'email' in body ? mailLink(services, account) : sendCode(services, account);
      void sending.catch((error: unknown) => {
        if (!(error instanceof Problem)) services.logger.error({ err: error }, 'no link to reset a password was sent');
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/auth/new-password',
    tag,
    summary: '忘记密码：凭邮件中的链接或短信验证码设置新密码；所有登录随之失效',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: z.union([
      z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), newPassword: NewPassword }),
      z.strictObject({ phone, code: z.string().trim().min(1).max(20), newPassword: NewPassword }),
    ]),
    answers: { 204: null },
    handle: async ({ body, request }, services) => {
      refuseForeignOrigin(request);
      if ('phone' in body) return await setByCode(services, body);
      const { db, wallClock } = services;
      const { token, newPassword } = body;
      const tokenHash = hashOfToken(token);
      const personId = await findPasswordReset(db, tokenHash, wallClock());
      if (personId === null) throw invalidLink();
      // A password that is refused does not use the link up.
      await refuseWeak(db, personId, newPassword);
      const passwordHash = await hashPassword(newPassword);
      if (!(await takePasswordReset(db, tokenHash, wallClock()))) throw invalidLink();
      await setOwnPassword(db, { personId, passwordHash, change: 'password_by_link' });
      await endSessions(db, personId);
    },
  }),
];

/** @throws Problem `body_invalid`, `password_weak` */
async function setByCode(
  { db, contactCodes }: Pick<Services, 'db' | 'contactCodes'>,
  { phone: number, code, newPassword }: { readonly phone: string; readonly code: string; readonly newPassword: string },
): Promise<void> {
  const place = { purpose, contact: number };
  // Before the password is judged: what it is refused for tells about the person.
  const personId = (await contactCodes.isRight(place, code)) ? await personAt(db, number) : null;
  if (personId === null) throw wrongCode();
  await refuseWeak(db, personId, newPassword);
  const passwordHash = await hashPassword(newPassword);
  await contactCodes.take(place, code);
  await setOwnPassword(db, { personId, passwordHash, change: 'password_by_code' });
  await endSessions(db, personId);
}

async function sendCode({ db, contactCodes }: Pick<Services, 'db' | 'contactCodes'>, number: string): Promise<void> {
  if ((await personAt(db, number)) === null) return;
  await contactCodes.send(
    { purpose, contact: number },
    { zh: '您正在重设密码', en: 'You are setting another password.' },
  );
}

async function mailLink(deps: Pick<Deps, 'db' | 'mailer' | 'logger' | 'publicUrl' | 'wallClock'>, email: string) {
  const personId = await personAt(deps.db, email);
  if (personId === null) return;
  const token = newToken();
  const reset = { personId, tokenHash: hashOfToken(token), expiresAt: deps.wallClock() + linkLasts };
  await addPasswordReset(deps.db, reset);
  // Behind #: neither a server's log nor another site sees it.
  await mailPerson(deps, personId, {
    title: '重设密码 / Setting a new password',
    lines: [
      '请在30分钟内打开下面的链接设置新密码。链接只能使用一次。',
      'Open this link within 30 minutes to set a new password. It works once.',
      `${deps.publicUrl}/new-password#${token}`,
      '如果不是您本人提出的，请不必理会：密码没有改变。',
      'If this was not you, ignore this mail: your password has not changed.',
    ],
  });
}

const invalidLink = () =>
  new Problem('link_invalid', {
    zh: '链接已使用过或已过期，请重新申请。',
    en: 'This link was used before or has expired; please ask for another.',
  });
