import type { Transition } from '../../rules/application/act.js';
import { decide } from '../../rules/application/decide.js';
import { deadlinesDue } from '../../rules/application/timers.js';
import { canonical } from '../../rules/canonical.js';
import { concernsTurn } from '../../rules/defense/slotLaw.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import { leadsToRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { recommendationAskedOf } from '../conferral/recommendationAskedOf.js';
import type { Database } from '../database.js';
import { applyAppointment } from '../defense/applyAppointment.js';
import { inTransaction } from '../inTransaction.js';
import { NotGenuine } from '../notGenuine.js';
import { feesOf } from '../payment/feeCodes.js';
import { RecordBroken } from '../proof/recordBroken.js';
import { appendTransition, type Step } from './appendTransition.js';
import { eventHash } from './eventHash.js';
import { type JudgedState, judgedState } from './judgedState.js';
import { eventsAfter } from './timeline.js';

/** The predecessor of a transition is not recorded; writing it would break the hash chain. */
export class TransitionGap extends Error {
  override readonly name = 'TransitionGap';
}

/** How many letters were put into the outbox, and the recorded transitions when they differ from the proposed one. */
export interface Recorded {
  readonly letters: number;
  /** From the seq of the proposed transition on, in order; absent when the record holds the proposal. */
  readonly instead?: readonly Transition[];
}

/**
 * Writes a proposed transition atomically, and only after the one it was decided on. What is proposed counts for nothing:
 * the registered act of its key, or the deadline that is due, is judged anew by the recorded facts, and has to make the
 * same transition. One that is recorded already is left alone, so a repetition changes nothing. Where another one is
 * recorded in its place, the recorded ones are returned: the record is right, and the caller decides anew.
 *
 * @throws NotGenuine TransitionGap RecordBroken
 */
export async function recordProposal(
  database: Database,
  applicationId: string,
  proposed: Transition,
): Promise<Recorded> {
  const { seq, key } = proposed;
  for (;;) {
    const state = await judgedState(database, { applicationId, key });
    if (seq > state.facts.seq + 1) throw new TransitionGap(`${applicationId}: ${seq} cannot follow ${state.facts.seq}`);
    if (seq <= state.facts.seq) return await alreadyRecorded(database, applicationId, proposed);
    if (state.broken) throw new RecordBroken(`the record of ${applicationId} does not hold`);
    if (!makes(state, proposed)) throw new NotGenuine(`${applicationId}: ${proposed.event}`);
    const asked = leadsToRecommendation(proposed) ? await recommendationAskedOf(database, state, proposed.at) : 'unit';
    const letterRequests = letterRequestsOf(proposed, asked, state.facts.deadlines);
    const knownFees = proposed.event === amendment ? await feesOf(database, applicationId) : null;
    const { policy } = state;
    const step = { before: state, transition: proposed, letterRequests, started: true, policy, knownFees };
    if (await append(database, step)) return { letters: letterRequests.length };
  }
}

/** Whether the registered act, or without one the deadline that is due first, makes exactly this transition. */
function makes({ facts, act, policy, calendar }: JudgedState, proposed: Transition): boolean {
  // The workflow has compared the act's instant with the engine's clock.
  const outcomes = act
    ? [decide(facts, act, policy, calendar, act.receivedAt)]
    : deadlinesDue(facts, policy, calendar, proposed.at);
  const text = canonical(proposed);
  return outcomes.some((outcome) => canonical(outcome) === text);
}

async function alreadyRecorded(database: Database, applicationId: string, proposed: Transition): Promise<Recorded> {
  const written = await eventsAfter(database, { applicationId, seq: proposed.seq - 1 });
  const [first] = written;
  if (first && eventHash(applicationId, proposed, first.prevHash) === first.hash) return { letters: 0 };
  return { letters: 0, instead: written.map(({ transition }) => transition) };
}

/** One statement needs no transaction; an explicit one is opened only when a defense slot may have to change with it. */
async function append(database: Database, step: Step): Promise<boolean> {
  const { transition } = step;
  if (!concernsTurn(transition)) return (await appendTransition(database.pool, step)) !== null;
  return await inTransaction(database, async (statements) => {
    const next = await appendTransition(statements, step);
    if (next) await applyAppointment(statements, next.facts.applicationId, transition);
    return next !== null;
  });
}
