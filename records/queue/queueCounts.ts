import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { type Database, join, sql } from '../database.js';
import { stored } from '../timestamps.js';
import type { QueueFilter } from './queue.js';
import { readOf } from './queueConditions.js';

/** How many applications have a status, and how many of them are past their due instant. */
export interface StatusCount {
  readonly status: Status;
  readonly count: number;
  readonly pastDue: number;
}

/** The counts of a work queue at an instant, without statuses that are empty; cursor and limit are ignored. */
export async function countApplications(
  { pool }: Database,
  filter: Omit<QueueFilter, 'after' | 'limit'>,
  now: Instant,
): Promise<readonly StatusCount[]> {
  const reads = filter.scopes.flatMap((scope) =>
    (filter.named?.by ?? [null]).map((by) => readOf({ ...filter, limit: 0 }, { scope, statuses: filter.statuses, by })),
  );
  if (reads.length === 0) return [];
  // Several scopes may contain the same application; a single one is counted from its index.
  const from =
    reads.length === 1
      ? sql`${join(reads)}`
      : sql`(${join(
          reads.map((read) => sql`SELECT id, status, due FROM ${read}`),
          ' UNION ',
        )}) AS merged`;
  const { text, values } = sql`
    SELECT status, count(*)::int AS count, (count(*) FILTER (WHERE due <= ${stored(now)}::timestamptz))::int AS "pastDue"
    FROM ${from} GROUP BY status`;
  const { rows } = await pool.query<StatusCount>({ text, values: [...values] });
  return rows;
}
