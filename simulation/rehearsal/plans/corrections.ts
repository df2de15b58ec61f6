import { deputyPublic, juniorCollege, midPrivate, midPublic, midState, midStation } from './candidates.js';
import { accepted, arrived, audited, defended, passed, posted, recommended } from './commonSteps.js';
import { otherAchievements } from './otherAchievements.js';
import { type Plan, type PlannedAt, refusal, type Step, step } from './plan.js';

const returned = (at: PlannedAt): Step => step(at, 'office', 'return_for_correction', { defects: 2 });
const corrected = (at: PlannedAt): readonly Step[] => [
  step(`${at.slice(0, 5)} 09:00`, 'applicant', 'fill'),
  step(at, 'applicant', 'resubmit'),
];

/** The committee's audit: up to three submissions, each correction due at 24:00 of the second day after the return. */
export const corrections: readonly Plan[] = [
  {
    name: 'audit_opens',
    zh: '审核开始前一分钟不能审核，后一分钟通过',
    candidate: juniorCollege,
    steps: [
      ...arrived(juniorCollege),
      refusal('08-09 23:59', 'office', 'accept', 'window_not_open'),
      ...audited('08-10 00:01'),
    ],
    ends: 'conferred',
  },
  {
    name: 'two_submissions',
    zh: '补正一次后通过',
    candidate: midPublic,
    steps: [
      ...arrived(midPublic),
      refusal('08-14 09:00', 'office', 'return_for_correction', 'free_text_missing', { silent: true, defects: 0 }),
      refusal('08-14 09:30', 'office', 'return_for_correction', 'defects_missing', { defects: 0 }),
      returned('08-14 10:00'),
      refusal('08-14 17:00', 'applicant', 'resubmit', 'defects_unanswered', { unanswered: 1 }),
      ...corrected('08-15 16:00'),
      ...audited('08-20 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'three_submissions',
    zh: '补正两次，第三次上报通过',
    candidate: deputyPublic,
    steps: [
      ...arrived(deputyPublic),
      returned('08-14 10:00'),
      ...corrected('08-15 16:00'),
      returned('08-19 10:00'),
      ...corrected('08-20 16:00'),
      ...accepted('08-23 10:00'),
      ...defended(),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'third_still_defective',
    zh: '第三次上报仍不符合，不予受理',
    candidate: midState,
    steps: [
      ...arrived(midState),
      returned('08-14 10:00'),
      ...corrected('08-15 16:00'),
      returned('08-19 10:00'),
      ...corrected('08-20 16:00'),
      refusal('08-22 10:00', 'office', 'return_for_correction', 'submissions_used_up', { defects: 1 }),
      step('08-22 10:30', 'office', 'refuse'),
    ],
    ends: 'not_accepted',
  },
  {
    name: 'refused_at_once',
    zh: '首次审核不符合条件，不予受理',
    candidate: midPrivate,
    steps: [...arrived(midPrivate), step('08-13 10:00', 'office', 'refuse')],
    ends: 'not_accepted',
  },
  {
    name: 'correction_met_by_a_minute',
    zh: '补正截止前一分钟上报',
    candidate: midPrivate,
    steps: [...arrived(midPrivate), returned('08-14 10:00'), ...corrected('08-16 23:59'), ...audited('08-20 10:00')],
    ends: 'conferred',
  },
  {
    name: 'correction_missed_by_a_minute',
    zh: '补正截止后一分钟上报',
    candidate: midPublic,
    steps: [
      ...arrived(midPublic),
      returned('08-14 10:00'),
      step('08-16 09:00', 'applicant', 'fill'),
      refusal('08-17 00:01', 'applicant', 'resubmit', 'deadline_passed'),
    ],
    ends: 'lapsed',
  },
  {
    name: 'correction_incomplete',
    zh: '补正时删了必填内容被退，补齐后上报',
    candidate: midStation,
    steps: [
      ...arrived(midStation),
      returned('08-14 10:00'),
      step('08-15 09:00', 'applicant', 'fill', { only: true, sections: { workSummary: {} } }),
      refusal('08-15 10:00', 'applicant', 'resubmit', 'dossier_incomplete'),
      step('08-15 10:30', 'applicant', 'fill', { only: true, sections: { workSummary: { text: '已按意见补充。' } } }),
      step('08-15 11:00', 'applicant', 'resubmit'),
      ...audited('08-20 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'correction_after_the_cutoff',
    zh: '申报截止前退回，截止后补正，仍有效',
    candidate: midPrivate,
    steps: [
      ...posted(),
      ...recommended('08-28 10:00'),
      returned('08-29 16:00'),
      ...corrected('08-31 16:00'),
      ...audited('09-03 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'returned_on_the_last_audit_day',
    zh: '审核最后一日退回，仍给2日；通过已晚，缴费至少3个工作日',
    candidate: midPublic,
    steps: [
      ...arrived(midPublic),
      returned('09-10 16:00'),
      ...corrected('09-12 23:59'),
      step('09-13 16:00', 'office', 'accept'),
      step('09-18 10:00', 'finance', 'confirm_payment'),
      step('09-19 23:59', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'correction_published_anew',
    zh: '补正改变了公示内容：单位复核后重新公示，撤下更正一次，期满后审核',
    candidate: midPublic,
    steps: [
      ...arrived(midPublic),
      returned('08-12 10:00'),
      step('08-13 09:00', 'applicant', 'fill', { sections: otherAchievements }),
      step('08-13 10:00', 'applicant', 'resubmit'),
      refusal('08-13 14:00', 'office', 'accept', 'event_not_allowed'),
      step('08-13 15:00', 'unit', 'post_publicity'),
      step('08-14 09:00', 'unit', 'retract_publicity'),
      step('08-14 10:00', 'unit', 'post_publicity'),
      refusal('08-21 15:00', 'office', 'accept', 'event_not_allowed'),
      ...audited('08-22 10:00'),
    ],
    ends: 'conferred',
  },
  {
    name: 'correction_sent_back_by_the_unit',
    zh: '补正改变了公示内容：单位退回，恢复原内容后直接上报',
    candidate: midState,
    steps: [
      ...arrived(midState),
      returned('08-13 10:00'),
      step('08-14 09:00', 'applicant', 'fill', { sections: otherAchievements }),
      step('08-14 10:00', 'applicant', 'resubmit'),
      step('08-14 15:00', 'unit', 'return_correction'),
      ...corrected('08-15 16:00'),
      ...audited('08-20 10:00'),
    ],
    ends: 'conferred',
  },
];
