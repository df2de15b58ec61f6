import { wakeMail } from '../../engine/wakeMail.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { movePlan } from '../../records/defense/defensePlans.js';
import { lockSession } from '../../records/defense/defenseSessions.js';
import { sessionSnapshotOf } from '../../records/defense/sessionSnapshot.js';
import { moveProblem } from '../../rules/defense/moving.js';
import { decideSession } from '../../rules/defense/sessionLaw.js';
import type { TimeAndPlace } from '../../rules/notifications/notificationKinds.js';
import type { Caller } from '../accounts/caller.js';
import { problemOf } from '../http/problem.js';
import type { Services } from '../services.js';
import { notifyPanel } from './notifyPanel.js';
import { type NotifyResult, publishSession } from './publishSession.js';
import { savePlan } from './savePlan.js';
import { noSuchSession } from './sessionOf.js';
import type { SessionNow } from './sessionSnapshot.js';

/**
 * Moves a whole published session to another time and place: the candidates still to come are heard in their order from
 * the new start; panel and candidates are notified once each. Publishing the session again reaches those who could not be
 * notified.
 * @throws Problem with the law's refusal, or with the clashes of a plan at that time
 */
export async function moveSession(
  deps: Services,
  given: {
    readonly campaign: Campaign;
    readonly now: SessionNow;
    readonly caller: Caller;
    readonly to: TimeAndPlace;
    readonly reason: string;
  },
): Promise<readonly NotifyResult[]> {
  const { campaign, now, caller, to, reason } = given;
  const { id, specialty, minutes } = now.session;
  const plan = {
    specialty,
    minutes,
    room: to.room,
    startsAt: to.at,
    panel: now.panel.map(({ expertId }) => expertId),
    leader: now.panel.find(({ leader }) => leader)?.expertId ?? '',
    applications: now.slots.flatMap(({ slot }) => (slot.outcome === null ? [slot.applicationId] : [])),
  };
  const moved = await savePlan(deps, { campaign, plan, except: id }, async (statements) => {
    const present = await lockSession(statements, id);
    if (!present) throw noSuchSession();
    const was = { at: present.startsAt, room: present.room };
    const state = decideSession(await sessionSnapshotOf(statements, present), 'move', campaign.policy);
    if (typeof state !== 'string') throw problemOf(state);
    const problem = moveProblem(was, to, campaign.policy);
    if (problem) throw problemOf(problem);
    await movePlan(statements, { id, plan, state });
    await notifyPanel(statements, { session: present, panel: plan.panel, plan, reason, at: await deps.clock() });
    return { ...present, state, room: to.room, startsAt: to.at, revision: present.revision + 1 };
  });
  wakeMail(deps);
  return await publishSession(deps, { session: moved, next: moved.state, caller, reason });
}
