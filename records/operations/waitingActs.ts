import type { EventName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';
import type { StuckWorkFilter } from './stuckWork.js';

function inCampaigns(campaigns: StuckWorkFilter['campaigns']) {
  return campaigns === null ? {} : { application: { campaignId: { in: [...campaigns] } } };
}

/** An act without an outcome: which and since when, without its data. */
export interface WaitingAct {
  readonly applicationId: string;
  readonly number: string;
  readonly key: string;
  readonly event: EventName;
  readonly receivedAt: Instant;
}

/** Registered acts without an outcome, oldest first. */
export async function waitingActs(
  database: Database,
  { campaigns, limit }: StuckWorkFilter,
): Promise<readonly WaitingAct[]> {
  const rows = await database.intake.findMany({
    where: { outcome: null, ...inCampaigns(campaigns) },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: {
      applicationId: true,
      key: true,
      event: true,
      receivedAt: true,
      application: { select: { number: true } },
    },
  });
  return rows.map(({ receivedAt, event, application: { number }, ...row }) => ({
    ...row,
    number,
    event: event as EventName,
    receivedAt: instantFrom(receivedAt),
  }));
}

/** Applications that need an operator. */
export async function applicationsInNeed(
  database: Database,
  { campaigns, limit }: StuckWorkFilter,
): Promise<readonly { readonly id: string; readonly number: string }[]> {
  const where = { needsAttention: true, ...(campaigns === null ? {} : { campaignId: { in: [...campaigns] } }) };
  return await database.application.findMany({
    where,
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, number: true },
  });
}
