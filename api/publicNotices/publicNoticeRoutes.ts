import { z } from 'zod';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { defineRoute } from '../http/defineRoute.js';
import { deadlineBody } from '../http/problem.js';
import { json } from '../openapi/parts.js';
import { revocations } from '../publicPages/revocations.js';
import { NoticeAnswer, NoticesAnswer, RevokedTitlesAnswer } from './answers.js';
import { getNotice, listNotices, NoticesQuery } from './publicNotices.js';

const tag = '公示';

/** Public notices, for people and programs: no sign-in, names in full. */
export const noticeRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/notices',
    tag,
    summary: '正在公示的名单',
    roles: 'public',
    query: NoticesQuery,
    answers: { 200: NoticesAnswer },
    handle: async ({ query, response }, services) => {
      const { notices, next } = await listNotices(services, query);
      const items = notices.map(({ until, ...notice }) => ({
        ...notice,
        until: until === null ? null : isoInBeijing(until),
        url: `${services.publicUrl}/notices/${notice.id}`,
      }));
      response.set('Link', '</api/notices/schema>; rel="describedby"; type="application/schema+json"');
      return { items, next };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/notices/{id}',
    tag,
    summary: '一份公示',
    roles: 'public',
    answers: { 200: NoticeAnswer },
    handle: async ({ params }, services) => {
      const { deadline, ...notice } = await getNotice(services, params.id);
      return { ...notice, deadline: deadline && deadlineBody(deadline) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/notices/schema',
    tag,
    summary: '公示名单的 JSON Schema',
    roles: 'public',
    answers: { 200: json },
    handle: ({ response }) => {
      response.type('application/schema+json').send(JSON.stringify(z.toJSONSchema(NoticesAnswer), null, 2));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/notices/revoked',
    tag,
    summary: '已撤销的资格',
    roles: 'public',
    answers: { 200: RevokedTitlesAnswer },
    handle: async (_input, { db }) => ({ items: await revocations(db) }),
  }),
];
