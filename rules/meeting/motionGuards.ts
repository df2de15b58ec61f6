import { type Refusal, refuse } from '../refusal.js';
import type { MotionCircumstances } from './motionLaw.js';

type Guard = (circumstances: MotionCircumstances, clause: string) => Refusal | null;

/** Conditions of the rows in motionLaw.ts; what has not been asked for yet (null) refuses nothing. */
export const motionGuards = {
  sitting: ({ sitting }, clause) =>
    sitting ? null : refuse('not_in_session', clause, '会议没有开始或正在休会，不能开始表决。'),
  no_other_open: ({ otherOpen }, clause) =>
    otherOpen ? refuse('motion_open', clause, '还有一项表决没有结束，请先结束或作废这项表决。') : null,
  in_review: ({ inReview }, clause) =>
    inReview ? null : refuse('event_not_allowed', clause, '这份申报已不在评审环节，不能表决。'),
  quorum: ({ quorum }, clause) =>
    quorum ? null : refuse('quorum_not_met', clause, '除回避者外，出席人数不足应到人数的三分之二，不能表决这份申报。'),
  // A vote nobody took part in would count as everybody abstaining: a slip of the finger must not fail a candidate.
  somebody_voted: ({ papersGiven }, clause) =>
    papersGiven > 0 ? null : refuse('event_not_allowed', clause, '还没有专家领取选票，不能结束表决。'),
  words_given: ({ words }, clause) =>
    words === false ? refuse('words_missing', clause, '请说明作废的理由。', { field: 'reason' }) : null,
} as const satisfies Record<string, Guard>;
export type MotionGuardName = keyof typeof motionGuards;
