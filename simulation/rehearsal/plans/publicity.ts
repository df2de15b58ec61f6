import { juniorPublic, midPrivate, midPublic, midState } from './candidates.js';
import { audited, forwarded, posted, recommended } from './commonSteps.js';
import { type Plan, refusal, step } from './plan.js';

/** The unit's publicity: five working days, objections in time and late, a posting a day too late for the cutoff. */
export const publicity: readonly Plan[] = [
  {
    name: 'posted_a_day_too_late',
    zh: '08-23才公示，期满前已过申报截止',
    candidate: midPrivate,
    steps: [
      ...posted('08-23', '08-20'),
      refusal('08-30 17:50', 'unit', 'recommend', 'event_not_allowed'),
      refusal('08-31 10:00', 'unit', 'recommend', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'publicity_objection_upheld',
    zh: '单位公示异议成立',
    candidate: midPublic,
    steps: [
      ...posted(),
      refusal('07-29 10:00', 'supervisor', 'raise_objection', 'free_text_missing', { silent: true }),
      step('07-29 10:10', 'supervisor', 'raise_objection'),
      step('07-31 10:00', 'unit', 'resolve_objection', { outcome: 'upheld' }),
    ],
    ends: 'not_recommended',
  },
  {
    name: 'publicity_objection_dismissed',
    zh: '单位公示异议不成立',
    candidate: juniorPublic,
    steps: [
      ...posted(),
      step('07-29 10:00', 'unit', 'raise_objection'),
      refusal('07-30 10:00', 'unit', 'resolve_objection', 'objection_unknown', { unknown: true, outcome: 'dismissed' }),
      step('07-31 10:00', 'unit', 'resolve_objection', { outcome: 'dismissed' }),
      ...recommended(),
      ...forwarded(juniorPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'publicity_objection_in_the_last_minute',
    zh: '公示期满前一分钟提出异议，办结后才期满',
    candidate: midState,
    steps: [
      ...posted(),
      step('08-01 23:59', 'supervisor', 'raise_objection'),
      refusal('08-02 10:00', 'unit', 'recommend', 'event_not_allowed'),
      step('08-05 09:00', 'unit', 'resolve_objection', { outcome: 'dismissed' }),
      ...recommended('08-05 14:00'),
      ...forwarded(midState),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'publicity_objection_a_minute_late',
    zh: '公示期满后一分钟提出异议',
    candidate: midPublic,
    steps: [
      ...posted(),
      refusal('08-02 00:01', 'supervisor', 'raise_objection', 'deadline_passed'),
      ...recommended(),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'publicity_objection_never_resolved',
    zh: '异议到申报截止仍未办结',
    candidate: midPrivate,
    steps: [...posted('08-22', '08-19'), step('08-28 10:00', 'unit', 'raise_objection')],
    ends: 'lapsed',
  },
  {
    name: 'recommended_without_papers',
    zh: '推荐时附件不全被退',
    candidate: midPrivate,
    steps: [
      ...posted(),
      refusal('08-02 09:00', 'unit', 'recommend', 'attachments_missing'),
      step('08-02 09:10', 'unit', 'attach'),
      refusal('08-02 09:20', 'unit', 'recommend', 'attachments_missing', { undecided: true }),
      step('08-02 10:00', 'unit', 'recommend'),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'posting_taken_back',
    zh: '公示有笔误，次日撤下更正，重新公示满5个工作日',
    candidate: midPublic,
    steps: [
      ...posted(),
      refusal('07-26 09:00', 'unit', 'retract_publicity', 'free_text_missing', { silent: true }),
      step('07-26 09:10', 'unit', 'retract_publicity'),
      step('07-26 10:00', 'unit', 'post_publicity'),
      refusal('08-02 10:00', 'unit', 'recommend', 'event_not_allowed'),
      ...recommended('08-05 10:00'),
      ...forwarded(midPublic),
      ...audited(),
    ],
    ends: 'conferred',
  },
  {
    name: 'posting_taken_back_too_late',
    zh: '超过撤下更正的期限',
    candidate: midPrivate,
    steps: [
      ...posted(),
      refusal('07-31 09:00', 'unit', 'retract_publicity', 'event_not_allowed'),
      ...recommended(),
      ...audited(),
    ],
    ends: 'conferred',
  },
];
