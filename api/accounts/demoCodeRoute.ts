import { z } from 'zod';
import { credentialAt } from '../../records/people/credential.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';

/** The present code of a demo account, so that the demo is one click away; nothing in any other installation. */
export const demoCodeRoute = defineRoute({
  method: 'post',
  path: '/api/auth/demo-code',
  tag: '账户',
  summary: '演示账户现在的动态验证码；不是演示时没有',
  roles: 'public',
  limitByAddress: 'signInsFromAddress',
  body: z.strictObject({ email: z.email().max(254) }),
  answers: { 200: z.object({ code: z.string() }) },
  handle: async ({ body: { email } }, { db, demoAccounts = [], secondFactors }) => {
    const account = demoAccounts.find((one) => one.email === email);
    const credential = account ? await credentialAt(db, email) : null;
    if (credential === null) throw new Problem('not_found', { zh: '没有这个账户。', en: 'There is no such account.' });
    return { code: await secondFactors.nextCode(credential.personId) };
  },
});
