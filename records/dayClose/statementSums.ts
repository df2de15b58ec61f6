import type { LocalDate } from '../../rules/calendar/instant.js';
import type { StatementSums } from '../../rules/dayClose/daySummary.js';
import type { Statements } from '../database.js';

/** What statements of a campaign say of the days after one and until another. */
export async function statementSums(
  statements: Statements,
  {
    campaignId,
    after,
    day,
  }: { readonly campaignId: string; readonly after: LocalDate | null; readonly day: LocalDate },
): Promise<StatementSums> {
  // Of the lines of the last instant the last: statements run up or down, and their first and last lines say which way.
  const { rows } = await statements.query<StatementSums>({
    name: 'statement_sums',
    text: `WITH line AS (SELECT *, substr(booked, 1, 10) AS day FROM statement_lines WHERE campaign_id = $1),
             ends AS (SELECT statement_id, (array_agg(booked ORDER BY row))[1] <= (array_agg(booked ORDER BY row DESC))[1] AS up
               FROM line GROUP BY statement_id)
           SELECT coalesce(sum(amount) FILTER (WHERE direction = 'in'), 0)::float8 AS received,
             coalesce(sum(amount) FILTER (WHERE direction = 'out'), 0)::float8 AS spent,
             (count(*) FILTER (WHERE direction = 'in' AND coalesce(outcome, '') NOT IN ('confirmed', 'kept')))::int AS "openCount",
             coalesce(sum(amount) FILTER (WHERE direction = 'in' AND coalesce(outcome, '') NOT IN ('confirmed', 'kept')), 0)::float8 AS "openAmount",
             (SELECT balance::float8 FROM line AS last JOIN ends USING (statement_id) WHERE last.day <= $3 AND balance IS NOT NULL
               ORDER BY booked DESC, CASE WHEN up THEN row ELSE -row END DESC LIMIT 1) AS balance
           FROM line WHERE day <= $3 AND ($2::text IS NULL OR day > $2)`,
    values: [campaignId, after, day],
  });
  const [row] = rows;
  if (!row) throw new Error('a sum has one row');
  return row;
}
