import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignState } from '../../rules/campaign/campaignStates.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Pinned } from '../application/pinnedPolicy.js';
import { asJson } from '../application/projection.js';
import type { Database } from '../database.js';
import type { Campaign as Row } from '../generated/client.js';
import { notePolicyVersion } from '../proof/noteRow.js';
import { stored } from '../timestamps.js';

/** One year's review with the policy and calendar that new applications are pinned to. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly state: CampaignState;
}

/** A change of the policy, with who made it and why. */
export interface PolicyChange {
  readonly campaignId: string;
  readonly policy: Policy;
  /** The calendar that comes with it; absent: the present one. */
  readonly calendar?: Calendar | undefined;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly reason: string;
}

type By = Omit<PolicyChange, 'campaignId' | 'policy' | 'calendar'>;

/** A new campaign, with its first policy version. */
export async function createCampaign(database: Database, campaign: Campaign, by: By): Promise<void> {
  await database.$transaction([...creationOf(database, campaign, by)]);
}

/**
 * A new campaign from a draft, which is removed in the same transaction; its files go over to the campaign. Its author becomes the campaign's office; an
 * operator, who is bound to no campaign, needs no role of it.
 *
 * @throws when the id is taken: see `isAlreadyThere`; when the draft has changed or is gone: see `isMissing`
 */
export async function createFromDraft(
  database: Database,
  campaign: Campaign,
  by: By,
  draft: { readonly id: string; readonly seq: number; readonly office: string | null },
): Promise<void> {
  const { id, seq, office } = draft;
  const grant = { personId: office ?? '', role: 'office', campaignId: campaign.id };
  await database.$transaction([
    ...creationOf(database, campaign, by),
    database.campaignFile.updateMany({ where: { draftId: id }, data: { campaignId: campaign.id, draftId: null } }),
    database.campaignDraft.delete({ where: { id, seq } }),
    ...(office === null ? [] : [database.roleBinding.create({ data: grant })]),
  ]);
}

function creationOf(database: Database, { id, title, policy, calendar, state }: Campaign, by: By) {
  const pinned = { policy, calendar };
  const versions = { create: versionOf({ ...by, ...pinned }) };
  return [
    database.campaign.create({ data: { id, title, state, ...pinnedColumns(pinned), versions } }),
    notePolicyVersion(database, id, policy.version),
  ] as const;
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
  const present = await database.campaign.findUniqueOrThrow({ where: { id }, select: { calendar: true } });
  const pinned = { policy, calendar: change.calendar ?? (present.calendar as unknown as Calendar) };
  await database.$transaction([
    database.policyVersion.create({ data: { campaignId: id, ...versionOf({ ...change, ...pinned }) } }),
    database.campaign.update({
      where: { id, policyVersion: policy.version - 1 },
      data: { title: policy.title, ...pinnedColumns(pinned) },
    }),
    notePolicyVersion(database, id, policy.version),
  ]);
}

/** Opens or closes a campaign. */
export async function setCampaignState(database: Database, id: string, state: Campaign['state']): Promise<void> {
  await database.campaign.update({ where: { id }, data: { state } });
}

/** The columns of a campaign's row for the policy and calendar in force. */
export function pinnedColumns({ policy, calendar }: Pinned) {
  const days = { calendar: asJson(calendar), calendarVersion: calendar.version };
  return { policy: asJson(policy), policyVersion: policy.version, ...days };
}

function versionOf({ policy, calendar, changedBy, changedAt, reason }: Omit<PolicyChange, 'campaignId'> & Pinned) {
  const pinned = { policy: asJson(policy), calendar: asJson(calendar) };
  return { version: policy.version, ...pinned, changedBy, changedAt: stored(changedAt), reason };
}

function campaignOf({ id, title, policy, calendar, state }: Row): Campaign {
  return {
    id,
    title,
    policy: policy as unknown as Policy,
    calendar: calendar as unknown as Calendar,
    state: state as Campaign['state'],
  };
}
