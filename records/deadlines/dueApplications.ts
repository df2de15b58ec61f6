import { isFinal, lifecycle, type StatusLaw, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** The statuses in which deadlines run. */
const running = statuses.filter((status) => {
  const { deadlines }: StatusLaw = lifecycle[status];
  return !isFinal(status) && deadlines.length > 0;
});

/** An application of which a deadline has come due, and when the first one did. */
export interface DueApplication {
  readonly id: string;
  readonly due: Instant;
}

/** The applications of a campaign of which a deadline has come due by an instant, those first that wait longest. */
export async function dueApplications(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, upTo, limit }: { readonly campaignId: string; readonly upTo: Instant; readonly limit: number },
): Promise<readonly DueApplication[]> {
  // The row's `due` is also that of alarms, from which nothing follows.
  const { rows } = await pool.query<DueApplication>({
    name: 'due_applications',
    text: `SELECT id, first.due FROM applications
           CROSS JOIN LATERAL (SELECT min((one.value->>'due')::float8) AS due FROM jsonb_each(facts->'deadlines') AS one) AS first
           WHERE campaign_id = $1 AND status = ANY ($2) AND COALESCE(applications.due, 'infinity'::timestamptz) <= $3::timestamptz
             AND first.due <= $4::float8
           ORDER BY COALESCE(applications.due, 'infinity'::timestamptz), id LIMIT $5`,
    values: [campaignId, running, stored(upTo), upTo, limit],
  });
  return rows;
}

/**
 * When something of each of these campaigns comes due next after an instant, by their ids; those of which nothing does are
 * left out. It may be an alarm that comes first.
 */
export async function nextDueOf(
  { pool }: Pick<Database, 'pool'>,
  campaignIds: readonly string[],
  after: Instant,
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await pool.query<{ readonly id: string; readonly due: Date }>({
    name: 'next_due_of',
    text: `SELECT campaign.id, min(first.due) AS due FROM unnest($1::text[]) AS campaign (id) CROSS JOIN unnest($2::text[]) AS one (status)
           CROSS JOIN LATERAL (SELECT COALESCE(due, 'infinity'::timestamptz) AS due FROM applications
             WHERE campaign_id = campaign.id AND status = one.status AND COALESCE(due, 'infinity'::timestamptz) > $3::timestamptz
               AND COALESCE(due, 'infinity'::timestamptz) < 'infinity'::timestamptz
             ORDER BY COALESCE(due, 'infinity'::timestamptz), id LIMIT 1) AS first
           GROUP BY campaign.id`,
    values: [campaignIds, running, stored(after)],
  });
  return new Map(rows.map(({ id, due }) => [id, due.getTime()]));
}

/** Those of these campaigns in which a deadline came due before an instant and is not recorded. */
export async function overdueAmong(
  { pool }: Pick<Database, 'pool'>,
  campaignIds: readonly string[],
  before: Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ readonly id: string }>({
    name: 'overdue_among',
    text: `SELECT DISTINCT campaign.id FROM unnest($1::text[]) AS campaign (id) CROSS JOIN unnest($2::text[]) AS one (status)
           CROSS JOIN LATERAL (SELECT FROM applications
             CROSS JOIN LATERAL (SELECT min((one.value->>'due')::float8) AS due FROM jsonb_each(facts->'deadlines') AS one) AS first
             WHERE campaign_id = campaign.id AND status = one.status
               AND COALESCE(applications.due, 'infinity'::timestamptz) < $3::timestamptz AND first.due < $4::float8
             LIMIT 1) AS overdue`,
    values: [campaignIds, running, stored(before), before],
  });
  return new Set(rows.map(({ id }) => id));
}
