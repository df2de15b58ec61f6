import { type Instant, inWords } from '../calendar/instant.js';
import { type Refusal, refuse } from '../refusal.js';
import { type SessionState, type SlotOutcome, sessionLaw } from './sessionLaw.js';

/** What the office does with one candidate's turn: puts it off, marks them absent, carries the scores into the application. */
export const slotEvents = ['release', 'absent', 'score'] as const;
export type SlotEvent = (typeof slotEvents)[number];

/** How a turn stands. */
export interface SlotStanding {
  readonly now: Instant;
  readonly state: SessionState;
  readonly startsAt: Instant;
  readonly outcome: SlotOutcome | null;
  /** Sheets handed in, and scorers whose sheet is still to come. */
  readonly submitted: number;
  readonly missing: number;
}

const clause = '通知 四（四）';

/** Why something cannot be done with a turn now, or null. */
export function slotProblem(event: SlotEvent, slot: SlotStanding): Refusal | null {
  if (slot.outcome !== null || !(event in sessionLaw[slot.state].events)) {
    return refuse('event_not_allowed', clause, '这名答辩人不在待办之列，不能这样办理。');
  }
  if (event === 'score') {
    return slot.missing === 0
      ? null
      : refuse('experts_too_few', clause, `还有${slot.missing}名专家没有提交评分表。`, { field: 'sheets' });
  }
  if (slot.submitted > 0) return refuse('already_done', clause, '已有专家提交评分表，不能再登记缺席或改期。');
  return event === 'absent' && slot.now < slot.startsAt
    ? refuse('defense_not_held', clause, `答辩尚未开始，${inWords(slot.startsAt)}起可以登记缺席。`)
    : null;
}
