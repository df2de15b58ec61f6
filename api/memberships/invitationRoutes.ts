import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { joinByInvitation, openByInvitation, takeInvitation } from '../../records/memberships/acceptInvitation.js';
import { findInvitation, type OpenInvitation } from '../../records/memberships/invitations.js';
import { setOwnPassword } from '../../records/people/ownPassword.js';
import { wordsOf } from '../../records/people/ownWords.js';
import { findPerson } from '../../records/people/people.js';
import { sealIdNumber } from '../../records/people/registrants.js';
import { endSessions } from '../../records/people/sessions.js';
import { refuseForeignOrigin } from '../accounts/origin.js';
import { hashPassword } from '../accounts/passwordHash.js';
import { refuseWeak, refuseWeakFor } from '../accounts/passwordRules.js';
import { beginSession } from '../accounts/sessions.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { opensNone, refuseKnownIdNumber } from '../registration/openOwnAccount.js';
import type { Services } from '../services.js';
import { Acceptance, InvitationAnswer, token } from './invitationBodies.js';

const tag = '账户';
const path = '/api/auth/invitations';

/** Whoever holds the link of an invitation proves with it that its address or number is theirs. */
export const invitationRoutes = [
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '凭链接查看邀请',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: z.strictObject({ token }),
    answers: { 200: InvitationAnswer },
    handle: async ({ body, request }, services) => {
      refuseForeignOrigin(request);
      const { name, email, phone, scopeName, role, personId, hasAccount } = await getOpen(services, body.token);
      return {
        name,
        contact: email ?? phone ?? '',
        scopeName,
        role,
        hasAccount: personId === null && hasAccount,
        needsIdNumber: role === 'applicant',
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/accept`,
    tag,
    summary: '凭邀请开设账户或设置密码，随即登录',
    roles: 'public',
    limitByAddress: 'signInsFromAddress',
    body: Acceptance,
    answers: { 201: z.object({ personId: z.string() }) },
    handle: async ({ body, request, response }, services) => {
      refuseForeignOrigin(request);
      const invitation = await getOpen(services, body.token);
      const personId = await (invitation.personId === null
        ? openAccount(services, invitation, body)
        : setPassword(services, invitation.personId, body));
      await beginSession(services, personId, { request, response });
      return { personId };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/me/invitations',
    tag,
    summary: '已有账户的，登录后接受邀请',
    roles: 'signed in',
    body: z.strictObject({ token }),
    answers: { 204: null },
    handle: async ({ caller: { personId }, body }, services) => {
      const { db, wallClock } = services;
      const invitation = await getOpen(services, body.token);
      const person = await findPerson(db, personId);
      // A link that was passed on lets nobody else in.
      if (invitation.personId !== null || person?.name !== invitation.name)
        throw new Problem('not_yours', {
          zh: '这份邀请写的是另一个姓名，不能用您的账户接受；姓名写错的，请邀请方重新邀请。',
          en: 'This invitation names somebody else and cannot be accepted with your account; if the name is wrong, ask for another.',
        });
      if (!(await joinByInvitation(db, { token: body.token, personId, at: wallClock() }))) throw closed();
      wakeMail(services);
    },
  }),
];

type Body = z.output<typeof Acceptance>;

/** @throws Problem `already_there`, `password_weak`, `link_invalid` */
async function openAccount(
  services: Pick<Services, 'db' | 'wallClock' | 'engine' | 'logger'>,
  invitation: OpenInvitation,
  { token: used, newPassword, idNumber }: Body,
): Promise<string> {
  const { db, wallClock } = services;
  const { name, email, phone, role, hasAccount } = invitation;
  if (hasAccount)
    throw new Problem('already_there', {
      zh: '这个邮箱或手机号已有账户，请登录后接受邀请。',
      en: 'There is an account with this address or number; please sign in and accept the invitation.',
    });
  if (role === 'applicant' && idNumber === undefined)
    throw new Problem(
      'body_invalid',
      { zh: '请填写身份证号。', en: 'Please give your ID number.' },
      { field: 'idNumber' },
    );
  await refuseWeakFor(newPassword, () => wordsOf({ name, contact: email ?? phone ?? '', idNumber: idNumber ?? '' }));
  if (idNumber !== undefined) await refuseKnownIdNumber(services, idNumber);
  const personId = randomUUID();
  const identity = idNumber === undefined ? null : await sealIdNumber(db, personId, idNumber);
  const passwordHash = await hashPassword(newPassword);
  const account = { token: used, personId, at: wallClock(), name, email, phone, passwordHash, identity };
  const outcome = await openByInvitation(db, account);
  if (outcome === 'taken') throw opensNone();
  if (outcome === 'closed') throw closed();
  return personId;
}

/** @throws Problem `password_weak`, `link_invalid` */
async function setPassword(
  { db, wallClock }: Pick<Services, 'db' | 'wallClock'>,
  personId: string,
  { token: used, newPassword }: Body,
): Promise<string> {
  await refuseWeak(db, personId, newPassword);
  const passwordHash = await hashPassword(newPassword);
  if (!(await takeInvitation(db, { token: used, personId, at: wallClock() }))) throw closed();
  await setOwnPassword(db, { personId, passwordHash, change: 'password_by_invitation' });
  await endSessions(db, personId);
  return personId;
}

/** @throws Problem `link_invalid` */
async function getOpen({ db, wallClock }: Pick<Services, 'db' | 'wallClock'>, used: string): Promise<OpenInvitation> {
  const invitation = await findInvitation(db, used, wallClock());
  if (invitation === null) throw closed();
  return invitation;
}

const closed = () =>
  new Problem('link_invalid', {
    zh: '这份邀请已接受、已撤回或已过期，请联系邀请您的单位或部门。',
    en: 'This invitation was accepted or withdrawn, or has expired; please ask whoever invited you.',
  });
