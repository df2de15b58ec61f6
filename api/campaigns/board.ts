import { comingDeadlines, countByStatus, countNeedy, countOf, inflowByDay } from '../../records/campaign/board.js';
import { campaignCounts } from '../../records/campaign/campaignCounts.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { stalledApplications } from '../../records/campaign/stalledApplications.js';
import { type Candidates, listApplications } from '../../records/queue/queue.js';
import { countApplications } from '../../records/queue/queueCounts.js';
import { auditedIn } from '../../rules/application/audited.js';
import { isFinal } from '../../rules/application/lifecycle.js';
import {
  day,
  endOfDay,
  type Instant,
  instantOf,
  isoInBeijing,
  localDateOf,
  startOfDay,
} from '../../rules/calendar/instant.js';
import { alarmLabels, alarmsOf } from '../../rules/notifications/alarms.js';
import { type NamedWindow, windowOf, windowsByCandidate } from '../../rules/policy/policyWindows.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { BoardAnswer } from './boardAnswer.js';
import { campaignInPath } from './campaign.js';

/** Days of coming deadlines, today included. */
const daysAhead = 14;
/** Applications named one by one, of those that are late or need an operator. */
const most = 50;

/**
 * The state of a campaign for its office, supervisor and operator. Counted at most every ten seconds, however many boards
 * are open.
 */
export const boardRoute = defineRoute({
  method: 'get',
  path: '/api/campaigns/{id}/board',
  tag: '年度评审',
  summary: '看板：各状态数量、上报趋势、临近期限、逾期审核、需要处理（办事机构、监督、运维）',
  roles: ['office', 'supervisor', 'operator'],
  subject: campaignInPath,
  answers: { 200: BoardAnswer },
  handle: ({ subject: campaign }, { db, clock, boards }) =>
    boards.get(campaign.id, async () => boardOf(db, campaign, await clock())),
});
export type Board = Awaited<ReturnType<typeof boardOf>>;

/** The board at an instant, counted now. */
export async function boardOf(db: Deps['db'], { id, policy }: Pick<Campaign, 'id' | 'policy'>, now: Instant) {
  const audit = windowsByCandidate(policy)
    .flatMap((set) => set.audit ?? [])
    .reduce<NamedWindow | null>((last, one) => (last && last.due >= one.due ? last : one), null);
  const ended = auditsEnded(policy, now);
  const late = ended === undefined || ended.length > 0;
  const today = startOfDay(localDateOf(now));
  const coming = { from: today, to: endOfDay(localDateOf(now + (daysAhead - 1) * day)) };
  const scope = { scopes: [{ kind: 'campaign', id }], limit: most } as const;
  const overdue = { ...scope, statuses: auditedIn, candidates: ended };
  const counted = await campaignCounts(db, id);
  const counts = countByStatus(counted, now);
  const [needy, unaudited, needyOnes, retiring, stalled] = await Promise.all([
    countNeedy(db, id),
    late ? listApplications(db, overdue) : null,
    listApplications(db, { ...scope, needsAttention: true }),
    countApplications(db, { scopes: scope.scopes, retiring: true }, now),
    stalledApplications(db, { campaignId: id, now, limit: most }),
  ]);
  return {
    asOf: isoInBeijing(now),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    running: counts.filter(({ status }) => !isFinal(status)).reduce((sum, { count }) => sum + count, 0),
    counts,
    inflow: inflowByDay(counted),
    deadlines: comingDeadlines(counted, coming),
    audits: {
      due: audit && isoInBeijing(audit.due),
      clause: audit?.clause ?? null,
      late,
      waiting: countOf(counted, { statuses: auditedIn }),
      overdue: late ? countOf(counted, overdue) : 0,
      items: unaudited?.items.map(named) ?? [],
    },
    stalled: {
      count: stalled.count,
      items: stalled.items.map(({ id, applicantName, unitName, facts }) => ({
        id,
        applicantName,
        unitName,
        overdue: alarmsOf(facts, policy).flatMap(({ kind, at }) => (at <= now ? [{ kind, ...alarmLabels[kind] }] : [])),
      })),
    },
    retiring: retiring.reduce((sum, { count }) => sum + count, 0),
    needsAttention: { count: needy, items: needyOnes.items.map(named) },
  };
}

/** The candidates whose audit window is over; undefined: those of every kind. */
function auditsEnded(policy: Campaign['policy'], now: Instant): readonly Candidates[] | undefined {
  const all = policy.levels.value.flatMap((level) =>
    policy.specialties.map(({ code: specialty }) => ({ level, specialty })),
  );
  const ended = all.filter((candidate) => {
    const audit = windowOf('audit', candidate, policy);
    return audit !== null && instantOf(audit.value.due) <= now;
  });
  return ended.length === all.length ? undefined : ended;
}

function named({ id, applicantName, unitName, status, due }: Named) {
  return { id, applicantName, unitName, status, due: due === null ? null : isoInBeijing(due) };
}
type Named = Awaited<ReturnType<typeof listApplications>>['items'][number];
