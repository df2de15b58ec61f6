import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import {
  askRegistration,
  decideRegistrations,
  registrationsOf,
  waitingRegistrations,
} from '../../records/memberships/unitRegistrations.js';
import { unknownScope } from '../../records/people/accounts.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { noLongerRunning } from '../../rules/campaign/campaignStates.js';
import { mostOpenRequests, requestOutcomes } from '../../rules/people/membership.js';
import type { Caller } from '../accounts/caller.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { employerKind } from '../http/campaignCodes.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { administrativeRegion, line } from '../http/text.js';
import { DecidedAnswer } from '../memberships/answers.js';
import { askedView, withdrawRoute } from '../memberships/askedFor.js';
import { DecisionBody, PageQuery, pageFrom } from '../memberships/decisionBody.js';
import { at } from '../openapi/parts.js';
import { creditCode } from './creditCodeField.js';

const text = z.string().nullable();
const fields = {
  creditCode,
  name: line(100),
  kind: employerKind,
  region: administrativeRegion.nullable().default(null),
  departmentId: line(64).nullable().default(null).meta({ description: '主管部门；空：由评委会办事机构办理' }),
  superiorId: line(64).nullable().default(null).meta({ description: '上级单位，代替主管部门：由其经办人办理' }),
  contact: line(100).meta({ description: '单位联系电话与地址' }),
};
const Registration = z
  .strictObject(fields)
  .refine(({ departmentId, superiorId }) => departmentId === null || superiorId === null, {
    path: ['superiorId'],
    message: bilingualMessage(
      '有上级单位的不填主管部门，随上级单位。',
      'With a superior unit, the departments follow from that; please name one of the two.',
    ),
  });
const RegistrationAnswer = z
  .object({
    ...fields,
    creditCode: z.string(),
    region: text,
    departmentId: text,
    id: z.uuid(),
    departmentName: text,
    superiorId: text,
    superiorName: text,
    personName: z.string().meta({ description: '首任经办人' }),
    askedAt: at,
    outcome: z.enum(requestOutcomes).nullable(),
    reason: text,
    decidedAt: at.nullable(),
  })
  .meta({ id: 'UnitRegistration' });

const tag = '设立';
const own = '/api/me/unit-registrations';
const path = '/api/unit-registrations';
const deciders = { tag, roles: ['unit', 'department', 'office'], anyScope: true } as const;

/** Units register themselves with their code and first clerk; the department or unit above or the office accepts them. */
export const unitRegistrationRoutes = [
  defineRoute({
    method: 'get',
    path: own,
    tag,
    summary: '我提出的单位登记申请',
    roles: 'signed in',
    answers: { 200: z.object({ items: z.array(RegistrationAnswer) }) },
    handle: async ({ caller: { personId } }, { db }) => ({
      items: (await registrationsOf(db, personId)).map(askedView),
    }),
  }),
  defineRoute({
    method: 'post',
    path: own,
    tag,
    summary: '申请登记用人单位，本人为首任经办人',
    roles: 'signed in',
    body: Registration,
    answers: { 204: null },
    handle: async ({ caller: { personId }, body }, services) => {
      const { db, wallClock } = services;
      const unknown = await unknownScope(db, {
        ...(body.departmentId !== null && { departmentId: body.departmentId }),
        ...(body.superiorId !== null && { unitId: body.superiorId }),
      });
      if (unknown !== null) throw nothingAbove(unknown === 'unitId' ? 'superiorId' : unknown);
      const limits = { at: wallClock(), most: mostOpenRequests, closed: noLongerRunning };
      const outcome = await askRegistration(db, { ...body, personId, ...limits });
      if (outcome !== 'asked') throw new Problem('already_there', refusals[outcome], { field: 'creditCode' });
      wakeMail(services);
    },
  }),
  withdrawRoute({ path: own, tag, summary: '撤回单位登记申请' }, 'unit_registrations'),
  defineRoute({
    ...deciders,
    method: 'get',
    path,
    summary: '等待登记的单位，先来的在前（上级单位、主管部门看本单位、本部门的，办事机构看全部）',
    query: PageQuery.omit({ q: true }),
    answers: { 200: z.object({ items: z.array(RegistrationAnswer), next: text }) },
    handle: async ({ caller, query }, { db }) => {
      const rows = await waitingRegistrations(db, {
        ...scopeOf(caller),
        skip: query.cursor,
        limit: query.limit + 1,
      });
      const { items, next } = pageFrom(rows, query);
      return { items: items.map(askedView), next };
    },
  }),
  defineRoute({
    ...deciders,
    method: 'post',
    path: `${path}/decide`,
    summary: '成批同意或不同意登记单位；不同意的写明理由（上级单位、主管部门、办事机构）',
    freshFactor: true,
    body: DecisionBody,
    answers: { 200: DecidedAnswer },
    handle: async ({ caller, body: { reason = null, ...body } }, services) => {
      const decided = { ...body, ...scopeOf(caller), reason, by: caller.personId, at: services.wallClock() };
      const ids = await decideRegistrations(services.db, decided);
      wakeMail(services);
      return { decided: [...ids] };
    },
  }),
];

/** Units and departments decide what names them; the office decides everything. */
function scopeOf({ bindings }: Caller) {
  const scopesOf = (of: Role) => bindings.flatMap(({ role, scope }) => (role === of && scope !== null ? [scope] : []));
  return {
    units: scopesOf('unit'),
    departments: scopesOf('department'),
    all: bindings.some(({ role }) => role === 'office'),
  };
}

const nothingAbove = (field: string) =>
  new Problem(
    'body_invalid',
    { zh: '没有这个主管部门或上级单位。', en: 'There is no such department or superior unit.' },
    { field },
  );

const refusals = {
  registered: {
    zh: '这个单位已经登记，请在“我的单位”中申请加入，或联系其经办人。',
    en: 'This unit is registered already; please ask to join it, or turn to its clerk.',
  },
  open: { zh: '您已为这个单位申请登记，请等待办理。', en: 'You have asked for this unit already; please wait.' },
  too_many: {
    zh: `您已有${mostOpenRequests}项单位登记在等待，请先撤回一项。`,
    en: `You have ${mostOpenRequests} units waiting; please withdraw one first.`,
  },
} as const;
