import { type Campaign, changePolicy, createCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { day, hour, type Instant, startOfDay } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../rules/policy/policy.js';
import { firstRules } from './campaign.js';
import type { Sample } from './samples.js';
import { personIdOf } from './staff.js';

/** The policy a sample is judged by. */
export function rulesFor({ firstRules: first }: Pick<Sample, 'firstRules'>, present: Policy): Policy {
  return first ? firstRules(present) : present;
}

/** An instant at which applications open under the first rules: the present ones came a day after the announcement. */
export function underFirstRules({ announcedOn }: Policy): Instant {
  return startOfDay(announcedOn) + 12 * hour;
}

/** Creates the demo campaign with the rules it was announced with. */
export async function createUnderFirstRules(db: Database, announced: Campaign): Promise<Campaign> {
  const { id, policy } = announced;
  const campaign = { ...announced, policy: firstRules(policy) };
  const by = { changedBy: personIdOf(id, 'office'), changedAt: startOfDay(policy.announcedOn) + 10 * hour };
  await createCampaign(db, campaign, { ...by, reason: '演示年度评审' });
  return campaign;
}

/** Changes the campaign to its present rules, unless that has been done. */
export async function underPresentRules(db: Database, campaign: Campaign): Promise<Campaign> {
  const { id, policy: found, state } = campaign;
  if (state !== 'preparing' || !found.correctionViaUnit.value) return campaign;
  const { correctionViaUnit, defenseFee, codes } = confirmed(aksu2024);
  const policy = { ...found, version: found.version + 1, correctionViaUnit, defenseFee, codes };
  const by = { changedBy: personIdOf(id, 'office'), changedAt: startOfDay(policy.announcedOn) + day };
  await changePolicy(db, {
    campaignId: id,
    policy,
    ...by,
    reason: '试行结束：补正由申报人直接上报评委会，答辩费不再另收，不再委托评审',
  });
  return { ...campaign, policy };
}
