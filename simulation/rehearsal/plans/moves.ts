import { juniorState, midPrivate, midPublic, midState } from './candidates.js';
import { arrived, audited, passed, posted, recommended } from './commonSteps.js';
import { type Plan, refusal, type Step, step } from './plan.js';

const toPayment = (candidate: typeof midPublic): readonly Step[] => [
  ...arrived(candidate),
  step('08-13 10:00', 'office', 'accept'),
];
/** Due on 09-15, extended to 09-17 24:00. */
const extended: readonly Step[] = [
  step('09-14 10:30', 'office', 'extend', { deadline: 'payment_due', due: '09-17 24:00' }),
  step('09-14 11:00', 'second_office', 'approve_extension'),
];
/** Returned on 08-14 and due on 08-16; tolled for a day. */
const tolledInCorrection = (candidate: typeof midPublic): readonly Step[] => [
  ...arrived(candidate),
  step('08-14 10:00', 'office', 'return_for_correction', { defects: 1 }),
  step('08-15 09:00', 'operator', 'toll'),
  step('08-15 10:00', 'supervisor', 'approve_toll'),
  step('08-15 20:00', 'operator', 'untoll'),
];

/** Deadlines that are moved: extensions by two people, and pauses while the system was down. */
export const moves: readonly Plan[] = [
  {
    name: 'extension_met_by_a_minute',
    zh: '缴费延期，另一人批准，延期后的最后一分钟办完',
    candidate: midPublic,
    steps: [
      ...toPayment(midPublic),
      refusal('09-14 10:00', 'office', 'extend', 'not_later', { deadline: 'payment_due', due: '09-15 12:00' }),
      refusal('09-14 10:10', 'second_office', 'approve_extension', 'extension_missing'),
      ...extended.slice(0, 1),
      refusal('09-14 10:40', 'office', 'approve_extension', 'second_person_needed'),
      ...extended.slice(1),
      step('09-16 10:00', 'finance', 'confirm_payment'),
      step('09-17 23:59', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'extension_missed_by_a_minute',
    zh: '缴费延期后仍晚一分钟',
    candidate: midState,
    steps: [
      ...toPayment(midState),
      ...extended,
      step('09-16 10:00', 'finance', 'confirm_payment'),
      refusal('09-18 00:01', 'office', 'receive_materials', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'extension_not_approved',
    zh: '申请了延期，无人批准',
    candidate: juniorState,
    steps: [
      ...toPayment(juniorState),
      ...extended.slice(0, 1),
      refusal('09-16 10:00', 'finance', 'confirm_payment', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'filing_extended',
    zh: '申报截止延期3日，主管部门延期内上报',
    candidate: midPublic,
    steps: [
      ...posted(),
      ...recommended('08-28 10:00'),
      refusal('08-29 09:00', 'office', 'extend', 'deadline_unknown', { deadline: 'payment_due', due: '09-30 24:00' }),
      step('08-29 10:00', 'office', 'extend', { deadline: 'filing_cutoff', due: '09-02 18:00' }),
      step('08-29 11:00', 'second_office', 'approve_extension'),
      step('09-02 17:59', 'department', 'forward'),
      ...audited('09-03 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'toll_met_by_a_minute',
    zh: '系统故障中止一日，补正顺延一日，最后一分钟上报',
    candidate: midPublic,
    steps: [
      ...tolledInCorrection(midPublic).slice(0, -1),
      refusal('08-15 11:00', 'operator', 'toll', 'tolled'),
      ...tolledInCorrection(midPublic).slice(-1),
      refusal('08-16 09:30', 'operator', 'untoll', 'not_tolled'),
      step('08-17 09:00', 'applicant', 'fill'),
      step('08-17 23:59', 'applicant', 'resubmit'),
      ...audited('08-20 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'toll_missed_by_a_minute',
    zh: '补正顺延一日后仍晚一分钟',
    candidate: midPrivate,
    steps: [...tolledInCorrection(midPrivate), refusal('08-18 00:01', 'applicant', 'resubmit', 'deadline_passed')],
    ends: 'lapsed',
  },
  {
    name: 'tolled_over_the_deadline',
    zh: '调查期间中止，跨过缴费截止，恢复后顺延71小时',
    candidate: midPrivate,
    steps: [
      ...toPayment(midPrivate),
      step('09-14 11:00', 'supervisor', 'toll'),
      refusal('09-14 11:30', 'supervisor', 'approve_toll', 'second_person_needed'),
      step('09-14 12:00', 'operator', 'approve_toll'),
      step('09-17 11:00', 'supervisor', 'untoll'),
      step('09-18 10:00', 'finance', 'confirm_payment'),
      step('09-18 22:59', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
];
