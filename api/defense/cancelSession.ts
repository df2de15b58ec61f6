import { wakeMail } from '../../engine/wakeMail.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { writeDefenseLetters } from '../../records/defense/defenseLetters.js';
import { panelsOf } from '../../records/defense/defensePanels.js';
import { callOffSession, type DefenseSession, lockSession } from '../../records/defense/defenseSessions.js';
import { slotsIn } from '../../records/defense/defenseSlots.js';
import { sessionSnapshotOf } from '../../records/defense/sessionSnapshot.js';
import { inTransaction } from '../../records/inTransaction.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { decideSession, isAnnounced } from '../../rules/defense/sessionLaw.js';
import type { Caller } from '../accounts/caller.js';
import { Problem, problemBody, problemOf } from '../http/problem.js';
import type { Services } from '../services.js';
import { callOff } from './callOff.js';
import { finalize } from './finalizeSlot.js';
import type { NotifyResult } from './publishSession.js';
import { noSuchSession } from './sessionOf.js';

interface Cancellation {
  readonly campaign: Pick<Campaign, 'policy'>;
  readonly id: string;
  readonly caller: Caller;
  readonly reason: string;
}

/**
 * Cancels a whole session: nobody scores in it from then on, its panel is notified, and every candidate with an
 * appointment learns that it is off and waits for another. A cancellation that broke off continues where it stopped, with
 * its first reason. @throws Problem with the law's refusal
 */
export async function cancelSession(
  deps: Services,
  { campaign, id, caller, reason }: Cancellation,
): Promise<readonly NotifyResult[]> {
  const { db } = deps;
  const notifyResults: NotifyResult[] = [];
  const alone = await withAdvisoryLock(db, `defense:${id}`, async () => {
    const given = await close(deps, { campaign, id, reason, at: await deps.clock() });
    for (const slot of await slotsIn(db, [id])) {
      const { applicationId, outcome } = slot;
      if (outcome !== null) continue;
      const problem = await callOff(deps, { caller, slot, session: given.session, reason: given.reason });
      // A candidate who could not be notified stays on the list.
      if (problem === null) await finalize(deps, { sessionId: id, applicationId, outcome: 'cancelled' });
      notifyResults.push({ applicationId, problem: problem && problemBody(problem) });
    }
  });
  if (!alone)
    throw new Problem('stale_page', {
      zh: '另一位工作人员正在办理这场答辩，请稍候查看。',
      en: 'Somebody else is dealing with this session; please look again shortly.',
    });
  wakeMail(deps);
  return notifyResults;
}

/** The session as it is called off, and why it was called off first. */
async function close(
  { db }: Pick<Services, 'db'>,
  { campaign, id, reason, at }: Omit<Cancellation, 'caller'> & { readonly at: Instant },
): Promise<{ readonly session: DefenseSession; readonly reason: string }> {
  const panel = (await panelsOf(db, [id])).map(({ expertId }) => expertId);
  return await inTransaction(db, async (statements) => {
    const session = await lockSession(statements, id);
    if (!session) throw noSuchSession();
    const state = decideSession(await sessionSnapshotOf(statements, session), 'cancel', campaign.policy);
    if (typeof state !== 'string') throw problemOf(state);
    if (session.cancelledReason !== null) return { session, reason: session.cancelledReason };
    await callOffSession(statements, { id, state, reason });
    if (isAnnounced(session.state)) {
      const was = { at: session.startsAt, room: session.room };
      const detail = { at, session: { was, now: null, reason } };
      const revision = session.revision + 1;
      await writeDefenseLetters(statements, { session, to: panel, revision, kind: 'defense_cancelled', detail });
    }
    return { session, reason };
  });
}
