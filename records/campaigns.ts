import type { Calendar } from '../rules/calendar/calendar.js';
import type { Instant } from '../rules/calendar/instant.js';
import { withCommitteeRules } from '../rules/policy/committeeRules.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Database } from './database.js';
import type { Campaign as Row } from './generated/client.js';
import { stored } from './instants.js';
import { asJson } from './projection.js';

/** One year's review with the policy and calendar that new applications are pinned to. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly state: 'preparing' | 'open' | 'closed';
}

/** A change of the policy, with who made it and why. */
export interface PolicyChange {
  readonly campaignId: string;
  readonly policy: Policy;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly reason: string;
}

/** A new campaign, with its first policy version. */
export async function createCampaign(
  database: Database,
  { id, title, policy, calendar, state }: Campaign,
  by: Omit<PolicyChange, 'campaignId' | 'policy'>,
): Promise<void> {
  const versions = { create: versionOf({ ...by, policy }) };
  const pinned = { ...policyColumns(policy), calendar: asJson(calendar), calendarVersion: calendar.version };
  await database.campaign.create({ data: { id, title, state, ...pinned, versions } });
}

/** The campaign, or null. */
export async function findCampaign(database: Database, id: string): Promise<Campaign | null> {
  const row = await database.campaign.findUnique({ where: { id } });
  return row && campaignOf(row);
}

/** Every campaign, newest first. */
export async function listCampaigns(database: Database): Promise<readonly Campaign[]> {
  const rows = await database.campaign.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
  return rows.map(campaignOf);
}

/**
 * Puts a new policy version into force for applications opened from now on. Its version must be the present one plus 1.
 *
 * @throws when that version is there already: see `isAlreadyThere`
 */
export async function changePolicy(database: Database, change: PolicyChange): Promise<void> {
  const { campaignId: id, policy } = change;
  await database.$transaction([
    database.policyVersion.create({ data: { campaignId: id, ...versionOf(change) } }),
    database.campaign.update({ where: { id, policyVersion: policy.version - 1 }, data: policyColumns(policy) }),
  ]);
}

/** Opens or closes a campaign. */
export async function setCampaignState(database: Database, id: string, state: Campaign['state']): Promise<void> {
  await database.campaign.update({ where: { id }, data: { state } });
}

function policyColumns(policy: Policy) {
  return { policy: asJson(policy), policyVersion: policy.version };
}

function versionOf({ policy, changedBy, changedAt, reason }: Omit<PolicyChange, 'campaignId'>) {
  return { version: policy.version, policy: asJson(policy), changedBy, changedAt: stored(changedAt), reason };
}

function campaignOf({ id, title, policy, calendar, state }: Row): Campaign {
  return {
    id,
    title,
    policy: withCommitteeRules(policy as unknown as Policy),
    calendar: calendar as unknown as Calendar,
    state: state as Campaign['state'],
  };
}
