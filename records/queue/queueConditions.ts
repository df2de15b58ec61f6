import { statuses as allStatuses, isFinal, type Status } from '../../rules/application/lifecycle.js';
import { beforeRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { empty, join, raw, sql } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { dueOrder, type KeysetPlace } from '../keyset.js';
import { stored } from '../timestamps.js';
import type { NamedBy } from './findNamed.js';
import type { QueueFilter, Scope } from './queue.js';

export const dueColumn = raw(dueOrder);
const ended = allStatuses.filter(isFinal);

/** One of the reads a work queue is merged from. */
interface Part {
  readonly scope: Scope;
  readonly statuses: readonly Status[] | undefined;
  /** By whom it is searched; null: it is not. */
  readonly by: NamedBy | null;
}

/**
 * One read of a work queue: the table, aliased applications, and its conditions with `WHERE`. `limit`: no more than the first
 * so many in the order of the queue are wanted.
 */
export function readOf(filter: QueueFilter, { scope, statuses, by }: Part, limit?: Prisma.Sql): Prisma.Sql {
  const narrow = scope.kind === 'unit' || scope.kind === 'department' || scope.kind === 'applicant';
  const listed = by?.subjects && !narrow ? by.subjects : null;
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
    // A paused application cannot lapse; its due instant is the planned end of the pause.
    ...(filter.dueBefore === undefined
      ? []
      : [sql`${dueColumn} < ${stored(filter.dueBefore)}::timestamptz AND facts->>'tolledSince' IS NULL`]),
    ...(filter.needsAttention === undefined
      ? []
      : [filter.needsAttention ? sql`needs_attention` : sql`NOT needs_attention`]),
    // Each written as in its partial index.
    ...(filter.retiring ? [sql`retiring AND status <> ALL(${ended}::text[])`] : []),
    ...(filter.extensionPending ? [sql`facts->>'pendingExtension' IS NOT NULL`] : []),
    ...(filter.pausePending ? [sql`facts->>'pendingPause' IS NOT NULL AND status <> ALL(${ended}::text[])`] : []),
    ...(filter.noticeStartedBy === undefined
      ? []
      : [sql`COALESCE(facts->>'noticeFrom', '') <= ${filter.noticeStartedBy}`]),
    ...(filter.number === undefined ? [] : [sql`number = ${filter.number}`]),
    ...(by && !listed ? [namedCondition(by, filter.named?.text ?? '')] : []),
    ...(filter.after ? [afterCondition(filter.after)] : []),
  ];
  if (by && listed) return ofFew({ kind: by.kind, subjects: listed, conditions, limit });
  return sql`applications ${conditions.length ? sql`WHERE ${join(conditions, ' AND ')}` : empty}`;
}

const columnOf = { person: raw('applicant_id'), unit: raw('unit_id') } as const;

/**
 * The applications of a few people or units, each read by its own index, and of each no more than a page shows. OFFSET 0 keeps the
 * planner from reading the whole queue in order to find a few matches, which is right for a common name and a hundred times
 * slower for a rare one.
 */
function ofFew(few: {
  readonly kind: NamedBy['kind'];
  readonly subjects: readonly string[];
  readonly conditions: readonly Prisma.Sql[];
  readonly limit: Prisma.Sql | undefined;
}): Prisma.Sql {
  const where = join([sql`${columnOf[few.kind]} = named.subject`, ...few.conditions], ' AND ');
  const end = few.limit ? sql`ORDER BY ${dueColumn}, id LIMIT ${few.limit}` : sql`OFFSET 0`;
  return sql`(SELECT own.* FROM unnest(${[...few.subjects]}::text[]) AS named(subject)
    CROSS JOIN LATERAL (SELECT * FROM applications WHERE ${where} ${end}) AS own) AS applications`;
}

function namedCondition({ kind, subjects }: NamedBy, text: string): Prisma.Sql {
  const column = columnOf[kind];
  if (subjects) return sql`${column} = ANY(${[...subjects]}::text[])`;
  // OFFSET 0 keeps it a question to each row in the order of the queue, and left() to the few keys of its subject. As a join, or
  // by a range of keys, the planner expects one key and would read every application of all whom the name means.
  return sql`EXISTS (SELECT FROM search_keys WHERE kind = ${kind} AND subject = ${column}
    AND left(key, char_length(${text})) = ${text} OFFSET 0)`;
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
