import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { findDepartments, findUnits } from '../../records/memberships/findUnits.js';
import { endMembership, unitsOf } from '../../records/memberships/members.js';
import { askMembership, membershipRequestsOf } from '../../records/memberships/membershipRequests.js';
import { unknownScope } from '../../records/people/accounts.js';
import { mostOpenRequests } from '../../rules/people/membership.js';
import { ends } from '../../rules/privacy/retention.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { FoundUnitsAnswer, OwnMembershipsAnswer } from './answers.js';
import { askedView, withdrawRoute } from './askedFor.js';

const tag = '所在单位';
const path = '/api/me/memberships';
const mostFound = 20;

/** The units a person belongs to: finding one, asking to join it, leaving it. */
export const ownMembershipRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/me/units-to-join',
    tag,
    summary: '按名称或统一社会信用代码查找单位，至多20个',
    roles: 'signed in',
    query: z.strictObject({ q: line(100).refine((text) => text.length >= 2) }),
    answers: { 200: FoundUnitsAnswer },
    handle: async ({ caller, query: { q } }, { db, limiters }) => {
      await limiters.unitSearches(caller.personId);
      return { items: [...(await findUnits(db, { q, limit: mostFound }))] };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/me/departments-above',
    tag,
    summary: '登记单位时按名称查找主管部门，至多20个',
    roles: 'signed in',
    query: z.strictObject({ q: line(100).refine((text) => text.length >= 2) }),
    answers: { 200: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) },
    handle: async ({ caller, query: { q } }, { db, limiters }) => {
      await limiters.unitSearches(caller.personId);
      return { items: [...(await findDepartments(db, { q, limit: mostFound }))] };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '我的单位与加入申请',
    roles: 'signed in',
    answers: { 200: OwnMembershipsAnswer },
    handle: async ({ caller: { personId } }, { db }) => {
      const [units, requests] = await Promise.all([unitsOf(db, personId, ends), membershipRequestsOf(db, personId)]);
      return {
        units: [...units],
        requests: requests.map((request) => {
          const { personName: _, ...own } = askedView(request);
          return own;
        }),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '申请加入一个单位，由单位同意',
    roles: 'signed in',
    body: z.strictObject({
      unitId: line(64),
      partTime: z.boolean().default(false).meta({ description: '兼职单位；不是的，原单位随同意而调离' }),
    }),
    answers: { 204: null },
    handle: async ({ caller: { personId }, body: { unitId, partTime } }, services) => {
      const { db, wallClock } = services;
      if ((await unknownScope(db, { unitId })) !== null) throw noUnit();
      const asked = { personId, unitId, partTime, at: wallClock(), most: mostOpenRequests };
      const outcome = await askMembership(db, asked);
      if (outcome !== 'asked') throw refusals[outcome]();
      wakeMail(services);
    },
  }),
  withdrawRoute({ path, tag, summary: '撤回加入申请' }, 'membership_requests'),
  defineRoute({
    method: 'post',
    path: '/api/me/units/{unitId}/leave',
    tag,
    summary: '离开一个单位；未办结的申报仍由该单位办理',
    roles: 'signed in',
    answers: { 204: null },
    handle: async ({ caller: { personId }, params: { unitId } }, services) => {
      const left = { personId, unitId, by: personId, reason: null, at: services.wallClock() };
      if (!(await endMembership(services.db, left))) throw noUnit();
      wakeMail(services);
    },
  }),
];

const noUnit = () => new Problem('not_found', { zh: '没有这个单位。', en: 'There is no such unit.' });
const refusals = {
  member: () => new Problem('already_there', { zh: '您已是这个单位的人员。', en: 'You belong to this unit already.' }),
  open: () =>
    new Problem('already_there', {
      zh: '您已向这个单位提出申请，请等待单位办理。',
      en: 'You have asked this unit already; please wait for its answer.',
    }),
  too_many: () =>
    new Problem('already_there', {
      zh: `您已有${mostOpenRequests}项申请在等待，请先撤回一项。`,
      en: `You have ${mostOpenRequests} requests waiting; please withdraw one first.`,
    }),
} as const;
