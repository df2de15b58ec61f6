import { type AskedFor, withdrawAsked } from '../../records/memberships/askedFor.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';

/** What somebody asked for as the API shows it; whoever may see it knows who that is. */
export function askedView<Asked extends AskedFor>({ personId: _, askedAt, decidedAt, ...asked }: Asked) {
  return {
    ...asked,
    askedAt: isoInBeijing(askedAt),
    decidedAt: decidedAt === null ? null : isoInBeijing(decidedAt),
  };
}

/** The route on which a person takes back what they asked for. */
export const withdrawRoute = <Path extends string>(
  { path, tag, summary }: { readonly path: Path; readonly tag: string; readonly summary: string },
  table: Parameters<typeof withdrawAsked>[1],
) =>
  defineRoute({
    method: 'post',
    path: `${path}/{requestId}/withdraw` as const,
    tag,
    summary,
    roles: 'signed in',
    answers: { 204: null },
    handle: async ({ caller: { personId }, params }, { db, wallClock }) => {
      const { requestId: id = '' } = params as { readonly requestId?: string };
      if (isUuid(id) && (await withdrawAsked(db, table, { id, personId, at: wallClock() }))) return;
      throw new Problem('not_found', {
        zh: '没有这项申请，或已办结。',
        en: 'There is no such request, or it has been decided.',
      });
    },
  });
