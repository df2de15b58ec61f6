import { wakeMail } from '../../engine/wakeMail.js';
import type { DefenseSession } from '../../records/defense/defenseSessions.js';
import { markAppointed, slotsIn } from '../../records/defense/defenseSlots.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { SessionState } from '../../rules/defense/sessionLaw.js';
import type { Caller } from '../accounts/caller.js';
import { Problem, problemBody } from '../http/problem.js';
import type { Services } from '../services.js';
import { announceToPanel } from './announceToPanel.js';
import { performOnce } from './performOnce.js';

/** A candidate, and the problem that kept them from being notified; null: they were notified. */
export interface NotifyResult {
  readonly applicationId: string;
  readonly problem: Record<string, unknown> | null;
}

/**
 * Appoints every candidate of a session to their time, each by the act of the law. Candidates notified of this revision
 * are not notified again, so that a publication that broke off continues where it stopped.
 */
export async function publishSession(
  deps: Services,
  given: {
    readonly session: DefenseSession;
    readonly next: SessionState;
    readonly caller: Caller;
    /** Reason for another time or place than candidates know. */
    readonly reason?: string;
  },
): Promise<readonly NotifyResult[]> {
  const { db } = deps;
  const { session, next, caller, reason } = given;
  const { id, revision, room } = session;
  const notifyResults: NotifyResult[] = [];
  const alone = await withAdvisoryLock(db, `defense:${id}`, async () => {
    // First, so that the panel knows what the candidates know.
    const slots = await slotsIn(db, [id]);
    await announceToPanel(deps, { session, next, candidates: slots.length });
    for (const { applicationId, startsAt, outcome, appointedRevision } of slots) {
      if (outcome !== null || appointedRevision === revision) continue;
      const body = { at: isoInBeijing(startsAt), place: room, ...(reason === undefined ? {} : { reason }) };
      const key = `defense-${id}-${revision}`;
      const problem = await performOnce(deps, { caller, applicationId, event: 'schedule_defense', key, body });
      if (problem === null) await markAppointed(db, { sessionId: id, applicationId, revision });
      notifyResults.push({ applicationId, problem: problem && problemBody(problem) });
    }
  });
  if (!alone)
    throw new Problem('stale_page', {
      zh: '另一位工作人员正在发布这场答辩，请稍候查看。',
      en: 'Somebody else is announcing this session; please look again shortly.',
    });
  wakeMail(deps);
  return notifyResults;
}
