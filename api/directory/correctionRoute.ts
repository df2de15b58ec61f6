import { z } from 'zod';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { correctUnopened } from '../../records/people/correctUnopened.js';
import { AccountAnswer } from '../accounts/answers.js';
import { invitePerson } from '../accounts/invitePerson.js';
import { anotherAccount, getAccount } from '../accounts/subjects.js';
import { columnsOf, contact } from '../contacts/contactBody.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';

const Correction = z.strictObject({ name: line(100), contact });

/** Corrects an account before its owner opens it, and invites them anew: what was sent to a wrong address works no more. */
export const correctionRoute = defineRoute({
  method: 'put',
  path: '/api/people/{id}',
  tag: '设立',
  summary: '更正尚未启用的账户：姓名、邮箱或手机号；重新发出邀请，原链接失效（运维）',
  roles: ['operator'],
  freshFactor: true,
  subject: anotherAccount,
  body: Correction,
  answers: { 200: AccountAnswer },
  handle: async ({ subject: { id }, body: { name, contact: to }, caller }, services) => {
    const { db } = services;
    const person = { name, ...columnsOf(to) };
    if (!(await correctUnopened(db, { id, ...person }).catch(refuseTaken)))
      throw new Problem('not_editable', {
        zh: '账户已启用，由本人在“我的账户”中更正。',
        en: 'The account is in use; its owner corrects it on the account page.',
      });
    await invitePerson(services, { personId: id, ...person }, caller.personId);
    return await getAccount(db, id);
  },
});

function refuseTaken(error: unknown): never {
  throw isAlreadyThere(error)
    ? new Problem(
        'already_there',
        { zh: '这个邮箱或手机号已有账户。', en: 'There is an account with this address or number.' },
        { field: 'contact' },
      )
    : error;
}
