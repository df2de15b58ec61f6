import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** The policy and calendar an application is judged by. */
export interface Pinned {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

const read = {
  name: 'pinned_policy',
  text: `
    WITH amended AS (SELECT max((data->>'version')::int) AS version FROM events
      WHERE application_id = $1::uuid AND event = '${amendment}')
    SELECT versions.version FROM policy_versions AS versions, amended
    WHERE campaign_id = $2
    ORDER BY (versions.version = amended.version) DESC NULLS LAST, (changed_at <= $3::timestamptz) DESC,
             CASE WHEN changed_at <= $3::timestamptz THEN -versions.version ELSE versions.version END
    LIMIT 1`,
};

/**
 * The policy and calendar in force when an application was opened, or those of the last amendment applied to it since.
 * Later versions do not affect it. An imported application that was opened before the first version has the first.
 */
export async function pinnedPolicy(
  database: Database,
  { id, campaignId, openedAt }: { readonly id: string; readonly campaignId: string; readonly openedAt: Instant },
): Promise<Pinned> {
  const {
    rows: [row],
  } = await database.pool.query<{ version: number }>({ ...read, values: [id, campaignId, stored(openedAt)] });
  if (!row) throw new Error(`campaign ${campaignId} has no policy`);
  return await keptPolicyVersion(database, { campaignId, version: row.version });
}

/** SQL joins that give `pinned.version` of the applications under an alias: the version of the policy as in `pinnedPolicy`. */
export const pinnedVersion = (application: string): string => `
    CROSS JOIN LATERAL (SELECT max((data->>'version')::int) AS version FROM events
      WHERE application_id = ${application}.id AND event = '${amendment}') AS amended
    CROSS JOIN LATERAL (SELECT versions.version FROM policy_versions AS versions
      WHERE campaign_id = ${application}.campaign_id
      ORDER BY (versions.version = amended.version) DESC NULLS LAST, (changed_at <= ${application}.opened_at) DESC,
               CASE WHEN changed_at <= ${application}.opened_at THEN -versions.version ELSE versions.version END
      LIMIT 1) AS pinned`;
