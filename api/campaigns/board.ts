import { comingDeadlines, countByStatus, countNeedy, inflowByDay } from '../../records/campaign/board.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { listApplications } from '../../records/queue/queue.js';
import { auditedIn } from '../../rules/application/audited.js';
import { isFinal } from '../../rules/application/lifecycle.js';
import { day, endOfDay, type Instant, isoInBeijing, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import { windowsByCandidate } from '../../rules/policy/policyWindows.js';
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

async function boardOf(db: Deps['db'], { id, policy }: Campaign, now: Instant) {
  const ends = windowsByCandidate(policy).flatMap(({ audit }) => audit ?? []);
  const audit = ends.sort((one, other) => other.due - one.due)[0] ?? null;
  const late = audit !== null && now >= audit.due;
  const today = startOfDay(localDateOf(now));
  const coming = { campaignId: id, from: today, to: endOfDay(localDateOf(now + (daysAhead - 1) * day)) };
  const scope = { scopes: [{ kind: 'campaign', id }], limit: most } as const;
  const [counts, inflow, deadlines, needy, unaudited, needyOnes] = await Promise.all([
    countByStatus(db, id, now),
    inflowByDay(db, id, auditedIn),
    comingDeadlines(db, coming),
    countNeedy(db, id),
    late ? listApplications(db, { ...scope, statuses: auditedIn }) : null,
    listApplications(db, { ...scope, needsAttention: true }),
  ]);
  const waiting = counts.filter(({ status }) => auditedIn.includes(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    asOf: isoInBeijing(now),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    running: counts.filter(({ status }) => !isFinal(status)).reduce((sum, { count }) => sum + count, 0),
    counts,
    inflow,
    deadlines,
    audits: {
      due: audit && isoInBeijing(audit.due),
      clause: audit?.clause ?? null,
      late,
      waiting,
      overdue: late ? waiting : 0,
      items: unaudited?.items.map(named) ?? [],
    },
    needsAttention: { count: needy, items: needyOnes.items.map(named) },
  };
}

function named({ id, applicantName, unitName, status, due }: Named) {
  return { id, applicantName, unitName, status, due: due === null ? null : isoInBeijing(due) };
}
type Named = Awaited<ReturnType<typeof listApplications>>['items'][number];
