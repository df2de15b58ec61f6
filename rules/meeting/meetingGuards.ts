import { type Refusal, refuse } from '../refusal.js';
import type { MeetingCircumstances } from './meetingLaw.js';

type Guard = (circumstances: MeetingCircumstances, clause: string) => Refusal | null;

/** Conditions of the rows in meetingLaw.ts; what has not been asked for yet (null) refuses nothing. */
export const meetingGuards = {
  quorum: ({ quorum, present, fewest }, clause) =>
    quorum
      ? null
      : refuse('quorum_not_met', clause, `出席${present}人，不足${fewest}人，不能开会。请等待更多专家签到。`),
  no_motion_open: ({ motionOpen }, clause) =>
    motionOpen ? refuse('motion_open', clause, '还有一项表决没有结束，请先结束或作废这项表决。') : null,
  minutes_as_seen: ({ minutesAsSeen }, clause) =>
    minutesAsSeen === false
      ? refuse('stale_page', clause, '会议纪要与您看到的不同，请重新阅读后再签署。', { field: 'minutesHash' })
      : null,
  second_factor: ({ secondFactor }, clause) =>
    secondFactor === false
      ? refuse('second_factor_failed', clause, '密码或动态验证码不正确，请重新输入。', { field: 'code' })
      : null,
  words_given: ({ words }, clause) =>
    words === false ? refuse('words_missing', clause, '请说明更正的内容和理由。', { field: 'reason' }) : null,
} as const satisfies Record<string, Guard>;
export type MeetingGuardName = keyof typeof meetingGuards;
