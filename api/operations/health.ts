import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { readBacklog } from '../../records/operations/backlog.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { campaignPhase, campaignPhaseLabels } from '../../rules/campaign/campaignPhase.js';
import { newerCalendar } from '../../rules/policy/newerCalendar.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { HealthAnswer } from './healthAnswer.js';
import { campaignsOf, forOperators } from './operated.js';

/** Engine, workers, what waits, and the policy and calendar in force in each campaign. */
export const healthRoute = defineRoute({
  ...forOperators,
  method: 'get',
  path: '/api/operations/health',
  tag: '运维',
  summary: '引擎、工作进程、积压、生效的政策与日历版本',
  answers: { 200: HealthAnswer },
  handle: async ({ caller }, { db, engine, clock, logger }) => {
    const operated = campaignsOf(caller);
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
    const present = await presentCalendar(db);
    return {
      now: isoInBeijing(now),
      engine: { namespace: engine.namespace, reachable: queues !== null, queues: (queues ?? []).map(queueBody) },
      intakes: { waiting, oldest: waiting > 0 ? isoInBeijing(Math.round(now - oldest)) : null },
      outbox: { pending: outbox_pending, parked: outbox_parked },
      needsAttention: attention,
      campaigns: campaigns
        .filter(({ id }) => operated === null || operated.includes(id))
        .map(({ id, title, state, policy, calendar }) => ({
          id,
          title,
          ...phaseOf({ state, policy }, now),
          policyVersion: policy.version,
          calendarVersion: calendar.version,
          officialYears: calendar.officialYears,
          newerCalendar: newerCalendar({ policy, calendar }, present),
        })),
    };
  },
});

function phaseOf(campaign: Parameters<typeof campaignPhase>[0], now: Instant) {
  const phase = campaignPhase(campaign, now);
  return { phase, phaseLabel: campaignPhaseLabels[phase] };
}

type Queue = Awaited<ReturnType<Deps['engine']['queues']>>[number];
function queueBody({ lastSeen, ...queue }: Queue) {
  return { ...queue, lastSeen: lastSeen === null ? null : isoInBeijing(lastSeen) };
}
