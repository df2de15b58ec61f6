import type { Database } from '../database.js';

/** The key of the act that brings an application under a version of its campaign's policy. */
export const amendKey = (version: number) => `amend-${version}`;

/** How many applications of a campaign the record holds as amended to a version, and how many as refused. */
export async function countAmended(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, version }: { readonly campaignId: string; readonly version: number },
): Promise<{ readonly moved: number; readonly refused: number }> {
  const { rows } = await pool.query<{ moved: number; refused: number }>({
    name: 'count_amended',
    text: `SELECT count(event.key)::int AS moved,
             count(*) FILTER (WHERE event.key IS NULL AND intake.outcome = 'refused')::int AS refused
           FROM applications AS application
           JOIN intakes AS intake ON intake.application_id = application.id AND intake.key = $2
           LEFT JOIN events AS event ON event.application_id = application.id AND event.key = $2
           WHERE application.campaign_id = $1`,
    values: [campaignId, amendKey(version)],
  });
  return rows[0] ?? { moved: 0, refused: 0 };
}
