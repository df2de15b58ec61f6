import { createHash } from 'node:crypto';
import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import { type Database, join, raw, sql } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { cursorOf, type KeysetPlace } from '../keyset.js';
import { instantFrom, instantOrNull } from '../timestamps.js';
import type { Named } from './findNamed.js';
import { dueColumn, readOf } from './queueConditions.js';

/** A set of applications that a caller may see. */
export type Scope =
  | { readonly kind: 'unit' | 'department' | 'campaign' | 'applicant'; readonly id: string }
  /** What a department recommends in place of these units, which are under sanction. */
  | { readonly kind: 'in place of units'; readonly id: string; readonly units: readonly string[] }
  | { readonly kind: 'all' };

/** The candidates of a level in a specialty. */
export interface Candidates {
  readonly level: Level;
  readonly specialty: string;
}

export interface QueueFilter {
  /** What the caller may see: applications in any of these. */
  readonly scopes: readonly Scope[];
  /** Any of these statuses; absent: every one. */
  readonly statuses?: readonly Status[] | undefined;
  readonly campaignId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly applicantId?: string | undefined;
  readonly level?: Level | undefined;
  readonly specialty?: string | undefined;
  /** Only candidates of these levels and specialties, in pairs. */
  readonly candidates?: readonly Candidates[] | undefined;
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  /** See `idNumberHash`. */
  readonly idNumberHash?: string | undefined;
  /** See `findNamed`. */
  readonly named?: Named | undefined;
  /** Only what is due before this instant and is not paused. */
  readonly dueBefore?: Instant | undefined;
  readonly needsAttention?: boolean | undefined;
  /** Only those that run and whose candidates reach the retirement age during the review. */
  readonly retiring?: boolean | undefined;
  /** Only those with an extension that waits for approval. */
  readonly extensionPending?: boolean | undefined;
  /** Only those that run and have a pause that waits for approval. */
  readonly pausePending?: boolean | undefined;
  /** Only those whose public notice, if they have one, has started by this day. */
  readonly noticeStartedBy?: LocalDate | undefined;
  readonly after?: KeysetPlace | undefined;
  readonly limit: number;
}

/** One line of a work queue. */
export interface QueueItem {
  readonly id: string;
  /** The short number: see rules/application/applicationNumber.ts. */
  readonly number: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentId: string | null;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly level: Level;
  readonly specialty: string;
  readonly status: Status;
  readonly seq: number;
  readonly due: Instant | null;
  /** All its deadlines stand still; `due` is then the planned end of the pause, for those who decide on it. */
  readonly paused: boolean;
  readonly submissions: number;
  readonly needsAttention: boolean;
  /** The candidate reaches the retirement age during the review. */
  readonly retiring: boolean;
  readonly updatedAt: Instant;
}

/** Up to this many branches (roles of a person, statuses of a queue) are usual. */
const fewBranches = 4;

/**
 * One page of a work queue, earliest due first, those without a due instant last. Each scope and status is a read of its
 * own by one index; the reads are then merged, so the cost does not grow with the number of applications.
 */
export async function listApplications(
  database: Database,
  filter: QueueFilter,
): Promise<{ readonly items: readonly QueueItem[]; readonly next: string | null }> {
  const branches = filter.scopes.flatMap((scope) =>
    groupsOf(filter).flatMap((statuses) =>
      (filter.named?.by ?? [null]).map((by) =>
        branchOf(filter, readOf(filter, { scope, statuses, by }, limitOf(filter))),
      ),
    ),
  );
  if (branches.length === 0) return { items: [], next: null };
  const [only] = branches;
  const page =
    branches.length === 1 && only
      ? only
      : sql`(SELECT DISTINCT ON (place, id) * FROM (${join(branches, ' UNION ALL ')}) AS merged
             ORDER BY place, id LIMIT ${limitOf(filter)})`;
  // Names are looked up per row: with a join the planner would read every unit for a page and sort the page again.
  const { text, values } = sql`
    SELECT page.*, (SELECT name FROM users WHERE users.id = page."applicantId") AS "applicantName",
      (SELECT name FROM units WHERE units.id = page."unitId") AS "unitName"
    FROM ${page} AS page ORDER BY place, id`;
  // Prepared only for few branches; a prepared statement for every combination would fill the server's memory.
  const name = branches.length <= fewBranches ? { name: createHash('sha1').update(text).digest('hex') } : {};
  const { rows } = await database.pool.query<Row>({ ...name, text, values: [...values] });
  const items = rows.slice(0, filter.limit).map(itemOf);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last ? cursorOf({ at: last.due, id: last.id }) : null };
}

/**
 * One row more than requested, to know whether there is another page. It is a literal, because for a parameter the planner
 * assumes a tenth of the table, finds the generic plan expensive and plans every query anew.
 */
function limitOf({ limit }: QueueFilter): Prisma.Sql {
  return raw(String(Math.trunc(limit) + 1));
}

function branchOf(filter: QueueFilter, read: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT ${columns} FROM ${read} ORDER BY ${dueColumn}, id LIMIT ${limitOf(filter)})`;
}

/** Each status is a read of its own by its index; for the few people and units of a name all statuses are read at once. */
function groupsOf({ statuses, named }: QueueFilter): readonly (readonly Status[] | undefined)[] {
  return statuses === undefined || named !== undefined ? [statuses] : statuses.map((status) => [status]);
}

const columns = sql`id, number, campaign_id AS "campaignId", unit_id AS "unitId", department_id AS "departmentId",
  applicant_id AS "applicantId", level, specialty, status, seq, due,
  facts->>'tolledSince' IS NOT NULL AS paused, submissions, needs_attention AS "needsAttention",
  COALESCE(retiring, false) AS retiring, updated_at AS "updatedAt", ${dueColumn} AS place`;

type Row = Omit<QueueItem, 'due' | 'updatedAt'> & { readonly due: Date | null; readonly updatedAt: Date };

function itemOf({ due, updatedAt, ...row }: Row): QueueItem {
  const { place: _, ...item } = row as typeof row & { place?: unknown };
  return { ...item, due: instantOrNull(due), updatedAt: instantFrom(updatedAt) };
}
