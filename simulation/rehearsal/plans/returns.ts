import { deputyPublic, juniorPrivate, juniorPublic, midPublic, midSanctioned, midState } from './candidates.js';
import { audited, forwarded, posted, recommended, submitted } from './commonSteps.js';
import { otherAchievements } from './otherAchievements.js';
import { type Plan, refusal, step } from './plan.js';

const toDepartment = [...posted(), ...recommended()];

/** Returned or declined on the way to the committee. */
export const returns: readonly Plan[] = [
  {
    name: 'returned_to_applicant',
    zh: '单位退回申报人修改后再报',
    candidate: midPublic,
    steps: [
      ...submitted(),
      refusal('07-24 09:50', 'unit', 'return_to_applicant', 'free_text_missing', { silent: true }),
      step('07-24 10:00', 'unit', 'return_to_applicant'),
      step('07-25 09:00', 'applicant', 'fill', { sections: otherAchievements }),
      step('07-25 10:00', 'applicant', 'submit'),
      step('07-26 10:00', 'unit', 'post_publicity'),
      ...recommended('08-05 10:00'),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'declined_by_unit',
    zh: '单位审核不同意',
    candidate: deputyPublic,
    steps: [...submitted(), step('07-24 10:00', 'unit', 'decline')],
    ends: 'not_recommended',
  },
  {
    name: 'declined_after_publicity',
    zh: '公示期满后单位不推荐',
    candidate: juniorPrivate,
    steps: [...posted(), step('08-02 10:00', 'unit', 'decline')],
    ends: 'not_recommended',
  },
  {
    name: 'declined_by_department',
    zh: '主管部门不同意',
    candidate: juniorPublic,
    steps: [
      ...toDepartment,
      step('08-06 10:00', 'department', 'decline'),
      refusal('08-07 10:00', 'department', 'forward', 'already_final'),
    ],
    ends: 'not_recommended',
  },
  {
    name: 'declined_by_upper_department',
    zh: '上级主管部门不同意',
    candidate: midState,
    steps: [
      ...toDepartment,
      refusal('08-05 10:00', 'upper_department', 'forward', 'not_yours'),
      step('08-06 10:00', 'department', 'forward'),
      step('08-07 10:00', 'upper_department', 'decline'),
    ],
    ends: 'not_recommended',
  },
  {
    name: 'returned_to_unit_publicity_kept',
    zh: '主管部门退回单位，公示内容未变，沿用原公示',
    candidate: midPublic,
    steps: [
      ...toDepartment,
      step('08-05 10:00', 'department', 'return_to_unit'),
      step('08-06 10:00', 'unit', 'keep_publicity'),
      step('08-06 10:30', 'unit', 'recommend'),
      step('08-06 11:00', 'department', 'forward'),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'returned_to_unit_publicity_repeated',
    zh: '主管部门退回单位，公示内容改变，重新公示',
    candidate: midState,
    steps: [
      ...toDepartment,
      step('08-05 10:00', 'department', 'return_to_unit'),
      step('08-05 15:00', 'unit', 'return_to_applicant'),
      step('08-06 09:00', 'applicant', 'fill', { only: true, sections: otherAchievements }),
      step('08-06 10:00', 'applicant', 'submit'),
      refusal('08-07 09:00', 'unit', 'keep_publicity', 'publicity_not_valid'),
      step('08-07 10:00', 'unit', 'post_publicity'),
      step('08-15 10:00', 'unit', 'recommend'),
      step('08-16 10:00', 'department', 'forward'),
      step('08-16 11:00', 'upper_department', 'forward'),
      ...audited('08-20 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'recommended_in_place_of_unit',
    zh: '公示期间单位受处罚，期满后由上级主管部门推荐',
    candidate: midSanctioned,
    unitSanctioned: true,
    steps: [
      ...posted(),
      refusal('07-30 10:00', 'department', 'decline', 'event_not_allowed'),
      step('08-02 09:00', 'department', 'attach'),
      refusal('08-02 09:30', 'unit', 'recommend', 'sanctioned'),
      step('08-02 10:00', 'department', 'recommend'),
      step('08-06 11:00', 'department', 'forward'),
      step('08-07 10:00', 'applicant', 'withdraw'),
    ],
    ends: 'withdrawn',
  },
  {
    name: 'declined_in_place_of_unit',
    zh: '单位受处罚后，由上级主管部门决定不予推荐',
    candidate: midSanctioned,
    unitSanctioned: true,
    steps: [
      ...posted(),
      refusal('08-02 09:00', 'unit', 'decline', 'sanctioned'),
      step('08-02 10:00', 'department', 'decline'),
    ],
    ends: 'not_recommended',
  },
];
