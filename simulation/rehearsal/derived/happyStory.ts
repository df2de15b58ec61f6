import type { Profile } from '../../../rules/application/facts.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { committeeOf } from '../../../rules/policy/committees.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { holds, isEntrusted, type Obligation, owesDefenseFee } from '../../../rules/policy/stagePlan.js';
import type { StoryStep } from '../../story/story.js';
import { committeeSize } from '../committee/expertPool.js';

const obligationEvents = { payment: 'confirm_payment', materials: 'receive_materials' } as const satisfies Record<
  Obligation,
  string
>;

function obligations(profile: Profile, policy: Policy, beforeAudit: boolean): readonly StoryStep[] {
  const before = { payment: policy.stages.paymentBeforeAudit, materials: policy.stages.materialsBeforeAudit };
  return (['payment', 'materials'] as const).flatMap((obligation) =>
    holds(obligation, profile, policy) && before[obligation].value === beforeAudit
      ? [obligationEvents[obligation]]
      : [],
  );
}

function defense(profile: Profile, policy: Policy): readonly StoryStep[] {
  if (!holds('defense', profile, policy)) return [];
  const experts = Array.from({ length: Math.max(3, policy.defense.minimumExperts.value) }, (_, index) => index);
  const sheets = experts.map((index) => ({
    expertId: `expert-${index + 1}`,
    points: 8_000 + index * 125,
    recused: false,
  }));
  return ['schedule_defense', { event: 'score_defense', role: 'expert', data: { sheets } }];
}

/** A second person of the office. */
export const secondOffice = 'office-2';

/** The result is confirmed by a second person of the office. */
const entrusted: readonly StoryStep[] = [
  'send_entrustment',
  'record_entrusted_result',
  { event: 'confirm_entrusted_result', person: secondOffice },
];

/** The tally of a meeting of the whole committee that passes a candidate, two members not agreeing. */
export function passingTally(specialty: string, policy: Policy) {
  const committee = committeeOf(specialty, policy);
  const size = committee ? committeeSize(committee.code, policy) : 0;
  return { committee: size, attending: size, recused: 0, agree: size - 2, disagree: 1, abstain: 1 };
}

/** The steps up to the meeting, or up to the public notice where the track has none. */
export function storyToMeeting(profile: Profile, departments: number, policy: Policy): readonly StoryStep[] {
  return [
    'submit',
    'post_publicity',
    ...(policy.stages.unitPublicity.value ? (['wait'] as const) : []),
    'recommend',
    ...Array.from({ length: departments }, () => 'forward' as const),
    ...obligations(profile, policy, true),
    'accept',
    ...obligations(profile, policy, false),
    ...(owesDefenseFee(profile, policy) ? (['confirm_defense_fee'] as const) : []),
    ...defense(profile, policy),
  ];
}

/** The way to conferral: every stage the notice holds for this candidate. @param metAt the instant the meeting decides */
export function storyToConferral(
  profile: Profile,
  departments: number,
  policy: Policy,
  metAt: Instant,
): readonly StoryStep[] {
  const tally = passingTally(profile.specialty, policy);
  return [
    ...storyToMeeting(profile, departments, policy),
    ...(holds('meeting', profile, policy)
      ? [{ event: 'record_tally', notBefore: metAt, data: { tally } } as const]
      : []),
    ...(isEntrusted(profile, policy) ? entrusted : []),
    ...(holds('public_notice', profile, policy) ? (['confirm_unit_posting', 'wait'] as const) : []),
  ];
}
