import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { decideMemberships } from '../../records/memberships/decideMemberships.js';
import { endMembership, membersOf } from '../../records/memberships/members.js';
import { waitingForUnit } from '../../records/memberships/membershipRequests.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { ends } from '../../rules/privacy/retention.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { DecidedAnswer, MembersAnswer, WaitingMembershipsAnswer } from './answers.js';
import { DecisionBody, PageQuery, pageFrom } from './decisionBody.js';
import { endClerk } from './endClerk.js';
import { ownUnit } from './ownUnit.js';

const tag = '所在单位';
const path = '/api/units/{id}';
const clerks = { tag, roles: 'signed in', among: ['unit'], subject: ownUnit } as const;

/** A unit sees to its people: who asks to join, who belongs to it, who acts for it. */
export const unitPeopleRoutes = [
  defineRoute({
    ...clerks,
    method: 'get',
    path: `${path}/membership-requests`,
    summary: '等待本单位同意的加入申请，先来的在前（单位）',
    query: PageQuery.omit({ q: true }),
    answers: { 200: WaitingMembershipsAnswer },
    handle: async ({ subject: unitId, query }, { db }) => {
      const rows = await waitingForUnit(db, { unitId, skip: query.cursor, limit: query.limit + 1 });
      const { items, next } = pageFrom(rows, query);
      return {
        items: items.map(({ id, personId, personName, partTime, askedAt }) => ({
          id,
          personId,
          personName,
          partTime,
          askedAt: isoInBeijing(askedAt),
        })),
        next,
      };
    },
  }),
  defineRoute({
    ...clerks,
    method: 'post',
    path: `${path}/membership-requests/decide`,
    summary: '成批同意或不同意加入申请；不同意的写明理由（单位）',
    body: DecisionBody,
    answers: { 200: DecidedAnswer },
    handle: async ({ subject: unitId, caller, body: { reason = null, ...body } }, services) => {
      const decided = { ...body, unitId, reason, by: caller.personId, at: services.wallClock() };
      const ids = await decideMemberships(services.db, decided);
      wakeMail(services);
      return { decided: [...ids] };
    },
  }),
  defineRoute({
    ...clerks,
    method: 'get',
    path: `${path}/members`,
    summary: '本单位的人员与经办人（单位）',
    query: PageQuery,
    answers: { 200: MembersAnswer },
    handle: async ({ subject: unitId, query }, { db }) => {
      const q = query.q === '' ? undefined : query.q;
      const rows = await membersOf(db, { unitId, q, finals: ends, skip: query.cursor, limit: query.limit + 1 });
      return pageFrom(rows, query);
    },
  }),
  defineRoute({
    ...clerks,
    method: 'post',
    path: `${path}/members/{personId}/end`,
    summary: '登记人员已离开本单位；未办结的申报仍由本单位办理（单位）',
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 204: null },
    handle: async ({ subject: unitId, caller, params: { personId }, body: { reason } }, services) => {
      const ended = { personId, unitId, by: caller.personId, reason, at: services.wallClock() };
      if (!(await endMembership(services.db, ended))) throw nobody();
      wakeMail(services);
    },
  }),
  defineRoute({
    ...clerks,
    method: 'post',
    path: `${path}/clerks/{personId}/end`,
    summary: '登记经办人不再经办；待办留给本单位其他经办人，最后一名不能取消（单位）',
    freshFactor: true,
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 204: null },
    handle: async ({ subject: unitId, caller, params: { personId }, body: { reason } }, { db }) => {
      await endClerk(db, { personId, of: { unitId }, by: caller.personId, reason });
    },
  }),
];

const nobody = () =>
  new Problem('not_found', { zh: '本单位没有这个人。', en: 'There is no such person in this unit.' });
