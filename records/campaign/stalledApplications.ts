import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

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
  // The row's due instant is not later than what is overdue, so the queue's index finds the few that there are.
  const { rows } = await pool.query<StalledApplication & { count: number }>({
    name: 'stalled_applications',
    text: `SELECT application.id, person.name AS "applicantName", unit.name AS "unitName", application.facts,
             (count(*) OVER ())::int AS count
           FROM applications AS application JOIN users AS person ON person.id = application.applicant_id
           JOIN units AS unit ON unit.id = application.unit_id
           WHERE application.campaign_id = $1 AND application.due <= $2::timestamptz
             AND (application.facts->>'overdueAt')::float8 <= $3
           ORDER BY application.due, application.id LIMIT $4`,
    values: [campaignId, stored(now), now, limit],
  });
  return { count: rows[0]?.count ?? 0, items: rows };
}
