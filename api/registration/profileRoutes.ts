import { z } from 'zod';
import { credentialOf, personAt } from '../../records/people/credential.js';
import {
  askName,
  decideNames,
  lastNameChange,
  type NameChange,
  profileOf,
  saveSettings,
  setOwnContact,
  waitingNames,
} from '../../records/people/profiles.js';
import { registeredIdNumber } from '../../records/people/registrants.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { maskedIdNumber } from '../../rules/dossier/maskedIdentity.js';
import { languages, letterWays, requestOutcomes } from '../../rules/people/membership.js';
import type { Caller } from '../accounts/caller.js';
import { verifyPassword } from '../accounts/passwordHash.js';
import { mailTo } from '../contacts/accountMessages.js';
import { contact } from '../contacts/contactBody.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { DecidedAnswer } from '../memberships/answers.js';
import { DecisionBody, PageQuery, pageFrom } from '../memberships/decisionBody.js';
import { at } from '../openapi/parts.js';
import { haveOne } from './registrationRoutes.js';

const tag = '账户';
const text = z.string().nullable();
const path = '/api/me/profile';
const nameChange = {
  id: z.uuid(),
  personName: z.string().meta({ description: '现在的姓名' }),
  name: z.string(),
  reason: z.string(),
  askedAt: at,
  outcome: z.enum(requestOutcomes).nullable(),
};
const NameChangeAnswer = z.object(nameChange).meta({ id: 'NameChange' });
const ProfileAnswer = z.object({
  name: z.string(),
  email: text,
  phone: text,
  letters: z.enum(letterWays),
  language: z.enum(languages).nullable(),
  idNumber: text.meta({ description: '注册时的身份证号，只显示末四位' }),
  nameChange: z.object(nameChange).nullable(),
});
const purposeOf = (personId: string) => `contact ${personId}`;
const deciders = { tag, roles: ['unit', 'operator'], anyScope: true } as const;

/** A person's own account: how they are reached, in which language, and their name, which another person approves. */
export const profileRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '我的账户资料',
    roles: 'signed in',
    answers: { 200: ProfileAnswer },
    handle: async ({ caller: { personId } }, { db }) => {
      const [profile, number, change] = await Promise.all([
        profileOf(db, personId),
        registeredIdNumber(db, personId),
        lastNameChange(db, personId),
      ]);
      if (!profile) return undefined;
      return {
        ...profile,
        idNumber: number && maskedIdNumber(number),
        nameChange: change && viewOf(change),
      };
    },
  }),
  defineRoute({
    method: 'patch',
    path,
    tag,
    summary: '通知方式与语言',
    roles: 'signed in',
    body: z.strictObject({ letters: z.enum(letterWays), language: z.enum(languages).nullable() }),
    answers: { 204: null },
    handle: async ({ caller: { personId }, body }, { db }) => {
      const profile = await profileOf(db, personId);
      if (body.letters !== 'mail' && profile?.phone == null)
        throw new Problem(
          'body_invalid',
          { zh: '请先登记手机号。', en: 'Please add a mobile number first.' },
          { field: 'letters' },
        );
      await saveSettings(db, personId, body);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/me/contact-codes',
    tag,
    summary: '更改邮箱或手机号：把验证码发到新的邮箱或手机',
    roles: 'signed in',
    limitByAddress: 'codesFromAddress',
    body: z.strictObject({ contact }),
    answers: { 204: null },
    handle: async ({ caller: { personId }, body }, { db, contactCodes }) => {
      const place = { purpose: purposeOf(personId), contact: body.contact };
      if ((await personAt(db, body.contact)) !== null) return await contactCodes.sendInstead(place, haveOne);
      await contactCodes.send(place, { zh: '您正在更改账户的联系方式', en: 'You are changing how you are reached.' });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/me/contact',
    tag,
    summary: '更改邮箱或手机号：输入验证码与密码',
    roles: 'signed in',
    body: z.strictObject({ contact, code: z.string().trim().min(1).max(20), password: z.string().min(1).max(128) }),
    answers: { 204: null },
    handle: async ({ caller: { personId }, body }, services) => {
      const { db, limiters, contactCodes } = services;
      await limiters.passwordChanges(personId);
      const hash = await credentialOf(db, personId);
      if (hash === null || !(await verifyPassword(hash, body.password)))
        throw new Problem('body_invalid', { zh: '密码不正确。', en: 'The password is wrong.' }, { field: 'password' });
      await contactCodes.take({ purpose: purposeOf(personId), contact: body.contact }, body.code);
      const before = await profileOf(db, personId);
      const column = body.contact.includes('@') ? 'email' : 'phone';
      if (!(await setOwnContact(db, personId, { column, contact: body.contact })))
        throw new Problem('already_there', {
          zh: '这个邮箱或手机号已有账户。',
          en: 'There is an account with this address or number.',
        });
      // Who takes an account over changes the address first: the one before hears of it.
      if (column === 'email' && before?.email)
        await mailTo(services, before.email, addressChanged).catch(() => undefined);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/me/name-changes',
    tag,
    summary: '申请更改姓名，由所在单位或运维人员同意',
    roles: 'signed in',
    body: z.strictObject({ name: line(50), reason: paragraph(500) }),
    answers: { 204: null },
    handle: ({ caller: { personId }, body }, { db, wallClock }) => askName(db, { ...body, personId, at: wallClock() }),
  }),
  defineRoute({
    ...deciders,
    method: 'get',
    path: '/api/name-changes',
    summary: '等待同意的更名申请（单位看本单位人员的，运维看全部）',
    query: PageQuery.omit({ q: true }),
    answers: { 200: z.object({ items: z.array(NameChangeAnswer), next: text }) },
    handle: async ({ caller, query }, { db }) => {
      const rows = await waitingNames(db, { ...scopeOf(caller), skip: query.cursor, limit: query.limit + 1 });
      const { items, next } = pageFrom(rows, query);
      return { items: items.map(viewOf), next };
    },
  }),
  defineRoute({
    ...deciders,
    method: 'post',
    path: '/api/name-changes/decide',
    summary: '成批同意或不同意更名（单位、运维）',
    freshFactor: true,
    body: DecisionBody,
    answers: { 200: DecidedAnswer },
    handle: async ({ caller, body: { ids, decision } }, { db, wallClock }) => {
      const decided = { ...scopeOf(caller), ids, decision, by: caller.personId, at: wallClock() };
      return { decided: [...(await decideNames(db, decided))] };
    },
  }),
];

function scopeOf({ bindings }: Caller) {
  const units = bindings.flatMap(({ role, scope }) => (role === 'unit' && scope !== null ? [scope] : []));
  return { units, all: bindings.some(({ role }) => role === 'operator') };
}

function viewOf({ id, personName, name, reason, askedAt, outcome }: NameChange) {
  return { id, personName, name, reason, askedAt: isoInBeijing(askedAt), outcome };
}

const addressChanged = {
  title: '账户的邮箱已更改 / Your address was changed',
  lines: [
    '您的账户今后以另一个邮箱登录和接收通知。',
    'From now on your account has another email address.',
    '不是您本人办理的，请立即告知运维人员。If this was not you, tell an operator at once.',
  ],
};
