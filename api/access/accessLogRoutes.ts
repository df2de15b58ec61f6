import { z } from 'zod';
import { type KeysetPlace, placeOf } from '../../records/keyset.js';
import { listAccesses, readingsOf } from '../../records/people/accessLog.js';
import { accessKinds, type ReadingKind } from '../../rules/access/accessKinds.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Caller } from '../accounts/caller.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { instant, line } from '../http/text.js';
import { AccessLogAnswer, accessKind, OwnReadingsAnswer } from './answers.js';

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
/** Candidates do not learn which experts judge them. */
const unnamed: readonly Role[] = ['expert', 'chair'];

/** The access log: all of it for supervisors, and for everybody who read their own data. */
export const accessLogRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/access-log',
    tag: '查阅记录',
    summary: '登录、登录失败、角色授予与查阅个人信息的记录（监督）',
    roles: ['supervisor'],
    anyScope: true,
    query: z.strictObject({
      kind: accessKind.optional(),
      q: line(64).optional().meta({ description: '姓名的一部分，或人员、申报的编号' }),
      address: line(64).optional(),
      from: instant.optional(),
      until: instant.optional(),
      ...page,
    }),
    answers: { 200: AccessLogAnswer },
    handle: async ({ query: { cursor, ...filter }, caller }, { db }) => {
      const campaignIds = supervised(caller);
      const { items, next } = await listAccesses(db, { ...filter, campaignIds, after: after(cursor) });
      return { items: items.map(({ at, ...one }) => ({ ...one, ...labelled(at, one.kind) })), next };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/me/readings',
    tag: '查阅记录',
    summary: '谁查看过我的资料',
    roles: 'signed in',
    query: z.strictObject(page),
    answers: { 200: OwnReadingsAnswer },
    handle: async ({ query: { cursor, limit }, caller: { personId } }, { db }) => {
      const { items, next } = await readingsOf(db, personId, { after: after(cursor), limit });
      return {
        items: items.map(({ id, at, kind, roles, personName, applicationId, reason }) => ({
          id,
          ...labelled(at, kind),
          kind: kind as ReadingKind,
          roles,
          name: roles.some((role) => unnamed.includes(role)) ? null : personName,
          applicationId,
          reason,
        })),
        next,
      };
    },
  }),
];

/** The campaigns a caller supervises; undefined: every one. */
function supervised({ bindings }: Caller): readonly string[] | undefined {
  const scopes = bindings.filter(({ role }) => role === 'supervisor').map(({ scope }) => scope);
  return scopes.includes(null) ? undefined : scopes.flatMap((scope) => scope ?? []);
}

const labelled = (at: number, kind: keyof typeof accessKinds) => ({
  at: isoInBeijing(at),
  kindLabel: accessKinds[kind],
});

/** @throws Problem `body_invalid` for a cursor nobody gave out */
function after(cursor: string | undefined): KeysetPlace | undefined {
  const place = cursor === undefined ? undefined : placeOf(cursor);
  if (place === null || place?.at === null)
    throw new Problem(
      'body_invalid',
      { zh: '翻页标记无效，请从第一页开始。', en: 'The cursor is not valid; please begin with the first page.' },
      { field: 'cursor' },
    );
  return place;
}
