import { z } from 'zod';
import { endSession, endSessions, sessionsOf } from '../../records/people/sessions.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { at } from '../openapi/parts.js';
import { idleMinutes } from './sessions.js';

const tag = '账户';
const path = '/api/me/sessions';
const SessionsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      current: z.boolean(),
      signedInAt: at,
      lastSeenAt: at,
      ipAddress: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
});

/** Where the caller is signed in, and ending it there. */
export const ownSessionRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '本人的登录：何时、何处',
    roles: 'signed in',
    answers: { 200: SessionsAnswer },
    handle: async ({ caller: { personId, session } }, { db }) => ({
      items: (await sessionsOf(db, personId, idleMinutes)).map(({ createdAt, lastSeenAt, ...one }) => ({
        ...one,
        current: one.id === session.id,
        signedInAt: isoInBeijing(createdAt),
        lastSeenAt: isoInBeijing(lastSeenAt),
      })),
    }),
  }),
  defineRoute({
    method: 'delete',
    path,
    tag,
    summary: '结束本人的其他登录',
    roles: 'signed in',
    answers: { 204: null },
    handle: ({ caller: { personId, session } }, { db }) => endSessions(db, personId, session.id),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{sessionId}`,
    tag,
    summary: '结束本人的一次登录',
    roles: 'signed in',
    answers: { 204: null },
    handle: async ({ caller, params: { sessionId } }, { db }) => {
      if (!isUuid(sessionId) || !(await endSession(db, caller.personId, sessionId)))
        throw new Problem('not_found', { zh: '没有这次登录。', en: 'There is no such session.' });
    },
  }),
];
