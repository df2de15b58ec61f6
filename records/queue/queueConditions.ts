import { statuses as allStatuses, isFinal, type Status } from '../../rules/application/lifecycle.js';
import { beforeRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { empty, join, raw, sql } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { dueOrder, type KeysetPlace } from '../keyset.js';
import { stored } from '../timestamps.js';
import type { QueueFilter, Scope } from './queue.js';

export const dueColumn = raw(dueOrder);
const ended = allStatuses.filter(isFinal);

/** One read of a work queue: the table, aliased applications, and its conditions with `WHERE`. */
export function readOf(filter: QueueFilter, scope: Scope, statuses: readonly Status[] | undefined): Prisma.Sql {
  const named = filter.namePrefix === undefined ? null : nameCondition(filter.namePrefix);
  const few = scope.kind === 'unit' || scope.kind === 'department' || scope.kind === 'applicant';
  const conditions = [
    ...scopeCondition(scope),
    ...statusCondition(statuses),
    ...equal(sql`campaign_id`, filter.campaignId),
    ...equal(sql`unit_id`, filter.unitId),
    ...departmentCondition(scope, filter.departmentId),
    ...equal(sql`applicant_id`, filter.applicantId),
    ...equal(sql`level`, filter.level),
    ...equal(sql`specialty`, filter.specialty),
    ...candidatesCondition(filter.candidates),
    ...(filter.id === undefined ? [] : [sql`id = ${filter.id}::uuid`]),
    ...(filter.idNumberHash === undefined
      ? []
      : [sql`id IN (SELECT application_id FROM dossiers WHERE id_number_hash = ${filter.idNumberHash})`]),
    ...(filter.dueBefore === undefined ? [] : [sql`${dueColumn} < ${stored(filter.dueBefore)}::timestamptz`]),
    ...(filter.needsAttention === undefined
      ? []
      : [filter.needsAttention ? sql`needs_attention` : sql`NOT needs_attention`]),
    // Each written as in its partial index.
    ...(filter.extensionPending ? [sql`facts->>'pendingExtension' IS NOT NULL`] : []),
    ...(filter.pausePending ? [sql`facts->>'pendingPause' IS NOT NULL AND status <> ALL(${ended}::text[])`] : []),
    ...(filter.noticeStartedBy === undefined
      ? []
      : [sql`COALESCE(facts->>'noticeFrom', '') <= ${filter.noticeStartedBy}`]),
    ...(named && few ? [sql`applicant_id IN (SELECT id FROM users WHERE ${named})`] : []),
    ...(filter.after ? [afterCondition(filter.after)] : []),
  ];
  const where = conditions.length ? sql`WHERE ${join(conditions, ' AND ')}` : empty;
  return sql`${named && !few ? ofPeople(named) : sql`applications`} ${where}`;
}

/**
 * The applications of the people with such a name, each read by the applicant's index. OFFSET 0 keeps the planner from
 * reading the whole queue in order to find a few matches, which is right for a common name and a hundred times slower for
 * a rare one.
 */
function ofPeople(named: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT own.* FROM (SELECT id FROM users WHERE ${named}) AS person
    CROSS JOIN LATERAL (SELECT * FROM applications WHERE applicant_id = person.id OFFSET 0) AS own) AS applications`;
}

/** A range, which an index serves for any prefix: nothing sorts after the last code point. */
function nameCondition(prefix: string): Prisma.Sql {
  return sql`name ~>=~ ${prefix} AND name ~<~ ${`${prefix}\u{10FFFF}`}`;
}

function candidatesCondition(candidates: QueueFilter['candidates']): readonly Prisma.Sql[] {
  if (candidates === undefined) return [];
  const [levels, specialties] = [candidates.map(({ level }) => level), candidates.map(({ specialty }) => specialty)];
  return [sql`(level, specialty) IN (SELECT * FROM unnest(${levels}::text[], ${specialties}::text[]))`];
}

function afterCondition({ at, id }: KeysetPlace): Prisma.Sql {
  const instant = at === null ? sql`'infinity'::timestamptz` : sql`${stored(at)}::timestamptz`;
  return sql`(${dueColumn}, id) > (${instant}, ${id}::uuid)`;
}

/** In place of a unit under sanction a department acts although it is not its turn in 逐级审核. */
function departmentCondition(scope: Scope, departmentId: string | undefined): Prisma.Sql[] {
  if (scope.kind !== 'in place of units') return equal(sql`department_id`, departmentId);
  return departmentId === undefined || departmentId === scope.id ? [] : [sql`false`];
}

function scopeCondition(scope: Scope): Prisma.Sql[] {
  switch (scope.kind) {
    case 'unit':
      return equal(sql`unit_id`, scope.id);
    case 'department':
      return equal(sql`department_id`, scope.id);
    case 'in place of units':
      return [
        sql`unit_id = ANY(${[...scope.units]}::text[]) AND status = ANY(${[...beforeRecommendation]}::text[])`,
        sql`facts->'chain'->>0 = ${scope.id}`,
        sql`(SELECT policy->'sanctions'->'unitPassedBy'->'value' = 'true'::jsonb FROM campaigns WHERE campaigns.id = campaign_id)`,
      ];
    case 'campaign':
      return equal(sql`campaign_id`, scope.id);
    case 'applicant':
      return equal(sql`applicant_id`, scope.id);
    case 'all':
      return [];
  }
}

function statusCondition(statuses: readonly Status[] | undefined): Prisma.Sql[] {
  if (statuses === undefined) return [];
  return statuses.length === 1 ? equal(sql`status`, statuses[0]) : [sql`status = ANY(${[...statuses]}::text[])`];
}

function equal(column: Prisma.Sql, value: string | undefined): Prisma.Sql[] {
  return value === undefined ? [] : [sql`${column} = ${value}`];
}
