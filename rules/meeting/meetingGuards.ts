import { type Refusal, refuse } from '../refusal.js';
import { otherVote, wrongSecondFactor } from './meetingLabels.js';
import type { MeetingCircumstances } from './meetingLaw.js';

type Guard = (circumstances: MeetingCircumstances, clause: string) => Refusal | null;

/** Conditions of the rows in meetingLaw.ts; a fact not known yet (null) refuses nothing. */
export const meetingGuards = {
  quorum: ({ quorum, present, fewest }, clause) =>
    quorum
      ? null
      : refuse('quorum_not_met', clause, {
          zh: `出席${present}人，不足${fewest}人，不能开会。请等待更多专家签到。`,
          en: `Present: ${present}, which is fewer than the ${fewest} a meeting needs. Please wait until more experts have signed in.`,
        }),
  no_motion_open: ({ motionOpen }, clause) => (motionOpen ? refuse('motion_open', clause, otherVote) : null),
  minutes_as_seen: ({ minutesAsSeen }, clause) =>
    minutesAsSeen === false
      ? refuse(
          'stale_page',
          clause,
          {
            zh: '会议纪要与您看到的不同，请重新阅读后再签署。',
            en: 'The minutes are not those you have seen. Please read them again before you sign.',
          },
          { field: 'minutesHash' },
        )
      : null,
  second_factor: ({ secondFactor }, clause) =>
    secondFactor === false ? refuse('second_factor_failed', clause, wrongSecondFactor, { field: 'code' }) : null,
  free_text_given: ({ freeText }, clause) =>
    freeText === false
      ? refuse(
          'free_text_missing',
          clause,
          { zh: '请说明内容和理由。', en: 'Please say what it is about, and why.' },
          { field: 'reason' },
        )
      : null,
} as const satisfies Record<string, Guard>;
export type MeetingGuardName = keyof typeof meetingGuards;
