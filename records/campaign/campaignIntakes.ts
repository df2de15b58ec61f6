import type { CampaignAct, CampaignData } from '../../rules/campaign/campaignFacts.js';
import type { CampaignEvent } from '../../rules/campaign/campaignLaw.js';
import type { ActFreeText } from '../application/actFreeText.js';
import { type ActRow, actColumns, actOf } from '../application/actOf.js';
import type { Database } from '../database.js';

/** An act on a campaign as the API registered it. Its schedule is that of the policy version. */
export interface CampaignIntake {
  readonly act: Omit<CampaignAct, 'schedule'>;
  /** The version of the policy in force when the act was received. */
  readonly policyVersion: number;
  readonly bodyHash: string;
}

/** Registers an act on a campaign. The same key again gives the first act; the caller compares `bodyHash`. */
export async function registerCampaignAct(
  database: Database,
  campaignId: string,
  { act, policyVersion, bodyHash, freeText }: CampaignIntake & { readonly freeText: ActFreeText | null },
): Promise<CampaignIntake> {
  const row = {
    campaign_id: campaignId,
    ...actColumns(act),
    policy_version: policyVersion,
    free_text: freeText,
    body_hash: bodyHash,
  };
  await database.pool.query({
    name: 'register_campaign_act',
    text: `INSERT INTO campaign_intakes SELECT * FROM jsonb_populate_record(NULL::campaign_intakes, $1::jsonb)
           ON CONFLICT (campaign_id, key) DO NOTHING`,
    values: [JSON.stringify(row)],
  });
  return (await findCampaignIntake(database, { campaignId, key: act.key })) ?? { act, policyVersion, bodyHash };
}

/** The act registered under a key, or null. */
export async function findCampaignIntake(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, key }: { readonly campaignId: string; readonly key: string },
): Promise<CampaignIntake | null> {
  const { rows } = await pool.query<Row>({
    name: 'find_campaign_intake',
    text: 'SELECT * FROM campaign_intakes WHERE campaign_id = $1 AND key = $2',
    values: [campaignId, key],
  });
  return rows[0] ? intakeOf(rows[0]) : null;
}

interface Row extends ActRow<CampaignEvent, CampaignData> {
  readonly policy_version: number;
  readonly body_hash: string;
}

function intakeOf(row: Row): CampaignIntake {
  return { act: actOf(row), policyVersion: row.policy_version, bodyHash: row.body_hash };
}
