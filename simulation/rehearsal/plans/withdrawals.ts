import { deputyPublic, juniorPublic, midPrivate, midPublic, midState } from './candidates.js';
import { accepted, arrived, passed, posted, recommended, submitted } from './commonSteps.js';
import { type Candidate, type Plan, type PlannedAt, refusal, type Step, step } from './plan.js';

const withdrawn = (from: string, candidate: Candidate, before: readonly Step[], at: PlannedAt): Plan => ({
  name: `withdrawn_from_${from}`,
  zh: `撤回：${from}`,
  candidate,
  steps: [
    ...before,
    step(at, 'applicant', 'withdraw'),
    refusal(`${at.slice(0, 5)} 17:00`, 'applicant', 'withdraw', 'already_final'),
  ],
  ends: 'withdrawn',
});

/** An applicant may withdraw in every status before the review meeting, and no longer in it. */
export const withdrawals: readonly Plan[] = [
  withdrawn('draft', juniorPublic, submitted().slice(0, 2), '07-24 09:00'),
  withdrawn('unit_review', midPrivate, submitted(), '07-24 09:00'),
  withdrawn('unit_publicity', midPublic, posted(), '07-26 09:00'),
  withdrawn('recommendation', midState, posted(), '08-02 09:00'),
  withdrawn('superior_review', midState, [...posted(), ...recommended()], '08-05 09:00'),
  withdrawn('committee_audit', midPublic, arrived(midPublic), '08-12 09:00'),
  withdrawn(
    'correction',
    midPrivate,
    [...arrived(midPrivate), step('08-14 10:00', 'office', 'return_for_correction', { defects: 1 })],
    '08-15 09:00',
  ),
  withdrawn('payment', midPublic, [...arrived(midPublic), step('08-13 10:00', 'office', 'accept')], '09-11 09:00'),
  withdrawn('defense', deputyPublic, [...arrived(deputyPublic), ...accepted()], '09-16 09:00'),
  {
    name: 'too_late_to_withdraw',
    zh: '进入评审会后不能撤回',
    candidate: midState,
    steps: [
      ...arrived(midState),
      ...accepted(),
      refusal('09-23 10:00', 'applicant', 'withdraw', 'event_not_allowed'),
      ...passed(),
    ],
    ends: 'conferred',
  },
];
