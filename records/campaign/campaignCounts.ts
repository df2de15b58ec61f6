import type { Database } from '../database.js';

/** As what applications of a campaign are counted, and how many are: see the migrations `campaign_counts` and `more_counts`. */
export type Counted =
  /** `detail`: level and specialty, with a space between them */
  | { readonly kind: 'status'; readonly name: string; readonly detail: string; readonly count: number }
  /** Applications that have a due instant, by status. `detail`: the instant, in ms */
  | { readonly kind: 'due'; readonly name: string; readonly detail: string; readonly count: number }
  /** Deadlines that run. `detail`: the due instant, in ms */
  | { readonly kind: 'deadline'; readonly name: string; readonly detail: string; readonly count: number }
  /** Arrivals at the committee. `detail`: the day in Beijing */
  | { readonly kind: 'arrival'; readonly name: 'first' | 'again'; readonly detail: string; readonly count: number };

/** All counts of a campaign, as of the last commit, without those that are zero. Reads no application. */
export async function campaignCounts(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly Counted[]> {
  const { rows } = await pool.query<Counted>({
    name: 'campaign_counts',
    text: `SELECT kind, name, detail, sum(count)::int AS count FROM (
             SELECT kind, name, detail, count FROM campaign_counts WHERE campaign_id = $1
             UNION ALL SELECT kind, name, detail, change FROM campaign_count_changes WHERE campaign_id = $1
           ) AS counted GROUP BY 1, 2, 3 HAVING sum(count) <> 0`,
    values: [campaignId],
  });
  return rows;
}

/** Adds up what has changed since the last time, so that few changes are read beside the counts. */
export async function addUpCounts({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'add_up_counts',
    text: `WITH taken AS (DELETE FROM campaign_count_changes RETURNING campaign_id, kind, name, detail, change)
           INSERT INTO campaign_counts AS kept (campaign_id, kind, name, detail, count)
           SELECT campaign_id, kind, name, detail, sum(change) FROM taken GROUP BY 1, 2, 3, 4
           ON CONFLICT (campaign_id, kind, name, detail) DO UPDATE SET count = kept.count + excluded.count`,
  });
  if (rowCount) await pool.query({ name: 'forget_empty_counts', text: 'DELETE FROM campaign_counts WHERE count = 0' });
}
