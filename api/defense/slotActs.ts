import type { Campaign } from '../../records/campaign/campaigns.js';
import { outcomeOfSlotEvent, type SlotEvent, slotProblem } from '../../rules/defense/slotLaw.js';
import type { Caller } from '../accounts/caller.js';
import { type Problem, problemOf } from '../http/problem.js';
import type { Services } from '../services.js';
import { callOff } from './callOff.js';
import { finalize } from './finalizeSlot.js';
import { performOnce } from './performOnce.js';
import { type SessionNow, type SlotNow, slotSnapshot } from './sessionSnapshot.js';

interface Turn {
  readonly campaign: Pick<Campaign, 'policy'>;
  readonly caller: Caller;
  readonly now: SessionNow;
  readonly one: SlotNow;
  /** The reason, where the act gives one to the candidate. */
  readonly reason?: string | undefined;
}
type Move = (deps: Services, turn: Turn) => Promise<Problem | null>;

/** The event of the application for each act on a slot: putting a candidate off takes back their appointment. */
const moves: Readonly<Record<SlotEvent, Move>> = {
  release: (deps, { caller, now: { session }, one: { slot }, reason }) =>
    callOff(deps, { caller, session, slot, reason }),
  absent: (deps, { caller, now: { session }, one: { slot } }) =>
    performOnce(deps, {
      caller,
      applicationId: slot.applicationId,
      event: 'mark_absent',
      body: {},
      key: `absent-${session.id}-${slot.applicationId}`,
    }),
  score: (deps, { caller, now: { session }, one: { slot } }) =>
    performOnce(deps, {
      caller,
      applicationId: slot.applicationId,
      event: 'score_defense',
      body: {},
      key: `scores-${session.id}-${slot.applicationId}`,
    }),
};

/** Does something with a turn, and moves its application with it. @throws Problem when the rules or the law refuse */
export async function actOnSlot(deps: Services, event: SlotEvent, turn: Turn): Promise<void> {
  const { session } = turn.now;
  const { applicationId } = turn.one.slot;
  const refusal = slotProblem(event, slotSnapshot(turn.now, turn.one, await deps.clock()), turn.campaign.policy);
  if (refusal) throw problemOf(refusal);
  const problem = await moves[event](deps, turn);
  if (problem) throw problem;
  await finalize(deps, { sessionId: session.id, applicationId, outcome: outcomeOfSlotEvent[event] });
}
