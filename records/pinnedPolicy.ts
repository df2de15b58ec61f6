import type { Calendar } from '../rules/calendar.js';
import type { Instant } from '../rules/instant.js';
import type { Policy } from '../rules/policy.js';
import type { Database } from './database.js';
import { stored } from './instants.js';

/** What an application is judged by. */
export interface Pinned {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/**
 * The policy that was in force when an application was opened, and the campaign's calendar: a later version does not
 * touch it. One opened before the first version (an import) has the first.
 */
export async function pinnedPolicy(
  database: Database,
  { campaignId, openedAt }: { readonly campaignId: string; readonly openedAt: Instant },
): Promise<Pinned> {
  const [row] = await database.$queryRaw<Pinned[]>`
    SELECT versions.policy, campaigns.calendar
    FROM policy_versions AS versions JOIN campaigns ON campaigns.id = versions.campaign_id
    WHERE campaign_id = ${campaignId}
    ORDER BY (changed_at <= ${stored(openedAt)}::timestamptz) DESC,
             CASE WHEN changed_at <= ${stored(openedAt)}::timestamptz THEN -version ELSE version END
    LIMIT 1`;
  if (!row) throw new Error(`campaign ${campaignId} has no policy`);
  return row;
}
