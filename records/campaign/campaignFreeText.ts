import type { Instant } from '../../rules/calendar/instant.js';
import type { ActFreeText } from '../application/actFreeText.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/**
 * Stores the free text of an act on a campaign under the act's key. False: the key was used for another body.
 */
export async function keepCampaignFreeText(
  { pool }: Pick<Database, 'pool'>,
  kept: {
    readonly campaignId: string;
    readonly key: string;
    readonly freeText: ActFreeText;
    readonly bodyHash: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { campaignId, key, freeText, bodyHash, at } = kept;
  const { rows } = await pool.query<{ same: boolean }>({
    name: 'keep_campaign_free_text',
    text: `WITH written AS (
             INSERT INTO campaign_free_texts (campaign_id, key, free_text, body_hash, written_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (campaign_id, key) DO NOTHING RETURNING body_hash)
           SELECT COALESCE((SELECT body_hash FROM written),
             (SELECT body_hash FROM campaign_free_texts WHERE campaign_id = $1 AND key = $2)) = $4 AS same`,
    values: [campaignId, key, JSON.stringify(freeText), bodyHash, stored(at)],
  });
  return rows[0]?.same ?? true;
}
