import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';

const ended = statuses.filter(isFinal);

/** Ids of the applications of these specialties that have not ended: the committee may still have to judge them. */
export async function openApplicationsOf(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, specialties }: { readonly campaignId: string; readonly specialties: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'open_applications_of',
    text: `SELECT id FROM applications WHERE campaign_id = $1 AND specialty = ANY($2::text[]) AND status <> ALL($3::text[])`,
    values: [campaignId, specialties, ended],
  });
  return rows.map(({ id }) => id);
}
