import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { personAt } from '../../records/people/credential.js';
import { wordsOf } from '../../records/people/ownWords.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { birthDateOf } from '../../rules/dossier/idNumber.js';
import { refuseForeignOrigin } from '../accounts/origin.js';
import { NewPassword, refuseWeakFor } from '../accounts/passwordRules.js';
import { beginSession } from '../accounts/sessions.js';
import { columnsOf, contact } from '../contacts/contactBody.js';
import { requiredIdNumber } from '../dossier/idNumber.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { openOwnAccount } from './openOwnAccount.js';

const tag = '账户';
const purpose = 'register';

const Registration = z.strictObject({
  contact,
  code: z.string().trim().min(1).max(20),
  name: line(50),
  idNumber: requiredIdNumber,
  newPassword: NewPassword,
});

/**
 * People open accounts of their own: a code proves the address or number, and one person has one account. Neither the
 * answer to the request for a code nor its time says whether there is an account already: its owner is told instead.
 */
export const registrationRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/auth/registration-codes',
    tag,
    summary: '注册：把验证码发到邮箱或手机',
    roles: 'public',
    limitByAddress: 'codesFromAddress',
    body: z.strictObject({ contact }),
    answers: { 204: null },
    handle: async ({ body, request }, { db, contactCodes }) => {
      refuseForeignOrigin(request);
      const place = { purpose, contact: body.contact };
      const reason = { zh: '您正在注册账户', en: 'You are opening an account.' };
      if ((await personAt(db, body.contact)) === null) await contactCodes.send(place, reason);
      else await contactCodes.sendInstead(place, haveOne);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/auth/registrations',
    tag,
    summary: '注册：凭验证码开设账户，随即登录',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: Registration,
    answers: { 201: z.object({ personId: z.string() }) },
    handle: async ({ body, request, response }, services) => {
      refuseForeignOrigin(request);
      const { code, name, idNumber, newPassword } = body;
      if (birthDateOf(idNumber) >= localDateOf(services.wallClock())) throw notBorn();
      // A password that is refused does not use the code up.
      await refuseWeakFor(newPassword, () => wordsOf(body));
      await services.contactCodes.take({ purpose, contact: body.contact }, code);
      const person = { id: randomUUID(), name, ...columnsOf(body.contact), idNumber, newPassword };
      await openOwnAccount(services, person);
      await beginSession(services, person.id, { request, response });
      return { personId: person.id };
    },
  }),
];

/** What goes to the owner of an account in place of a code. */
export const haveOne = {
  title: '您已有账户 / You have an account',
  lines: [
    '有人用这个邮箱注册账户，但您已有账户：请直接登录，忘记密码可在登录页重设。',
    'Somebody asked for an account with this address, but you have one: please sign in, or set another password on the sign-in page.',
    '不是您本人操作的，请不必理会。If this was not you, ignore this message.',
  ],
  short: {
    kind: 'notice',
    values: ['这个手机号已有账户，请直接登录'],
    text: '【职称评审】这个手机号已有账户，请直接登录，忘记密码可在登录页重设。',
  },
} as const;

const notBorn = () =>
  new Problem(
    'body_invalid',
    { zh: '身份证号中的出生日期还没有到。', en: 'The date of birth in the ID number lies in the future.' },
    { field: 'idNumber' },
  );
