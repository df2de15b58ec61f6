import type { RequestHandler } from 'express';
import { z } from 'zod';
import { listApplications, type Scope } from '../../records/queue.js';
import { placeOf } from '../../records/queueCursor.js';
import { isoInBeijing } from '../../rules/instant.js';
import { lifecycle, statuses } from '../../rules/lifecycle.js';
import { type Binding, type Caller, callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { Problem } from '../problem.js';
import { instant, line } from '../text.js';

const manyStatuses = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(statuses)).max(statuses.length));

export const ListQuery = z.strictObject({
  status: manyStatuses.optional(),
  unit: line(64).optional(),
  department: line(64).optional(),
  campaign: line(64).optional(),
  /** Only what is due before this instant. */
  due: instant.optional(),
  needsAttention: z.stringbool().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** `GET /api/applications`: what the caller may see, earliest due first, a page at a time. */
export function listRoute({ db, clock }: Pick<Deps, 'db' | 'clock'>): RequestHandler {
  return async (request, response) => {
    const { status, unit, department, campaign, due, needsAttention, cursor, limit } = ListQuery.parse(request.query);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (after === null) throw new Problem('body_invalid', '翻页标记无效，请从第一页开始。', { field: 'cursor' });
    const { items, next } = await listApplications(db, {
      scopes: scopesOf(callerOf(response)),
      statuses: status,
      unitId: unit,
      departmentId: department,
      campaignId: campaign,
      dueBefore: due,
      needsAttention,
      after,
      limit,
    });
    const now = await clock();
    response.json({
      items: items.map((item) => ({
        ...item,
        statusWords: { zh: lifecycle[item.status].zh, en: lifecycle[item.status].en },
        due: item.due === null ? null : isoInBeijing(item.due),
        pastDue: item.due !== null && item.due <= now,
        updatedAt: isoInBeijing(item.updatedAt),
      })),
      next,
    });
  };
}

/** What the caller's roles let them see; a department's queue is what lies with it now. */
function scopesOf({ personId, bindings }: Caller): Scope[] {
  const scopes = bindings.flatMap((binding) => scopeOf(binding, personId));
  const everything = scopes.find(({ kind }) => kind === 'all');
  if (everything) return [everything];
  const names = new Map(scopes.map((scope) => [JSON.stringify(scope), scope]));
  return [...names.values()];
}

function scopeOf({ role, scope }: Binding, personId: string): Scope[] {
  switch (role) {
    case 'applicant':
      return [{ kind: 'applicant', id: personId }];
    case 'unit':
    case 'department':
      return scope === null ? [] : [{ kind: role, id: scope }];
    case 'timer':
      return [];
    default:
      return [scope === null ? { kind: 'all' } : { kind: 'campaign', id: scope }];
  }
}
