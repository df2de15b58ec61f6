import { z } from 'zod';
import { unitsUnderSanction } from '../../records/conferral/unitsUnderSanction.js';
import type { Database } from '../../records/database.js';
import { placeOf } from '../../records/keyset.js';
import { listApplications, type QueueFilter, type QueueItem, type Scope } from '../../records/queue/queue.js';
import { statuses } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { type Instant, isoInBeijing, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import { beforeRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import type { Binding, Caller } from '../accounts/caller.js';
import { level } from '../http/campaignCodes.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { instant, line } from '../http/text.js';
import { searchedBy } from '../queue/searchedBy.js';
import { ListAnswer } from './answers.js';
import { statusLabelsOf } from './statusLabelsOf.js';
import { withoutRecused } from './unrecused.js';

const manyStatuses = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(statuses)).max(statuses.length));

/** Filters of the queue. */
export const CountsQuery = z.strictObject({
  status: manyStatuses.optional(),
  unit: line(64).optional(),
  department: line(64).optional(),
  campaign: line(64).optional(),
  level: level.optional(),
  specialty: line(64).optional(),
  q: line(200).optional().meta({
    description:
      '申报人姓名或用人单位名称的一部分（汉字或拼音首字母），或申报编号、完整的身份证号、缴款码、打印件的核验码或二维码网址',
  }),
  due: instant.optional().meta({ description: '只看此刻以前到期的；期限中止的不算' }),
  needsAttention: z.stringbool().optional(),
  retiring: z.stringbool().optional().meta({ description: '只看评审期间达到法定退休年龄、尚未终结的' }),
  extension: z.literal('pending').optional().meta({ description: '只看有待批准的延期的' }),
  pause: z.literal('pending').optional().meta({ description: '只看有待批准的期限中止的' }),
});

export const ListQuery = CountsQuery.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

/** The applications the caller may see, those due first at the top, a page at a time. */
export const listRoute = defineRoute({
  method: 'get',
  path: '/api/applications',
  tag: '申报',
  summary: '申报列表，我的待办与可见的，最早到期的在前',
  roles: 'signed in',
  query: ListQuery,
  answers: { 200: ListAnswer, 304: null },
  handle: async ({ query: { cursor, limit, ...query }, caller }, { db, clock }) => {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (after === null)
      throw new Problem(
        'body_invalid',
        { zh: '翻页标记无效，请从第一页开始。', en: 'The cursor is not valid; please begin with the first page.' },
        { field: 'cursor' },
      );
    const now = await clock();
    const filter = await filterOf(query, caller, db, now);
    const { items, next } = await listApplications(db, { ...filter, after, limit });
    // After the page is cut: a page may hold fewer lines, and the next one begins where it would have.
    const lines = await withoutRecused(db, caller, items);
    const labelOf = await statusLabelsOf(db, lines);
    const shown = lines.map((item) => view(item, labelOf(item), now));
    return { items: shown.map((item) => ({ ...item, inPlaceOfUnit: isInPlaceOfUnit(item, filter.scopes) })), next };
  },
});

function view(item: QueueItem, statusLabel: BilingualText, now: Instant) {
  return {
    ...item,
    statusLabel,
    due: item.due === null ? null : isoInBeijing(item.due),
    pastDue: !item.paused && item.due !== null && item.due <= now,
    updatedAt: isoInBeijing(item.updatedAt),
  };
}

/** The filter of the records for a query in the caller's scope. */
export async function filterOf(
  query: z.output<typeof CountsQuery>,
  caller: Caller,
  db: Database,
  now: Instant,
): Promise<Omit<QueueFilter, 'after' | 'limit'>> {
  const { status, unit, department, campaign, level, specialty, q, due, needsAttention, retiring, extension, pause } =
    query;
  return {
    scopes: [...scopesOf(caller), ...(await inPlaceOfUnits(caller, db, localDateOf(now)))],
    statuses: status,
    unitId: unit,
    departmentId: department,
    campaignId: campaign,
    level,
    specialty,
    ...(await searchedBy(q, db)),
    dueBefore: due,
    needsAttention,
    retiring,
    extensionPending: extension === 'pending',
    pausePending: pause === 'pending',
  };
}

/** What departments recommend in place of units under sanction. */
async function inPlaceOfUnits({ bindings }: Caller, db: Database, on: LocalDate): Promise<Scope[]> {
  const departments = bindings.flatMap(({ role, scope }) => (role === 'department' && scope !== null ? [scope] : []));
  if (departments.length === 0) return [];
  const below = await unitsUnderSanction(db, { departments, on });
  return [...below].map(([id, units]) => ({ kind: 'in place of units', id, units }));
}

/** Whether a line is in the queue because its unit is under sanction. */
function isInPlaceOfUnit({ unitId, status }: Pick<QueueItem, 'unitId' | 'status'>, scopes: readonly Scope[]): boolean {
  return (
    beforeRecommendation.includes(status) &&
    scopes.some((scope) => scope.kind === 'in place of units' && scope.units.includes(unitId))
  );
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
