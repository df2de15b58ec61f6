import { runningIn, titlesIn } from '../../records/campaign/campaignStatistics.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignData } from '../../rules/campaign/campaignFacts.js';
import type { PostedForm } from './campaignBodies.js';
import { findingsOn } from './findingsOn.js';

const ended = statuses.filter(isFinal);

/** What the API reads from the record for an act that comes with this form. */
export async function verdictFor(
  db: Database,
  campaign: Campaign,
  form: PostedForm,
  now: Instant,
): Promise<CampaignData> {
  switch (form) {
    case 'verdict':
      return { errors: (await findingsOn(db, campaign, now)).filter(({ severity }) => severity === 'error').length };
    case 'results':
      return await runningIn(db, { campaignId: campaign.id, ended });
    case 'closing': {
      const [running, conferred] = await Promise.all([
        runningIn(db, { campaignId: campaign.id, ended }),
        titlesIn(db, campaign.id),
      ]);
      return { ...running, conferred };
    }
  }
}
