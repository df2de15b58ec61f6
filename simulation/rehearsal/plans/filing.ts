import { juniorPrivate, juniorPublic, midPrivate, midPublic, midState } from './candidates.js';
import { audited, forwarded, posted, recommended, submitted } from './commonSteps.js';
import { type Plan, refusal, step } from './plan.js';

/** Posted on 08-22, the last safe day: the publicity ends on 08-29, a day before the cutoff. */
const lastSafeDay = posted('08-22', '08-19');

/** The filing period, 07-22 to 08-30 18:00: what reaches the committee in time, and what does not. */
export const filing: readonly Plan[] = [
  {
    name: 'never_filled',
    zh: '只开了草稿',
    candidate: juniorPublic,
    steps: [step('07-24 09:00', 'applicant', 'open')],
    ends: 'lapsed',
  },
  {
    name: 'never_submitted',
    zh: '填了一部分，没有提交',
    candidate: midState,
    steps: [
      step('07-24 09:00', 'applicant', 'open'),
      step('07-24 09:30', 'applicant', 'fill', { only: true, sections: { workSummary: { text: '待补充' } } }),
    ],
    ends: 'lapsed',
  },
  {
    name: 'incomplete_then_complete',
    zh: '材料不齐被退，补齐后提交',
    candidate: midPublic,
    steps: [
      step('07-23 09:00', 'applicant', 'open'),
      step('07-23 09:05', 'applicant', 'fill', { without: ['photo', 'mandarin_certificate'] }),
      refusal('07-23 10:00', 'applicant', 'submit', 'dossier_incomplete'),
      step('07-24 09:00', 'applicant', 'fill'),
      step('07-24 10:00', 'applicant', 'submit', { twice: true }),
      step('07-25 10:00', 'unit', 'post_publicity'),
      ...recommended(),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'civil_servant',
    zh: '公务员不在评审范围',
    candidate: juniorPublic,
    steps: [
      step('07-23 09:00', 'applicant', 'open'),
      step('07-23 09:05', 'applicant', 'fill', {
        sections: { basicInformation: { employmentStatus: 'civil_servant' } },
      }),
      refusal('07-23 10:00', 'applicant', 'submit', 'not_eligible'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'sanctioned',
    zh: '处罚期内不得申报',
    candidate: midPublic,
    sanctioned: true,
    steps: [
      step('07-23 09:00', 'applicant', 'open'),
      step('07-23 09:05', 'applicant', 'fill'),
      refusal('07-23 10:00', 'applicant', 'submit', 'sanctioned'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'filing_opens',
    zh: '申报开始前一分钟新建被拒，后一分钟新建',
    candidate: midPrivate,
    steps: [
      refusal('07-21 23:59', 'applicant', 'open', 'window_not_open'),
      step('07-22 00:01', 'applicant', 'open'),
      step('07-22 00:06', 'applicant', 'fill'),
      step('07-22 00:11', 'applicant', 'submit'),
      step('07-25 10:00', 'unit', 'post_publicity'),
      ...recommended(),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'cutoff_met_by_unit',
    zh: '最后安全日公示，截止前一分钟由单位报到评委会',
    candidate: midPrivate,
    steps: [...lastSafeDay, ...recommended('08-30 17:59'), ...audited('09-03 10:00')],
    ends: 'conferred',
  },
  {
    name: 'cutoff_missed_by_unit',
    zh: '截止后一分钟单位才推荐',
    candidate: midPrivate,
    steps: [
      ...lastSafeDay,
      step('08-30 09:30', 'unit', 'attach'),
      refusal('08-30 18:01', 'unit', 'recommend', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'cutoff_met_by_department',
    zh: '截止前一分钟由主管部门报到评委会',
    candidate: midPublic,
    steps: [
      ...lastSafeDay,
      ...recommended('08-30 10:00'),
      step('08-30 17:59', 'department', 'forward'),
      ...audited('09-03 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'cutoff_missed_by_department',
    zh: '截止后一分钟主管部门才上报',
    candidate: midPublic,
    steps: [
      ...lastSafeDay,
      ...recommended('08-30 10:00'),
      refusal('08-30 18:01', 'department', 'forward', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'cutoff_met_two_levels',
    zh: '两级主管部门，最后一分钟都上报',
    candidate: midState,
    steps: [
      ...lastSafeDay,
      ...recommended('08-30 10:00'),
      step('08-30 17:57', 'department', 'forward'),
      step('08-30 17:59', 'upper_department', 'forward'),
      ...audited('09-03 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'cutoff_missed_two_levels',
    zh: '两级主管部门，上级晚一分钟',
    candidate: midState,
    steps: [
      ...lastSafeDay,
      ...recommended('08-30 10:00'),
      step('08-30 17:59', 'department', 'forward'),
      refusal('08-30 18:01', 'upper_department', 'forward', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'submitted_in_the_last_minute',
    zh: '截止前一分钟才提交到单位，未到评委会',
    candidate: juniorPrivate,
    steps: [
      step('08-28 09:00', 'applicant', 'open'),
      step('08-28 09:05', 'applicant', 'fill'),
      step('08-30 17:59', 'applicant', 'submit'),
      refusal('08-30 18:01', 'unit', 'post_publicity', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'submitted_a_minute_late',
    zh: '截止后一分钟才提交',
    candidate: midState,
    steps: [...submitted('08-28').slice(0, 2), refusal('08-30 18:01', 'applicant', 'submit', 'deadline_passed')],
    ends: 'lapsed',
  },
  {
    name: 'own_application',
    zh: '单位经办人不能办理本人的申报',
    candidate: midPublic,
    clerk: true,
    steps: [
      ...submitted(),
      refusal('07-24 10:00', 'applicant', 'post_publicity', 'own_application'),
      step('07-25 10:00', 'unit', 'post_publicity'),
      ...recommended(),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'not_their_business',
    zh: '别的单位、别的角色办不了；旧页面办不了；抢先审核办不了',
    candidate: midPublic,
    steps: [
      ...submitted(),
      refusal('07-24 10:00', 'stranger', 'post_publicity', 'not_found'),
      refusal('07-24 10:10', 'finance', 'post_publicity', 'role_not_allowed'),
      refusal('07-24 10:20', 'unit', 'post_publicity', 'stale_page', { seq: 0 }),
      refusal('07-24 10:30', 'office', 'accept', 'event_not_allowed'),
      step('07-25 10:00', 'unit', 'post_publicity', { seq: 1 }),
      ...recommended(),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
];
