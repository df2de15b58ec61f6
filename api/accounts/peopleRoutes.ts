import { z } from 'zod';
import type { Database } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { addAccess } from '../../records/people/accessLog.js';
import { listAccounts, revokeRole, unknownScope } from '../../records/people/accounts.js';
import type { Grant } from '../../records/people/grantRole.js';
import { peopleAt } from '../../records/people/knownPeople.js';
import { releaseSubject } from '../../records/people/signOnSubjects.js';
import { roles, withoutAccount } from '../../rules/application/lifecycle.js';
import { isUuid } from '../applications/visible.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { AccountsAnswer, GrantedAnswer } from './answers.js';
import { giveRole } from './giveRole.js';
import { invitePerson } from './invitePerson.js';
import { createPerson } from './people.js';
import { anotherAccount, getAccount, refuseOwn } from './subjects.js';

const boundTo = { applicant: 'unitId', unit: 'unitId', department: 'departmentId' } as const;
const id = z.string().min(1).max(64).optional();

/** A role and what it is bound to: a unit, a department, or a campaign (absent: every campaign). */
const RoleGrant = z
  .strictObject({
    role: z.enum(roles).exclude(withoutAccount),
    unitId: id,
    departmentId: id,
    campaignId: id,
  })
  .superRefine(({ role, ...scopes }, context) => {
    const needed = role in boundTo ? boundTo[role as keyof typeof boundTo] : null;
    for (const name of ['unitId', 'departmentId', 'campaignId'] as const) {
      const given = scopes[name] !== undefined;
      if (name === needed && !given)
        context.addIssue({ code: 'custom', path: [name], message: bilingualMessage('必填。', 'This is required.') });
      const fitting = name === needed || (needed === null && name === 'campaignId');
      if (given && !fitting)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: bilingualMessage('这个角色不能这样限定。', 'This role cannot be bound like that.'),
        });
    }
  })
  .transform(
    ({ role, unitId, departmentId, campaignId }): Grant => ({
      role,
      ...(unitId === undefined ? {} : { unitId }),
      ...(departmentId === undefined ? {} : { departmentId }),
      ...(campaignId === undefined ? {} : { campaignId }),
    }),
  );
const Invitation = z.strictObject({
  email: z.email().max(254),
  name: line(100),
  roles: z.array(RoleGrant).max(20),
});

const limit = 50;
const tag = '设立';
const operators = ['operator'] as const;

/**
 * Who has an account, and in which roles. For operators of the whole installation. Nobody gives themselves a role or
 * takes one of their own away, so nobody can audit what they run, and one operator is always left.
 */
export const peopleRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/people',
    tag,
    summary: '账户及其角色（运维）',
    roles: operators,
    query: z.strictObject({ q: line(100).optional(), cursor: z.string().max(64).optional() }),
    answers: { 200: AccountsAnswer },
    handle: async ({ query: { q, cursor } }, { db }) => {
      const rows = await listAccounts(db, { q, after: cursor, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/people',
    tag,
    summary: '开设账户：角色，并把邀请寄给本人，由其设置密码（运维）',
    roles: operators,
    freshFactor: true,
    body: Invitation,
    answers: { 201: GrantedAnswer },
    handle: async ({ body, caller, request }, services) => {
      const { db } = services;
      const { email, name, roles: grants } = body;
      for (const [index, grant] of grants.entries()) await refuseUnknown(db, grant, `roles.${index}.`);
      const [known] = await peopleAt(db, [email.toLowerCase()]);
      if (known)
        throw new Problem(
          'already_there',
          {
            zh: '这个邮箱已有账户，可以直接为其增加角色。',
            en: 'There is an account with this email already; you can give it another role.',
          },
          { field: 'email' },
        );
      const personId = await createPerson({ db }, { email, name, password: null, roles: [] });
      const address = request.ip ?? null;
      const give = (to: string, grant: Grant) => giveRole(db, caller.personId, to, grant, address);
      let pending = false;
      for (const grant of grants) pending = (await give(personId, grant)) || pending;
      await invitePerson(services, { personId, name, email: email.toLowerCase(), phone: null }, caller.personId);
      return { ...(await getAccount(db, personId)), pending };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/people/{id}/invitation',
    tag,
    summary: '把设置密码的邀请寄给本人：尚未启用的账户，或忘记密码又不能自己重设的（运维）',
    roles: operators,
    freshFactor: true,
    subject: anotherAccount,
    answers: { 204: null },
    handle: async ({ subject: { id: personId, name, email, phone }, caller }, services) => {
      await invitePerson(services, { personId, name, email, phone: email === null ? phone : null }, caller.personId);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/people/{id}/single-sign-on',
    tag,
    summary: '解除账户与统一认证用户的绑定；下次以本人已核实的信息登录的即为新绑定（运维）',
    roles: operators,
    freshFactor: true,
    subject: anotherAccount,
    answers: { 204: null },
    handle: async ({ subject: { id: subjectId }, caller, request }, { db }) => {
      const released = await inTransaction(db, async (statements) => {
        const was = await releaseSubject(statements, subjectId);
        const entry = { kind: 'sign_on_released', personId: caller.personId, subjectId } as const;
        if (was) await addAccess({ pool: statements }, { ...entry, address: request.ip ?? null });
        return was;
      });
      if (!released)
        throw new Problem('not_found', {
          zh: '这个账户没有绑定统一认证。',
          en: 'The account is not bound to single sign-on.',
        });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/people/{id}/roles',
    tag,
    summary: '增加角色（运维；不能给自己；办事机构、主任委员、监督、运维须另一位运维人员确认）',
    roles: operators,
    freshFactor: true,
    subject: anotherAccount,
    body: RoleGrant,
    answers: { 200: GrantedAnswer },
    handle: async ({ subject: account, body: grant, caller, request }, { db }) => {
      await refuseUnknown(db, grant);
      const pending = await giveRole(db, caller.personId, account.id, grant, request.ip ?? null);
      return { ...(await getAccount(db, account.id)), pending };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/people/{id}/roles/{roleId}',
    tag,
    summary: '取消角色（运维；不能取消自己的）；此人的登录随之结束',
    roles: operators,
    freshFactor: true,
    answers: { 204: null },
    handle: async ({ params: { id: personId, roleId }, caller, request }, { db }) => {
      refuseOwn(caller.personId, personId);
      const held = (await getAccount(db, personId)).roles.find(({ id }) => id === roleId);
      if (held) {
        const entry = { kind: 'role_removed', personId: caller.personId, subjectId: personId } as const;
        await addAccess(db, {
          ...entry,
          roles: [held.role],
          campaignId: held.campaignId,
          address: request.ip ?? null,
        });
      }
      if (!isUuid(roleId) || !(await revokeRole(db, personId, roleId))) {
        throw new Problem('not_found', { zh: '此人没有这个角色。', en: 'This person does not have that role.' });
      }
    },
  }),
];

async function refuseUnknown(db: Database, { role: _, ...scopes }: Grant, at = ''): Promise<void> {
  const field = await unknownScope(db, scopes);
  if (field)
    throw new Problem(
      'body_invalid',
      { zh: '没有这个单位、部门或年度评审。', en: 'There is no such unit, department or annual review.' },
      { field: `${at}${field}` },
    );
}
