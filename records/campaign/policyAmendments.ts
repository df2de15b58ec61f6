import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { NotificationRequest } from '../../rules/notifications/notificationKinds.js';
import type { AmendmentState } from '../../rules/policy/amendmentStates.js';
import type { Policy } from '../../rules/policy/policy.js';
import { asJson } from '../application/projection.js';
import type { Connection, Database } from '../database.js';
import type { PolicyAmendment as Row } from '../generated/client.js';
import { enqueueNotifications } from '../mail/enqueueNotifications.js';
import { notePolicyVersion } from '../proof/noteRow.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';
import { pinnedColumns } from './campaigns.js';

/** A policy, a calendar or both, proposed for running applications too. */
export interface PolicyAmendment {
  readonly id: string;
  readonly campaignId: string;
  readonly baseVersion: number;
  readonly policy: Policy;
  /** The calendar it introduces; null: the calendar in force stays. */
  readonly calendar: Calendar | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly state: AmendmentState;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly moved: number | null;
  readonly refused: number | null;
  readonly appliedAt: Instant | null;
}

/** Every amendment of a campaign, the latest first. */
export async function amendmentsOf(database: Database, campaignId: string): Promise<readonly PolicyAmendment[]> {
  const rows = await database.policyAmendment.findMany({ where: { campaignId }, orderBy: { proposedAt: 'desc' } });
  return rows.map(amendmentOf);
}

/** One amendment, or null. */
export async function findAmendment(
  database: Database,
  { campaignId, id }: { readonly campaignId: string; readonly id: string },
): Promise<PolicyAmendment | null> {
  const row = await database.policyAmendment.findFirst({ where: { campaignId, id } });
  return row && amendmentOf(row);
}

/** Stores a proposal and writes to the office, which approves it; one waits at a time. @throws when one waits already: see `isAlreadyThere` */
export async function proposeAmendment(
  database: Database,
  {
    proposedAt,
    policy,
    calendar,
    ...proposed
  }: Pick<PolicyAmendment, 'campaignId' | 'policy' | 'calendar' | 'reason' | 'proposedBy' | 'proposedAt'>,
): Promise<string> {
  const brought = { policy: asJson(policy), ...(calendar ? { calendar: asJson(calendar) } : {}) };
  const data = { ...proposed, ...brought, baseVersion: policy.version, proposedAt: stored(proposedAt) };
  const { campaignId, proposedBy } = proposed;
  return await database.$transaction(async (transaction) => {
    const { id } = await transaction.policyAmendment.create({ data, select: { id: true } });
    await enqueueNotifications(
      transaction,
      await lettersTo(transaction, { id, campaignId, proposedBy, at: proposedAt }),
    );
    return id;
  });
}

/** A letter to everybody of the campaign's office but the one who proposed. */
async function lettersTo(
  transaction: Connection,
  about: { readonly id: string; readonly campaignId: string; readonly proposedBy: string; readonly at: Instant },
): Promise<readonly NotificationRequest[]> {
  const { id, campaignId, proposedBy, at } = about;
  const others = await transaction.roleBinding.findMany({
    where: { role: 'office', OR: [{ campaignId }, { campaignId: null }], personId: { not: proposedBy } },
    select: { personId: true },
    distinct: ['personId'],
  });
  return others.map(({ personId }) => ({
    kind: 'amendment_proposed',
    role: 'office',
    scope: personId,
    personal: true,
    campaignId,
    key: `amendment_proposed:${id}.${personId}`,
    detail: { at },
  }));
}

/** Withdraws a proposal. False: it no longer waits. */
export async function withdrawAmendment(
  database: Database,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const data = { state: 'withdrawn', decidedBy: by, decidedAt: stored(at) };
  return (await database.policyAmendment.updateMany({ where: { id, state: 'proposed' }, data })).count === 1;
}

/**
 * Puts a proposal into force as the next version, on its own calendar or on the one in force. It applies to new
 * applications at once, and to running ones as the campaign's workflow amends them. One transaction.
 *
 * @throws when the version is there already: see `isAlreadyThere`; when it no longer waits
 */
export async function approveAmendment(
  database: Database,
  { id, campaignId, policy, calendar, reason, proposedBy }: PolicyAmendment,
  { by, at, inForce }: { readonly by: string; readonly at: Instant; readonly inForce: Calendar },
): Promise<void> {
  const next = { policy: { ...policy, version: policy.version + 1 }, calendar: calendar ?? inForce };
  const decided = { decidedBy: by, decidedAt: stored(at) };
  const { calendarVersion: _, policyVersion, ...pinned } = pinnedColumns(next);
  const version = { campaignId, version: policyVersion, ...pinned, reason, changedAt: stored(at) };
  await database.$transaction([
    database.policyAmendment.update({ where: { id, state: 'proposed' }, data: { state: 'approved', ...decided } }),
    database.policyVersion.create({ data: { ...version, changedBy: proposedBy, confirmedBy: by } }),
    database.campaign.update({
      where: { id: campaignId, policyVersion: policy.version },
      data: { title: next.policy.title, ...pinnedColumns(next) },
    }),
    notePolicyVersion(database, campaignId, policyVersion),
  ]);
}

/** The oldest approved amendment that was not applied to every running application yet, or null. */
export async function amendmentToApply(database: Database, campaignId: string): Promise<PolicyAmendment | null> {
  const where = { campaignId, state: 'approved', appliedAt: null };
  const row = await database.policyAmendment.findFirst({ where, orderBy: { decidedAt: 'asc' } });
  return row && amendmentOf(row);
}

/** For the sweeper: campaigns with an amendment that was not applied yet. */
export async function campaignsToAmend(database: Database): Promise<readonly string[]> {
  const where = { state: 'approved', appliedAt: null };
  const rows = await database.policyAmendment.findMany({
    where,
    select: { campaignId: true },
    distinct: ['campaignId'],
  });
  return rows.map(({ campaignId }) => campaignId);
}

/** Notes that an amendment was applied to every running application that takes it. */
export async function noteAmended(
  database: Database,
  {
    id,
    moved,
    refused,
    at,
  }: { readonly id: string; readonly moved: number; readonly refused: number; readonly at: Instant },
): Promise<void> {
  const data = { moved, refused, appliedAt: stored(at) };
  await database.policyAmendment.updateMany({ where: { id, appliedAt: null }, data });
}

function amendmentOf({ proposedAt, decidedAt, appliedAt, policy, calendar, state, ...row }: Row): PolicyAmendment {
  return {
    ...row,
    policy: policy as unknown as Policy,
    calendar: calendar as unknown as Calendar | null,
    state: state as PolicyAmendment['state'],
    proposedAt: instantFrom(proposedAt),
    decidedAt: instantOrNull(decidedAt),
    appliedAt: instantOrNull(appliedAt),
  };
}
