import type { Instant } from '../../rules/calendar/instant.js';
import type { RecusalOutcome } from '../../rules/committee/recusals.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

interface RecusalCommand {
  readonly campaignId: string;
  readonly applicationId: string | null;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
}

/** Notes a recusal that needs no decision: the expert's own, or the office's. @throws when it exists already */
export async function recuse(
  database: Database,
  { by, at, ...recusal }: RecusalCommand & { readonly expertId: string; readonly requestedByRole: 'expert' | 'office' },
): Promise<string> {
  const decided = { outcome: 'granted', decidedBy: by, decidedAt: stored(at) };
  const data = { ...recusal, ...decided, requestedBy: by, requestedAt: stored(at) };
  return (await database.recusal.create({ data, select: { id: true } })).id;
}

/** Notes an applicant's request, which waits for the office. @throws when the same request waits already */
export async function requestRecusal(
  database: Database,
  { by, at, ...request }: RecusalCommand & { readonly applicationId: string; readonly named: string },
): Promise<string> {
  const data = { ...request, requestedByRole: 'applicant', requestedBy: by, requestedAt: stored(at) };
  return (await database.recusal.create({ data, select: { id: true } })).id;
}

/** Notes the office's decision on a request. False: it was decided already, or there is none. */
export async function decideRecusal(
  database: Database,
  {
    id,
    campaignId,
    expertId,
    outcome,
    by,
    reason,
    at,
  }: {
    readonly id: string;
    readonly campaignId: string;
    /** The expert the applicant means; null when it is none of the pool. */
    readonly expertId: string | null;
    readonly outcome: RecusalOutcome;
    readonly by: string;
    readonly reason: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const data = { expertId, outcome, decidedBy: by, decidedReason: reason, decidedAt: stored(at) };
  return (await database.recusal.updateMany({ where: { id, campaignId, outcome: null }, data })).count === 1;
}
