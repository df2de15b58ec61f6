import type { CampaignAnswer, CampaignFacts } from '../../rules/campaign/campaignFacts.js';
import { evolveCampaign } from '../../rules/campaign/decideCampaign.js';
import { canonical } from '../../rules/canonical.js';
import type { Database } from '../database.js';
import { NotGenuine } from '../notGenuine.js';
import { campaignEventsAfter } from './campaignEvents.js';
import { ensureCampaignState } from './campaignState.js';

/**
 * Where a campaign stands and the first answer to each of its acts, for its workflow to begin with. The facts of the row
 * have to be what its events lead to.
 *
 * @throws NotGenuine when there is no such campaign, or its row does not follow from its events
 */
export async function recordedCampaign(
  database: Database,
  campaignId: string,
): Promise<{ readonly facts: CampaignFacts; readonly answers: Readonly<Record<string, CampaignAnswer>> }> {
  for (;;) {
    const state = await ensureCampaignState(database, campaignId);
    if (!state) throw new NotGenuine(`no campaign ${campaignId}`);
    const { facts } = state;
    const events = await campaignEventsAfter(database, { campaignId, seq: 0 });
    // Recorded in between: read again.
    if ((events.at(-1)?.seq ?? 0) > facts.seq) continue;
    if (canonical(events.reduce(evolveCampaign, facts)) !== canonical(facts)) {
      throw new NotGenuine(`${campaignId}: the row does not follow from its events`);
    }
    const answers = events.map(({ key, to: status, seq }) => [key, { status, seq }] as const);
    return { facts, answers: Object.fromEntries(answers) };
  }
}
