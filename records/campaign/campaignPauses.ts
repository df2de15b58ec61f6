import type { Actor } from '../../rules/application/act.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { PauseState } from '../../rules/campaign/pauseStates.js';
import type { NotificationRequest } from '../../rules/notifications/notificationKinds.js';
import type { Connection, Database } from '../database.js';
import type { CampaignPause as Row } from '../generated/client.js';
import { enqueueNotifications } from '../mail/enqueueNotifications.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

/** Who took a step of a pause, in which role, and when. */
export interface PauseStep {
  readonly by: Actor;
  readonly at: Instant;
}

/** What a step of a pause has come to: applications it moved, those the law refused, and when all were done. */
export interface PauseApplied {
  readonly moved: number;
  readonly refused: number;
  readonly at: Instant;
}

/** A pause of the deadlines of a campaign's running applications. */
export interface CampaignPause {
  readonly id: string;
  readonly campaignId: string;
  readonly reason: string;
  /** The day on which it is to end or to be looked at again. */
  readonly until: LocalDate;
  readonly state: PauseState;
  readonly requested: PauseStep;
  /** Its approval or refusal. */
  readonly decided: PauseStep | null;
  /** Null until every application is paused or refused. */
  readonly applied: PauseApplied | null;
  readonly ended: (PauseStep & { readonly reason: string }) | null;
  /** Null until the deadlines of every application run again. */
  readonly endApplied: PauseApplied | null;
}

/** Every pause of a campaign, the latest first. */
export async function pausesOf(database: Database, campaignId: string): Promise<readonly CampaignPause[]> {
  const rows = await database.campaignPause.findMany({ where: { campaignId }, orderBy: { requestedAt: 'desc' } });
  return rows.map(pauseOf);
}

/** One pause, or null. `id` must be a UUID. */
export async function findPause(database: Database, id: string): Promise<CampaignPause | null> {
  const row = await database.campaignPause.findUnique({ where: { id } });
  return row && pauseOf(row);
}

/** Stores a request and writes to those who may approve it; one pause is open at a time. @throws when one is: see `isAlreadyThere` */
export async function requestPause(
  database: Database,
  {
    campaignId,
    reason,
    until,
    by,
    at,
    deciders,
  }: Pick<CampaignPause, 'campaignId' | 'reason' | 'until'> & PauseStep & { readonly deciders: readonly Role[] },
): Promise<CampaignPause> {
  const requested = { requestedBy: by.personId, requestedRole: by.role, requestedScope: by.scope };
  const data = { campaignId, reason, until: new Date(until), ...requested, requestedAt: stored(at) };
  return await database.$transaction(async (transaction) => {
    const row = await transaction.campaignPause.create({ data });
    const letters = await lettersTo(transaction, { id: row.id, campaignId, requestedBy: by.personId, at, deciders });
    await enqueueNotifications(transaction, letters);
    return pauseOf(row);
  });
}

/** A letter to everybody who may approve it but the one who asks. */
async function lettersTo(
  transaction: Connection,
  about: {
    readonly id: string;
    readonly campaignId: string;
    readonly requestedBy: string;
    readonly at: Instant;
    readonly deciders: readonly Role[];
  },
): Promise<readonly NotificationRequest[]> {
  const { id, campaignId, requestedBy, at, deciders } = about;
  const others = await transaction.roleBinding.findMany({
    where: { role: { in: [...deciders] }, OR: [{ campaignId }, { campaignId: null }], personId: { not: requestedBy } },
    select: { personId: true, role: true },
    distinct: ['personId'],
  });
  return others.map(({ personId, role }) => ({
    kind: 'campaign_pause_requested',
    role: role as Role,
    scope: personId,
    personal: true,
    campaignId,
    key: `campaign_pause_requested:${id}.${personId}`,
    detail: { at },
  }));
}

/** Refuses a request, or takes it back. False: it no longer waits. */
export async function refusePause(
  database: Database,
  { id, by, at }: PauseStep & { readonly id: string },
): Promise<boolean> {
  const decided = { decidedBy: by.personId, decidedRole: by.role, decidedScope: by.scope, decidedAt: stored(at) };
  const where = { id, state: 'requested' };
  return (await database.campaignPause.updateMany({ where, data: { state: 'refused', ...decided } })).count === 1;
}

/** For the sweeper: steps of pauses that have not reached every application. */
export async function pausesToApply(
  database: Database,
): Promise<readonly { readonly pauseId: string; readonly ending: boolean }[]> {
  const rows = await database.campaignPause.findMany({
    where: {
      OR: [
        { state: { in: ['approved', 'ended'] }, appliedAt: null },
        { state: 'ended', endAppliedAt: null },
      ],
    },
    select: { id: true, state: true, appliedAt: true },
  });
  return rows.flatMap(({ id, state, appliedAt }) => [
    ...(appliedAt === null ? [{ pauseId: id, ending: false }] : []),
    ...(state === 'ended' ? [{ pauseId: id, ending: true }] : []),
  ]);
}

/** Notes that a step has reached every application. Does nothing when that is noted. */
export async function notePauseApplied(
  database: Database,
  { id, ending, moved, refused, at }: PauseApplied & { readonly id: string; readonly ending: boolean },
): Promise<void> {
  if (ending) {
    const data = { endMoved: moved, endRefused: refused, endAppliedAt: stored(at) };
    await database.campaignPause.updateMany({ where: { id, state: 'ended', endAppliedAt: null }, data });
  } else {
    const data = { moved, refused, appliedAt: stored(at) };
    await database.campaignPause.updateMany({ where: { id, appliedAt: null }, data });
  }
}

function pauseOf(row: Row): CampaignPause {
  const { id, campaignId, reason, until, state } = row;
  const requested = stepOf(row.requestedBy, row.requestedRole, row.requestedScope, row.requestedAt);
  if (!requested) throw new Error(`nobody requested ${id}`);
  const ended = stepOf(row.endedBy, row.endedRole, row.endedScope, row.endedAt);
  return {
    ...{ id, campaignId, reason, until: until.toISOString().slice(0, 10), state: state as PauseState, requested },
    decided: stepOf(row.decidedBy, row.decidedRole, row.decidedScope, row.decidedAt),
    applied: appliedOf(row.moved, row.refused, row.appliedAt),
    ended: ended && { ...ended, reason: row.endReason ?? '' },
    endApplied: appliedOf(row.endMoved, row.endRefused, row.endAppliedAt),
  };
}

function stepOf(personId: string | null, role: string | null, scope: string | null, at: Date | null): PauseStep | null {
  return personId === null || role === null || at === null
    ? null
    : { by: { personId, role: role as Role, scope }, at: instantFrom(at) };
}

function appliedOf(moved: number | null, refused: number | null, at: Date | null): PauseApplied | null {
  const instant = instantOrNull(at);
  return moved === null || refused === null || instant === null ? null : { moved, refused, at: instant };
}
