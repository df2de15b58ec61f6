import type { DeadlineName } from '../../rules/application/deadlines.js';
import type { Status } from '../../rules/application/lifecycle.js';
import { type Instant, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import { type Database, sql } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { stored } from '../timestamps.js';

/** How many applications of a campaign have a status, and how many of them are past their due instant. */
export interface StatusCount {
  readonly status: Status;
  readonly count: number;
  readonly pastDue: number;
}

/** Counts by status, along the index of the campaign's queue. */
export async function countByStatus(database: Database, campaignId: string, now: Instant): Promise<StatusCount[]> {
  return await ask<StatusCount>(
    database,
    sql`SELECT status, count(*)::int AS count,
          (count(*) FILTER (WHERE COALESCE(due, 'infinity'::timestamptz) <= ${stored(now)}::timestamptz))::int AS "pastDue"
        FROM applications WHERE campaign_id = ${campaignId} GROUP BY status`,
  );
}

/** First and repeated arrivals of one day in Beijing. */
export interface Inflow {
  readonly date: LocalDate;
  readonly first: number;
  readonly again: number;
}

/** Arrivals in these statuses by day in Beijing, earliest first; `again` counts those of applications that had arrived before. */
export async function inflowByDay(database: Database, campaignId: string, into: readonly Status[]): Promise<Inflow[]> {
  return await ask<Inflow>(
    database,
    sql`SELECT to_char(arrivals.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS date,
          (count(*) FILTER (WHERE place = 1))::int AS first, (count(*) FILTER (WHERE place > 1))::int AS again
        FROM (
          SELECT events.at, row_number() OVER (PARTITION BY events.application_id ORDER BY events.seq) AS place
          FROM applications JOIN events ON events.application_id = applications.id
          WHERE applications.campaign_id = ${campaignId} AND applications.submissions > 0
            AND events.to_status = ANY(${into}::text[]) AND events.from_status <> events.to_status
        ) AS arrivals GROUP BY 1 ORDER BY 1`,
  );
}

/** Deadlines of one name that end on one day. */
export interface ComingDeadline {
  readonly date: LocalDate;
  readonly name: DeadlineName;
  readonly count: number;
}

/**
 * Running deadlines due in `[from, to)`, by their last day in Beijing and name. The row's due instant is the earliest of
 * an application, so a row that is due later has none in the span.
 */
export async function comingDeadlines(
  database: Database,
  { campaignId, from, to }: { readonly campaignId: string; readonly from: Instant; readonly to: Instant },
): Promise<ComingDeadline[]> {
  const rows = await ask<{ name: DeadlineName; due: number; count: number }>(
    database,
    sql`SELECT deadline.key AS name, (deadline.value->>'due')::float8 AS due, count(*)::int AS count
        FROM applications CROSS JOIN LATERAL jsonb_each(applications.facts->'deadlines') AS deadline
        WHERE campaign_id = ${campaignId} AND COALESCE(applications.due, 'infinity'::timestamptz) < ${stored(to)}::timestamptz
          AND (deadline.value->>'due')::float8 >= ${from} AND (deadline.value->>'due')::float8 < ${to}
        GROUP BY 1, 2`,
  );
  const days = new Map<string, ComingDeadline>();
  for (const { name, due, count } of rows) {
    const date = localDateOf(due - 1);
    const key = `${date} ${name}`;
    days.set(key, { date, name, count: count + (days.get(key)?.count ?? 0) });
  }
  return [...days.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
}

/** How many applications of a campaign need an operator, by the partial index of those. */
export async function countNeedy(database: Database, campaignId: string): Promise<number> {
  const [row] = await ask<{ count: number }>(
    database,
    sql`SELECT count(*)::int AS count FROM applications WHERE needs_attention AND campaign_id = ${campaignId}`,
  );
  return row?.count ?? 0;
}

async function ask<Row extends object>({ pool }: Database, { text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ text, values: [...values] });
  return rows;
}
