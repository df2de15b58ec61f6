import { deputyPublic, juniorCollege, midPrivate, midPublic, midState } from './candidates.js';
import { accepted, arrived, defended } from './commonSteps.js';
import { type Plan, refusal, type Step, step } from './plan.js';

const metOn = '2024-09-26';
const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
const toReview = (candidate: typeof midPublic): readonly Step[] => [...arrived(candidate), ...accepted()];

/** The meeting of 09-26, and the one of 10-15 for what was deferred. */
export const meeting: readonly Plan[] = [
  {
    name: 'not_passed',
    zh: '同意票不足三分之二',
    candidate: midPublic,
    steps: [
      ...toReview(midPublic),
      step('09-26 15:00', 'office', 'record_tally', { metOn, tally: { ...tally, agree: 7, disagree: 3 } }),
    ],
    ends: 'not_passed',
  },
  {
    name: 'deputy_not_passed',
    zh: '副高级答辩后未通过',
    candidate: deputyPublic,
    steps: [
      ...toReview(deputyPublic),
      ...defended(),
      step('09-26 15:00', 'office', 'record_tally', { metOn, tally: { ...tally, agree: 5, disagree: 6, abstain: 0 } }),
    ],
    ends: 'not_passed',
  },
  {
    name: 'passed_by_the_last_vote',
    zh: '回避者不计，恰好三分之二',
    candidate: midState,
    steps: [
      ...toReview(midState),
      step('09-26 15:00', 'office', 'record_tally', {
        metOn,
        tally: { committee: 11, attending: 10, recused: 1, agree: 6, disagree: 3, abstain: 0 },
      }),
    ],
    ends: 'conferred',
  },
  {
    name: 'tally_corrected',
    zh: '委员不足、票数不符、出席不足的登记都被拒',
    candidate: midPrivate,
    steps: [
      ...toReview(midPrivate),
      refusal('09-26 14:00', 'office', 'record_tally', 'committee_too_small', {
        metOn,
        tally: { ...tally, committee: 9, attending: 9, agree: 7 },
      }),
      refusal('09-26 14:10', 'office', 'record_tally', 'tally_invalid', { metOn, tally: { ...tally, agree: 10 } }),
      refusal('09-26 14:20', 'office', 'record_tally', 'quorum_not_met', {
        metOn,
        tally: { ...tally, attending: 7, agree: 7, disagree: 0, abstain: 0 },
      }),
      step('09-26 15:00', 'office', 'record_tally', { metOn }),
    ],
    ends: 'conferred',
  },
  {
    name: 'deferred_then_passed',
    zh: '缓议，第二次评审会通过',
    candidate: juniorCollege,
    steps: [
      ...toReview(juniorCollege),
      refusal('09-26 15:30', 'office', 'defer', 'free_text_missing', { silent: true }),
      step('09-26 16:00', 'office', 'defer'),
      step('10-15 15:00', 'office', 'record_tally', { metOn: '2024-10-15' }),
      refusal('10-16 09:00', 'unit', 'confirm_unit_posting', 'photo_missing'),
      step('10-16 09:30', 'unit', 'photograph'),
      step('10-16 10:00', 'unit', 'confirm_unit_posting'),
    ],
    ends: 'conferred',
  },
  {
    name: 'deferred_to_the_next_campaign',
    zh: '缓议，本年度未再上会，仍在评审会环节',
    candidate: midPublic,
    steps: [...toReview(midPublic), step('09-26 16:00', 'office', 'defer')],
    ends: 'review',
  },
];
