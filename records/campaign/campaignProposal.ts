import type { CampaignFacts, CampaignForms, CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import { type CampaignSchedule, scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { decideCampaign, dueOnCampaign, fanOutDone } from '../../rules/campaign/decideCampaign.js';
import { canonical } from '../../rules/canonical.js';
import type { Database } from '../database.js';
import { countApplied } from '../meeting/outcomes.js';
import { NotGenuine } from '../notGenuine.js';
import { findCampaignIntake } from './campaignIntakes.js';
import { keptPolicyVersion } from './keptPolicyVersion.js';

/**
 * Holds a proposed transition of a campaign against the record: the registered act of its key, the date that has come, or
 * the outcomes that were applied, judged by the recorded facts, has to make the same.
 *
 * @throws NotGenuine when it makes another one, or none
 */
export async function mustFollow(
  database: Database,
  facts: CampaignFacts,
  proposed: CampaignTransition,
): Promise<void> {
  const outcome = await judged(database, facts, proposed);
  if (outcome === null || canonical(outcome) !== canonical(proposed)) {
    throw new NotGenuine(`${facts.campaignId}: ${proposed.event}`);
  }
}

async function judged(database: Database, facts: CampaignFacts, proposed: CampaignTransition) {
  const { campaignId } = facts;
  const intake = await findCampaignIntake(database, { campaignId, key: proposed.key });
  if (intake) {
    const schedule = await scheduleAt(database, facts, intake.policyVersion);
    return decideCampaign(facts, { ...intake.act, schedule });
  }
  // A newer policy may have come into force since the last event, an older one not.
  const version = proposed.changes.schedule?.policyVersion ?? facts.schedule.policyVersion;
  if (version < facts.schedule.policyVersion) return null;
  const informed = { ...facts, schedule: await scheduleAt(database, facts, version) };
  if (proposed.event !== 'fan_out_done') return dueOnCampaign(informed, proposed.at);
  const { meetingId } = proposed.data as CampaignForms['counts'];
  if (typeof meetingId !== 'string' || proposed.at < (facts.lastAt ?? proposed.at)) return null;
  const counts = await countApplied(database, meetingId);
  return decideCampaign(informed, fanOutDone(informed, { meetingId, ...counts }, proposed.at));
}

async function scheduleAt(
  database: Database,
  { campaignId, schedule }: CampaignFacts,
  version: number,
): Promise<CampaignSchedule> {
  if (version === schedule.policyVersion) return schedule;
  const { policy, calendar } = await keptPolicyVersion(database, { campaignId, version });
  return scheduleOf(policy, calendar);
}
