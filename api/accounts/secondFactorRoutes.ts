import { z } from 'zod';
import { addAccess } from '../../records/people/accessLog.js';
import { countRecoveryCodes } from '../../records/people/recoveryCodes.js';
import { findSecondFactor, removeSecondFactor } from '../../records/people/secondFactors.js';
import { defineRoute } from '../http/defineRoute.js';
import type { Services } from '../services.js';
import type { CallerSession } from './caller.js';
import { Code } from './secondFactor.js';
import { giveToken, proveFactor } from './sessions.js';

const tag = '账户';
const path = '/api/me/second-factor';
const RecoveryCodes = z.object({
  recoveryCodes: z.array(z.string()).meta({ description: '只显示这一次；每个可代替动态验证码一次' }),
});

/** Notes in the session, and in the browser's cookie where the token changes, that the factor was proven. */
async function noteProven(
  session: CallerSession,
  response: Parameters<typeof giveToken>[0],
  { db, publicUrl, wallClock }: Services,
): Promise<void> {
  const token = await proveFactor(db, session, wallClock());
  if (token !== null) giveToken(response, publicUrl, token);
}

/** The caller's own authenticator: setting it up, proving it, removing it. */
export const secondFactorRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '是否已设置动态验证码，还有几个恢复码',
    roles: 'signed in',
    whileSigningIn: true,
    answers: { 200: z.object({ confirmed: z.boolean(), recoveryCodes: z.int() }) },
    handle: async ({ caller: { personId } }, { db }) => {
      const [factor, left] = await Promise.all([findSecondFactor(db, personId), countRecoveryCodes(db, personId)]);
      return { confirmed: factor?.confirmedAt != null, recoveryCodes: left };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/auth/second-factor',
    tag,
    summary: '登录第二步，或再次确认本人：动态验证码或恢复码',
    roles: 'signed in',
    whileSigningIn: true,
    body: z.strictObject({ code: z.string().trim().min(6).max(20) }),
    answers: { 204: null },
    handle: async ({ caller: { personId, session }, body, request, response }, services) => {
      await services.secondFactors.take(personId, body.code).catch(async (error: unknown) => {
        const address = request.ip ?? null;
        await addAccess(services.db, { kind: 'sign_in_failed', personId, subjectId: personId, address });
        throw error;
      });
      await noteProven(session, response, services);
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '设置动态验证码：取得密钥，确认码寄到邮箱',
    roles: 'signed in',
    whileSigningIn: true,
    answers: {
      200: z.object({ secret: z.string(), uri: z.string(), qrCode: z.string().meta({ description: 'SVG' }) }),
    },
    handle: ({ caller }, { secondFactors }) => secondFactors.offer(caller.personId),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/confirm`,
    tag,
    summary: '设置动态验证码：输入首个验证码与邮件中的确认码',
    roles: 'signed in',
    whileSigningIn: true,
    body: z.strictObject({ code: Code, mailCode: Code }),
    answers: { 200: RecoveryCodes },
    handle: async ({ caller: { personId, session }, body, response }, services) => {
      const codes = await services.secondFactors.confirm(personId, body);
      await noteProven(session, response, services);
      return { recoveryCodes: [...codes] };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/recovery-codes`,
    tag,
    summary: '更换恢复码；原有的随之失效',
    roles: 'signed in',
    freshFactor: true,
    answers: { 200: RecoveryCodes },
    handle: async ({ caller }, { secondFactors }) => ({
      recoveryCodes: [...(await secondFactors.renewRecoveryCodes(caller.personId))],
    }),
  }),
  defineRoute({
    method: 'delete',
    path,
    tag,
    summary: '停用动态验证码（须用的角色随即重新设置）',
    roles: 'signed in',
    freshFactor: true,
    answers: { 204: null },
    handle: ({ caller }, { db }) => removeSecondFactor(db, caller.personId, 'factor_removed'),
  }),
];
