import type { Transition } from '../application/act.js';
import { type EventName, findLaw } from '../application/lifecycle.js';
import { formatInstantZh, type Instant, inDigits } from '../calendar/instant.js';
import { type Cited, cite, uncited } from '../policy/clauses.js';
import { type Refusal, refuse } from '../refusal.js';
import { type SessionState, type SlotOutcome, sessionLaw } from './sessionLaw.js';

/** The office's acts on one candidate's slot: move it, mark the candidate absent, record the scores. */
export const slotEvents = ['release', 'absent', 'score'] as const;
export type SlotEvent = (typeof slotEvents)[number];

/** The outcome of a slot after each. */
export const outcomeOfSlotEvent = { release: 'moved', absent: 'absent', score: 'scored' } as const satisfies Record<
  SlotEvent,
  SlotOutcome
>;

/** The state of a slot, as far as its acts depend on it. */
export interface SlotSnapshot {
  readonly now: Instant;
  readonly state: SessionState;
  readonly startsAt: Instant;
  readonly outcome: SlotOutcome | null;
  /** Sheets handed in, and scorers whose sheet is still to come. */
  readonly submitted: number;
  readonly missing: number;
}

/** Why an act on a slot is refused now, or null. */
export function slotProblem(event: SlotEvent, slot: SlotSnapshot, policy: Cited): Refusal | null {
  const clause = cite(policy, 'defense');
  if (slot.outcome !== null || !(event in sessionLaw[slot.state].events)) {
    return refuse('event_not_allowed', clause, {
      zh: '这名答辩人不在待办之列，不能这样办理。',
      en: 'This candidate is not waiting to be dealt with; this cannot be done.',
    });
  }
  if (event === 'score') {
    return slot.missing === 0
      ? null
      : refuse(
          'experts_too_few',
          clause,
          {
            zh: `还有${slot.missing}名专家没有提交评分表。`,
            en: `Experts whose score sheet is still to come: ${slot.missing}.`,
          },
          { field: 'sheets' },
        );
  }
  if (slot.submitted > 0) {
    return refuse('already_done', clause, {
      zh: '已有专家提交评分表，不能再登记缺席或改期。',
      en: 'An expert has handed in a score sheet; the candidate can no longer be marked absent or moved to another time.',
    });
  }
  return event === 'absent' && slot.now < slot.startsAt
    ? refuse('defense_not_held', clause, {
        zh: `答辩尚未开始，${formatInstantZh(slot.startsAt)}起可以登记缺席。`,
        en: `The defense has not begun; absence can be noted from ${inDigits(slot.startsAt)}.`,
      })
    : null;
}

/** A slot still to be held, as far as acts on its application affect it. */
export interface TurnAhead extends Omit<SlotSnapshot, 'now' | 'missing'> {
  /** The candidate knows the slot as it is now; otherwise the next announcement notifies them. */
  readonly notified: boolean;
}

const appointing: readonly EventName[] = ['schedule_defense', 'call_off_defense'];
/** The slot's new outcome after an act on its application. */
const outcomeOfAct: Readonly<Partial<Record<EventName, SlotOutcome>>> = {
  mark_absent: outcomeOfSlotEvent.absent,
  score_defense: outcomeOfSlotEvent.score,
};

type Step = Pick<Transition, 'event' | 'from' | 'to'>;

/** Whether a transition gives or withdraws an appointment. */
function appoints({ event }: Step): boolean {
  return appointing.includes(event);
}

/** Whether a transition ends the time in which a candidate can be heard: withdrawn, or disqualified. */
function leaves({ from, to }: Step): boolean {
  return appointing.some((event) => findLaw(from, event) !== null && findLaw(to, event) === null);
}

/** Whether a transition may change the outcome of a slot. */
export function concernsTurn(step: Step): boolean {
  return appoints(step) || outcomeOfAct[step.event] !== undefined || leaves(step);
}

/**
 * The outcome of an announced slot after a transition of its application: another or no appointment, absence,
 * scoring or the end of the application. Null: the slot stays. The session's own acts have the same outcomes.
 */
export function turnAfter(transition: Step & Pick<Transition, 'changes' | 'at'>, turn: TurnAhead): SlotOutcome | null {
  if (!turn.notified) return null;
  if (!appoints(transition)) {
    const waits = turn.outcome === null && 'release' in sessionLaw[turn.state].events;
    return waits ? (outcomeOfAct[transition.event] ?? (leaves(transition) ? 'cancelled' : null)) : null;
  }
  if (transition.changes.defenseAt === turn.startsAt) return null;
  // Moving a slot does not wait for sheets.
  const snapshot = { ...turn, now: transition.at, missing: 0 };
  return slotProblem('release', snapshot, uncited) === null ? outcomeOfSlotEvent.release : null;
}
