import { type Refusal, refuse } from '../refusal.js';
import { leadingLabels } from './leading.js';
import { otherVote } from './meetingLabels.js';
import type { MotionCircumstances } from './motionLaw.js';

type Guard = (circumstances: MotionCircumstances, clause: string) => Refusal | null;

/** Conditions of the rows in motionLaw.ts; a fact not known yet (null) refuses nothing. */
export const motionGuards = {
  sitting: ({ sitting }, clause) =>
    sitting
      ? null
      : refuse('not_in_session', clause, {
          zh: '会议没有开始或正在休会，不能开始表决。',
          en: 'The meeting has not begun, or is adjourned; no vote can be opened.',
        }),
  no_other_open: ({ otherOpen }, clause) => (otherOpen ? refuse('motion_open', clause, otherVote) : null),
  in_review: ({ inReview }, clause) =>
    inReview
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '这份申报已不在评审环节，不能表决。',
          en: 'This application is no longer before the meeting and cannot be voted on.',
        }),
  quorum: ({ quorum }, clause) =>
    quorum
      ? null
      : refuse('quorum_not_met', clause, {
          zh: '除回避者外，出席人数不足应到人数的三分之二，不能表决这份申报。',
          en: 'Without those recused, fewer than two thirds of the members are present; this application cannot be voted on.',
        }),
  // A vote nobody took part in would count as everybody abstaining: a slip of the finger must not fail a candidate.
  somebody_voted: ({ papersGiven }, clause) =>
    papersGiven > 0
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '还没有专家领取选票，不能结束表决。',
          en: 'No expert has taken a ballot paper yet; the vote cannot be closed.',
        }),
  // Precedence decides who leads a vote: the office names somebody only where nobody is left.
  nobody_leads: ({ leader }, clause) =>
    leader === null
      ? null
      : refuse('led_already', clause, {
          zh: `这项表决由${leadingLabels[leader].zh}主持，不用另行指定。`,
          en: `This vote is led by ${leadingLabels[leader].en}; nobody else has to be named.`,
        }),
  able_to_lead: ({ namedIsAble }, clause) =>
    namedIsAble === false
      ? refuse(
          'role_not_allowed',
          clause,
          {
            zh: '主持人须是本评审委员会的委员，并且不回避这份申报。',
            en: 'Whoever leads has to be a member of this committee who is not recused from this application.',
          },
          { field: 'expertId' },
        )
      : null,
  free_text_given: ({ freeText }, clause) =>
    freeText === false
      ? refuse('free_text_missing', clause, { zh: '请说明理由。', en: 'Please say why.' }, { field: 'reason' })
      : null,
} as const satisfies Record<string, Guard>;
export type MotionGuardName = keyof typeof motionGuards;
