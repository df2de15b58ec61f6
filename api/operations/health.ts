import type { RequestHandler } from 'express';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { readBacklog } from '../../records/operations/backlog.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { newerCalendar } from '../policy/newerCalendar.js';
import { campaignsOf } from './operated.js';

/** `GET /operations/health`: engine, workers, what waits, and which policy and calendar each campaign is in force with. */
export function healthRoute({ db, engine, clock, logger }: HealthDeps): RequestHandler {
  return async (_request, response) => {
    const operated = campaignsOf(callerOf(response));
    const now = await clock();
    const [queues, backlog, campaigns] = await Promise.all([
      engine.queues().catch((error: unknown) => {
        logger.warn({ err: error }, 'no answer about the workers');
        return null;
      }),
      readBacklog(db, now),
      listCampaigns(db),
    ]);
    const { intake_unfinished: waiting, intake_oldest_ms: oldest, outbox_pending, outbox_parked, attention } = backlog;
    response.json({
      now: isoInBeijing(now),
      engine: { reachable: queues !== null, queues: (queues ?? []).map(queueBody) },
      intakes: { waiting, oldest: waiting > 0 ? isoInBeijing(Math.round(now - oldest)) : null },
      outbox: { pending: outbox_pending, parked: outbox_parked },
      needsAttention: attention,
      campaigns: campaigns
        .filter(({ id }) => operated === null || operated.includes(id))
        .map(({ id, title, state, policy, calendar }) => ({
          id,
          title,
          state,
          policyVersion: policy.version,
          calendarVersion: calendar.version,
          officialYears: calendar.officialYears,
          newerCalendar: newerCalendar({ policy, calendar }),
        })),
    });
  };
}
type HealthDeps = Pick<Deps, 'db' | 'engine' | 'clock' | 'logger'>;

type Queue = Awaited<ReturnType<Deps['engine']['queues']>>[number];
function queueBody({ lastSeen, ...queue }: Queue) {
  return { ...queue, lastSeen: lastSeen === null ? null : isoInBeijing(lastSeen) };
}
