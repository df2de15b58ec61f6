import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { findAccount, listAccounts, revokeRole, unknownScope } from '../../records/people/accounts.js';
import { type Grant, grantRole } from '../../records/people/grantRole.js';
import { peopleAt } from '../../records/people/knownPeople.js';
import { roles, withoutAccount } from '../../rules/application/lifecycle.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { callerOf, requireRole } from './caller.js';
import { firstPassword } from './firstPassword.js';
import { createPerson } from './people.js';

const boundTo = { applicant: 'unitId', unit: 'unitId', department: 'departmentId' } as const;
const id = z.string().min(1).max(64).optional();

/** A role and what it is bound to: a unit, a department, or a campaign (absent: every campaign). */
export const RoleGrant = z
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
export const Invitation = z.strictObject({
  email: z.email().max(254),
  name: line(100),
  roles: z.array(RoleGrant).max(20),
});
export const PeopleQuery = z.strictObject({ q: line(100).optional(), cursor: z.string().max(254).optional() });

const limit = 50;

/**
 * `/api/people`: who has an account, and in which roles. For operators of the whole installation; nobody gives
 * themselves a role or takes one of their own away, so nobody can audit what they run, and one operator is always left.
 */
export function peopleRoutes({ db, auth }: Pick<Deps, 'db' | 'auth'>): Router {
  const router = Router();
  router.use(onlyOperators);

  router.get('/', async (request, response) => {
    const { q, cursor } = PeopleQuery.parse(request.query);
    const rows = await listAccounts(db, { q, after: cursor, limit: limit + 1 });
    const items = rows.slice(0, limit);
    response.json({ items, next: rows.length > limit ? (items.at(-1)?.email ?? null) : null });
  });

  router.post('/', async (request, response) => {
    const { email, name, roles } = Invitation.parse(request.body);
    for (const [index, grant] of roles.entries()) await refuseUnknown(grant, `roles.${index}.`);
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
    const password = firstPassword();
    const personId = await createPerson({ db, auth }, { email, name, password, roles, passwordChangeDue: true });
    response.status(201).json({ ...(await getAccount(personId)), firstPassword: password });
  });

  router.post('/:id/roles', async (request, response) => {
    const account = await getAccount(request.params.id);
    refuseOwn(callerOf(response).personId, account.id);
    const grant = RoleGrant.parse(request.body);
    await refuseUnknown(grant);
    await grantRole(db, account.id, grant);
    response.json(await getAccount(account.id));
  });

  router.delete('/:id/roles/:roleId', async (request, response) => {
    const { id: personId, roleId } = request.params;
    refuseOwn(callerOf(response).personId, personId);
    if (!isUuid(roleId) || !(await revokeRole(db, personId, roleId))) {
      throw new Problem('not_found', { zh: '此人没有这个角色。', en: 'This person does not have that role.' });
    }
    response.status(204).end();
  });
  return router;

  async function getAccount(personId: string) {
    const account = await findAccount(db, personId);
    if (!account) throw new Problem('not_found', { zh: '没有这个账户。', en: 'There is no such account.' });
    return account;
  }

  async function refuseUnknown({ role: _, ...scopes }: Grant, at = '') {
    const field = await unknownScope(db, scopes);
    if (field)
      throw new Problem(
        'body_invalid',
        { zh: '没有这个单位、部门或年度评审。', en: 'There is no such unit, department or annual review.' },
        { field: `${at}${field}` },
      );
  }
}

const onlyOperators: RequestHandler = (_request, response, next) => {
  requireRole(callerOf(response), ['operator']);
  next();
};

function refuseOwn(callerId: string, personId: string): void {
  if (callerId === personId)
    throw new Problem('not_permitted', {
      zh: '不能更改自己的角色，请由另一位运维人员办理。',
      en: 'Nobody changes their own roles; please let another operator do it.',
    });
}
