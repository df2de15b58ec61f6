import { formatInstantZh, type Instant, inDigits } from '../calendar/instant.js';
import { type Cited, cite } from '../policy/clauses.js';
import { type Refusal, refuse } from '../refusal.js';
import { type SessionState, type SlotOutcome, sessionLaw } from './sessionLaw.js';

/** The facts that decide whether a member of a panel may score a candidate now. */
export interface Scoring {
  readonly now: Instant;
  readonly state: SessionState;
  readonly startsAt: Instant;
  readonly outcome: SlotOutcome | null;
  readonly recused: boolean;
  readonly submitted: boolean;
}

const recusedMessage = {
  zh: '您应回避这份申报，不参加评分。',
  en: 'You are recused from this application and do not score it.',
} as const;
const receivedPapers = {
  zh: '评分表已提交，不能再改。',
  en: 'The score sheet is handed in and cannot be changed any more.',
} as const;

/** Why a sheet may not be written now, or null. Recusal comes first: a recused expert learns nothing else. */
export function scoringProblem(
  { now, state, startsAt, outcome, recused, submitted }: Scoring,
  policy: Cited,
): Refusal | null {
  const clause = cite(policy, 'defense');
  if (recused) return refuse('not_yours', '人社部令第40号（评审专家回避）', recusedMessage);
  if (submitted) return refuse('already_done', clause, receivedPapers);
  if (outcome !== null || !('score' in sessionLaw[state].events)) {
    return refuse('event_not_allowed', clause, {
      zh: '这名答辩人的评分已经结束，或不在评分之列。',
      en: 'Scoring of this candidate is over, or this candidate is not to be scored.',
    });
  }
  return now < startsAt
    ? refuse('defense_not_held', clause, {
        zh: `答辩尚未开始，${formatInstantZh(startsAt)}起可以评分。`,
        en: `The defense has not begun; it can be scored from ${inDigits(startsAt)}.`,
      })
    : null;
}
