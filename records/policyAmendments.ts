import type { Instant } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Database } from './database.js';
import type { PolicyAmendment as Row } from './generated/client.js';
import { instantFrom, instantOrNull, stored } from './instants.js';
import { asJson } from './projection.js';

/** A policy proposed for running applications too. */
export interface PolicyAmendment {
  readonly id: string;
  readonly campaignId: string;
  readonly baseVersion: number;
  readonly policy: Policy;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly state: 'proposed' | 'approved' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly moved: number | null;
  readonly refused: number | null;
  readonly carriedAt: Instant | null;
}

/** Every amendment of a campaign, the latest first. */
export async function amendmentsOf(database: Database, campaignId: string): Promise<readonly PolicyAmendment[]> {
  const rows = await database.policyAmendment.findMany({ where: { campaignId }, orderBy: { proposedAt: 'desc' } });
  return rows.map(amendmentOf);
}

/** One of them, or null. */
export async function findAmendment(
  database: Database,
  { campaignId, id }: { readonly campaignId: string; readonly id: string },
): Promise<PolicyAmendment | null> {
  const row = await database.policyAmendment.findFirst({ where: { campaignId, id } });
  return row && amendmentOf(row);
}

/** Keeps a proposal; one waits at a time. @throws when one waits already: see `isAlreadyThere` */
export async function proposeAmendment(
  database: Database,
  {
    proposedAt,
    policy,
    ...proposed
  }: Pick<PolicyAmendment, 'campaignId' | 'policy' | 'reason' | 'proposedBy' | 'proposedAt'>,
): Promise<string> {
  const data = { ...proposed, policy: asJson(policy), baseVersion: policy.version, proposedAt: stored(proposedAt) };
  return (await database.policyAmendment.create({ data, select: { id: true } })).id;
}

/** Takes a proposal back. False: it no longer waits. */
export async function withdrawAmendment(
  database: Database,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const data = { state: 'withdrawn', decidedBy: by, decidedAt: stored(at) };
  return (await database.policyAmendment.updateMany({ where: { id, state: 'proposed' }, data })).count === 1;
}

/**
 * Puts a proposal into force as the next version, for new applications at once and for running ones as the campaign
 * carries it to them. Whole or not at all.
 *
 * @throws when the version is there already: see `isAlreadyThere`; when it no longer waits
 */
export async function approveAmendment(
  database: Database,
  { id, campaignId, policy, reason, proposedBy }: PolicyAmendment,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<Policy> {
  const next = { ...policy, version: policy.version + 1 };
  const decided = { decidedBy: by, decidedAt: stored(at) };
  const version = { campaignId, version: next.version, policy: asJson(next), reason, changedAt: stored(at) };
  await database.$transaction([
    database.policyAmendment.update({ where: { id, state: 'proposed' }, data: { state: 'approved', ...decided } }),
    database.policyVersion.create({ data: { ...version, changedBy: proposedBy, confirmedBy: by } }),
    database.campaign.update({
      where: { id: campaignId, policyVersion: policy.version },
      data: { policy: asJson(next), policyVersion: next.version },
    }),
  ]);
  return next;
}

/** The oldest approved amendment that has not been carried to every running application, or null. */
export async function amendmentToCarry(database: Database, campaignId: string): Promise<PolicyAmendment | null> {
  const where = { campaignId, state: 'approved', carriedAt: null };
  const row = await database.policyAmendment.findFirst({ where, orderBy: { decidedAt: 'asc' } });
  return row && amendmentOf(row);
}

/** For the sweeper: campaigns with an amendment that has not been carried. */
export async function campaignsToAmend(database: Database): Promise<readonly string[]> {
  const where = { state: 'approved', carriedAt: null };
  const rows = await database.policyAmendment.findMany({
    where,
    select: { campaignId: true },
    distinct: ['campaignId'],
  });
  return rows.map(({ campaignId }) => campaignId);
}

/** Notes that an amendment has reached every running application it could. */
export async function noteCarried(
  database: Database,
  {
    id,
    moved,
    refused,
    at,
  }: { readonly id: string; readonly moved: number; readonly refused: number; readonly at: Instant },
): Promise<void> {
  const data = { moved, refused, carriedAt: stored(at) };
  await database.policyAmendment.updateMany({ where: { id, carriedAt: null }, data });
}

function amendmentOf({ proposedAt, decidedAt, carriedAt, policy, state, ...row }: Row): PolicyAmendment {
  return {
    ...row,
    policy: policy as unknown as Policy,
    state: state as PolicyAmendment['state'],
    proposedAt: instantFrom(proposedAt),
    decidedAt: instantOrNull(decidedAt),
    carriedAt: instantOrNull(carriedAt),
  };
}
