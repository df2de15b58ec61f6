import { juniorPlant, juniorState, midPrivate, midPublic, midState } from './candidates.js';
import { arrived, paid, passed } from './commonSteps.js';
import { type Plan, refusal, step } from './plan.js';

const toPayment = (candidate: typeof midPublic) => [...arrived(candidate), step('08-13 10:00', 'office', 'accept')];

/** Fee and originals, 09-10 to 09-15 24:00; applicants accepted late have three working days. */
export const payment: readonly Plan[] = [
  {
    name: 'payment_opens',
    zh: '缴费开始前一分钟不能缴，后一分钟缴；重复登记被拒',
    candidate: midPublic,
    steps: [
      ...toPayment(midPublic),
      refusal('09-09 23:58', 'office', 'receive_materials', 'window_not_open'),
      refusal('09-09 23:59', 'finance', 'confirm_payment', 'window_not_open'),
      step('09-10 00:01', 'finance', 'confirm_payment'),
      refusal('09-10 10:00', 'finance', 'confirm_payment', 'already_done'),
      step('09-10 11:00', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'payment_met_by_a_minute',
    zh: '截止前一分钟缴费、交原件',
    candidate: midPrivate,
    steps: [
      ...toPayment(midPrivate),
      step('09-15 23:58', 'office', 'receive_materials'),
      step('09-15 23:59', 'finance', 'confirm_payment'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'payment_missed_by_a_minute',
    zh: '原件已交，截止后一分钟才缴费',
    candidate: juniorPlant,
    steps: [
      ...toPayment(juniorPlant),
      step('09-12 15:00', 'office', 'receive_materials'),
      refusal('09-16 00:01', 'finance', 'confirm_payment', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'originals_missed_by_a_minute',
    zh: '已缴费，截止后一分钟才交原件',
    candidate: midState,
    steps: [
      ...toPayment(midState),
      step('09-11 10:00', 'finance', 'confirm_payment'),
      refusal('09-16 00:01', 'office', 'receive_materials', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'amount_and_originals_wrong',
    zh: '金额不符、原件不全各被退一次',
    candidate: midState,
    steps: [
      ...toPayment(midState),
      refusal('09-11 09:00', 'finance', 'confirm_payment', 'amount_mismatch', { amount: 20_000 }),
      refusal('09-11 09:30', 'office', 'receive_materials', 'originals_incomplete', {
        received: ['review_form', 'publicity_notice', 'publicity_result', 'recommendation', 'commitment'],
      }),
      ...paid(),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'accepted_late_met_by_a_minute',
    zh: '09-13才通过，3个工作日的最后一分钟办完',
    candidate: juniorState,
    steps: [
      ...arrived(juniorState),
      step('09-13 16:00', 'office', 'accept'),
      step('09-19 23:58', 'office', 'receive_materials'),
      step('09-19 23:59', 'finance', 'confirm_payment'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'accepted_late_missed_by_a_minute',
    zh: '09-13才通过，3个工作日后一分钟才交原件',
    candidate: midPublic,
    steps: [
      ...arrived(midPublic),
      step('09-13 16:00', 'office', 'accept'),
      step('09-18 10:00', 'finance', 'confirm_payment'),
      refusal('09-20 00:01', 'office', 'receive_materials', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'accepted_after_the_window',
    zh: '缴费期结束后才通过，仍有3个工作日',
    candidate: midPrivate,
    steps: [
      ...arrived(midPrivate),
      step('09-20 10:00', 'office', 'accept'),
      step('09-24 10:00', 'finance', 'confirm_payment'),
      step('09-25 10:00', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
];
