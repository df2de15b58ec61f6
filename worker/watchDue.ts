import type { EngineDeps } from '../engine/deps.js';
import { runningCampaigns } from '../records/campaign/campaignState.js';
import { nextDueOf, overdueAmong } from '../records/deadlines/dueApplications.js';
import type { Instant } from '../rules/calendar/instant.js';

/** From when on what has come due and is not recorded is noticed, in ms: its campaign records it sooner. */
const overdueAfter: Instant = 3_000;
/** Between two calls about what stays overdue, because its record does not hold or its own workflow sees to it, in ms: doubled each time. */
const [firstWait, longestWait]: readonly [Instant, Instant] = [10_000, 10 * 60_000];

/**
 * Has what records the deadlines of a campaign look where something comes due earlier than it can know, or has come due and is
 * not recorded. So no act has to tell it. Call it again and again.
 */
export function watchDue({ db, engine, clock, clockOffset }: Omit<EngineDeps, 'logger'>): () => Promise<void> {
  const next = new Map<string, Instant>();
  const overdueCalls = new Map<string, { readonly again: Instant; readonly wait: Instant }>();
  const isOverdue = (campaignId: string, overdue: ReadonlySet<string>, now: Instant): boolean => {
    if (!overdue.has(campaignId)) overdueCalls.delete(campaignId);
    const call = overdueCalls.get(campaignId) ?? { again: now, wait: firstWait };
    if (!overdue.has(campaignId) || now < call.again) return false;
    overdueCalls.set(campaignId, { again: now + call.wait, wait: Math.min(2 * call.wait, longestWait) });
    return true;
  };
  return async () => {
    const now = await clock();
    const campaigns = await runningCampaigns(db);
    const dues = await nextDueOf(db, campaigns, now);
    const overdue = await overdueAmong(db, campaigns, now - overdueAfter);
    for (const campaignId of campaigns) {
      const due = dues.get(campaignId) ?? Number.POSITIVE_INFINITY;
      const before = next.get(campaignId) ?? now;
      // What has moved away costs a look at an instant at which nothing is due.
      const isEarlier = due < before || before <= now;
      if (isOverdue(campaignId, overdue, now) || isEarlier) await engine.lookForDue({ campaignId, clockOffset });
      next.set(campaignId, due);
    }
  };
}
