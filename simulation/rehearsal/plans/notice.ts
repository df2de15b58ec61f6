import { deputyPublic, midPrivate, midPublic, midStation } from './candidates.js';
import { accepted, arrived, audited, defended, passed } from './commonSteps.js';
import { type Plan, refusal, step } from './plan.js';

const toNotice = (candidate: typeof midPublic) => [...arrived(candidate), ...audited()];

/** The public notice of the results, 09-27 to 10-10 24:00. */
export const notice: readonly Plan[] = [
  {
    name: 'notice_objection_upheld',
    zh: '结果公示异议成立，取消资格',
    candidate: midPublic,
    steps: [
      ...toNotice(midPublic),
      step('09-29 10:00', 'supervisor', 'raise_objection'),
      step('10-08 10:00', 'supervisor', 'resolve_objection', { outcome: 'upheld' }),
    ],
    ends: 'disqualified',
  },
  {
    name: 'notice_objection_dismissed',
    zh: '结果公示异议不成立',
    candidate: deputyPublic,
    steps: [
      ...arrived(deputyPublic),
      ...accepted(),
      ...defended(),
      ...passed(),
      step('09-29 10:00', 'office', 'raise_objection'),
      step('10-08 10:00', 'supervisor', 'resolve_objection', { outcome: 'dismissed' }),
    ],
    ends: 'conferred',
  },
  {
    name: 'notice_objection_in_the_last_minute',
    zh: '公示期满前一分钟提出异议，办结后才取得资格',
    candidate: midPrivate,
    steps: [
      ...toNotice(midPrivate),
      step('10-10 23:59', 'supervisor', 'raise_objection'),
      step('10-14 10:00', 'office', 'resolve_objection', { outcome: 'dismissed' }),
    ],
    ends: 'conferred',
  },
  {
    name: 'notice_objection_a_minute_late',
    zh: '公示期满后一分钟提出异议',
    candidate: midStation,
    steps: [...toNotice(midStation), refusal('10-11 00:01', 'supervisor', 'raise_objection', 'deadline_passed')],
    ends: 'conferred',
  },
];
