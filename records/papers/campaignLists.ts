import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import type { Database } from '../database.js';

/** A result on notice: names in full, and no number of an identity card. */
export interface NoticedResult {
  readonly applicantName: string;
  readonly unitName: string;
  readonly specialty: string;
  readonly level: Level;
  readonly from: LocalDate;
  readonly until: Instant | null;
}

/** The results of a campaign in statuses of notice that began by a day, by specialty, level and unit. */
export async function resultsOnNotice(
  { pool }: Pick<Database, 'pool'>,
  given: { readonly campaignId: string; readonly statuses: readonly Status[]; readonly by: LocalDate },
): Promise<readonly NoticedResult[]> {
  const { rows } = await pool.query<NoticedResult>({
    name: 'results_on_notice',
    text: `SELECT users.name AS "applicantName", units.name AS "unitName", specialty, level, facts->>'noticeFrom' AS "from",
             (facts->'deadlines'->'notice_period'->>'due')::float8 AS until
           FROM applications JOIN users ON users.id = applicant_id JOIN units ON units.id = unit_id
           WHERE campaign_id = $1 AND status = ANY($2::text[]) AND facts->>'noticeFrom' <= $3
           ORDER BY specialty, level, units.name, users.name, applications.id`,
    values: [given.campaignId, given.statuses, given.by],
  });
  return rows;
}

/** How many of a specialty and level filed, were accepted, were voted on and passed. */
export interface ResultCounts {
  readonly specialty: string;
  readonly level: Level;
  readonly filed: number;
  readonly accepted: number;
  readonly judged: number;
  readonly passed: number;
}

/** The counts of a campaign by specialty and level; `passed` are the statuses of those who passed. Names nobody. */
export async function resultCounts(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, passed }: { readonly campaignId: string; readonly passed: readonly Status[] },
): Promise<readonly ResultCounts[]> {
  const { rows } = await pool.query<ResultCounts>({
    name: 'result_counts',
    text: `SELECT specialty, level, count(*)::int AS filed,
             (count(*) FILTER (WHERE facts->>'acceptedAt' IS NOT NULL))::int AS accepted,
             (count(*) FILTER (WHERE jsonb_typeof(facts->'tally') = 'object'))::int AS judged,
             (count(*) FILTER (WHERE status = ANY($2::text[])))::int AS passed
           FROM applications WHERE campaign_id = $1 AND submissions > 0
           GROUP BY specialty, level ORDER BY specialty, level`,
    values: [campaignId, passed],
  });
  return rows;
}
