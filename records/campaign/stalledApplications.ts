import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** An application of which something is overdue without a deadline of the law, with the names a list shows. */
export interface StalledApplication {
  readonly id: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly facts: Facts;
}

/** How many applications of a campaign stand still at an instant, and the first of them: those overdue longest. */
export async function stalledApplications(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, now, limit }: { readonly campaignId: string; readonly now: Instant; readonly limit: number },
): Promise<{ readonly count: number; readonly items: readonly StalledApplication[] }> {
  // Written as in its partial index; names are looked up for those that are shown. The row's due instant is not later than what is overdue, but at a cutoff many are past it.
  const { rows } = await pool.query<StalledApplication & { count: number }>({
    name: 'stalled_applications',
    text: `SELECT page.id, (SELECT name FROM users WHERE users.id = page.applicant_id) AS "applicantName",
             (SELECT name FROM units WHERE units.id = page.unit_id) AS "unitName", page.facts, page.count
           FROM (
             SELECT id, applicant_id, unit_id, facts, due, (count(*) OVER ())::int AS count FROM applications
             WHERE campaign_id = $1 AND facts->>'overdueAt' IS NOT NULL AND (facts->>'overdueAt')::float8 <= $2 AND due IS NOT NULL
             ORDER BY due, id LIMIT $3
           ) AS page ORDER BY page.due, page.id`,
    values: [campaignId, now, limit],
  });
  return { count: rows[0]?.count ?? 0, items: rows };
}
