import { day, hour, instantOf } from '../../../rules/calendar/instant.js';
import { filingCutoffOf } from '../../../rules/policy/filingCutoffs.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { inOfficeHours, type StoryStep } from '../../story/story.js';
import type { RehearsedCampaign } from '../campaign.js';
import { type Plan, refusal, step } from '../plans/plan.js';
import { plannedAt } from '../plans/plannedInstant.js';
import { acceptedAsException } from './acceptedAsException.js';
import { candidacyFor, type Wanted } from './candidacies.js';
import { defenseFeeUnpaid } from './defenseFeeUnpaid.js';
import { storyToMeeting } from './happyStory.js';
import { begin, candidateOf, minute, oddMinutes, type Played, play, withdrawn } from './playing.js';
import { stepsOf } from './stepsOf.js';

/** Submitted in time, and lapsed because the unit does nothing until its cutoff. */
function lapsed(wanted: Wanted, campaign: RehearsedCampaign): Plan {
  const { acts, at } = play(wanted, ['submit', 'wait'], campaign);
  const { policy } = campaign;
  const after = plannedAt(at + hour + oddMinutes);
  return {
    name: 'lapsed_at_the_unit',
    zh: '单位到截止仍未办理',
    candidate: candidateOf(wanted),
    steps: [...stepsOf(acts, wanted.unit, policy), refusal(after, 'unit', 'post_publicity', 'deadline_passed')],
    ends: 'lapsed',
  };
}

/** Filled in, and refused at the submission with the notice's own clause; the draft is withdrawn. */
function refused(wanted: Wanted & { readonly zh: string }, number: number, policy: Policy): Plan {
  const at = inOfficeHours(begin(policy));
  const after = (minutes: number) => plannedAt(at + minutes * minute);
  return {
    name: `not_eligible_${number}`,
    zh: wanted.zh,
    candidate: candidateOf(wanted),
    steps: [
      step(after(0), 'applicant', 'open'),
      step(after(10), 'applicant', 'fill'),
      refusal(after(20), 'applicant', 'submit', 'not_eligible'),
      step(after(30), 'applicant', 'withdraw'),
    ],
    ends: 'withdrawn',
  };
}

/** Returned for correction, by way of the unit where the policy has it so; none where a second submission is not allowed. */
function corrected(wanted: Wanted, campaign: RehearsedCampaign): readonly Plan[] {
  const { policy } = campaign;
  if (policy.maxSubmissions.value < 2) return [];
  const { profile } = candidacyFor(wanted, 0, policy);
  const way = storyToMeeting(profile, wanted.unit.chain.length, policy);
  const viaUnit: readonly StoryStep[] = ['resubmit', 'return_correction', 'resubmit', 'forward_correction'];
  const correction = policy.correctionViaUnit.value ? viaUnit : (['resubmit'] as const);
  const story = [
    ...way.slice(0, way.indexOf('accept')),
    'return_for_correction' as const,
    ...correction,
    'accept' as const,
  ];
  return [withdrawn(wanted, { name: 'corrected', zh: '补正后审核通过，随后撤回', story }, campaign)];
}

/** Returned by the unit after the applicant's own cutoff, and submitted again in the days the policy gives from the return. */
function returnedLate(wanted: Wanted, campaign: RehearsedCampaign): readonly Plan[] {
  const { chain } = wanted.unit;
  const [own, next] = (['applicant', 'unit'] as const).map((turn) =>
    instantOf(filingCutoffOf(turn, { chain }, campaign.policy).value),
  );
  if (own === undefined || next === undefined || next < own + 4 * day) return [];
  const notBefore = inOfficeHours(own + oddMinutes);
  const story = ['submit', { event: 'return_to_applicant', notBefore }, 'submit'] as const;
  return [withdrawn(wanted, { name: 'returned_late', zh: '个人截止后单位退回，按退回后的期限再报', story }, campaign)];
}

/**
 * Plans beside the ways to conferral: some that lapse, returns and corrections, the office's exception, and one for each
 * refusal its codes imply.
 */
export function otherPlans(
  all: readonly [Wanted, ...Wanted[]],
  excluded: readonly (Wanted & { readonly zh: string })[],
  campaign: RehearsedCampaign,
): readonly Played[] {
  const [first] = all;
  const own = [lapsed(first, campaign), ...corrected(first, campaign), ...returnedLate(first, campaign)];
  return [
    ...own.map((plan) => ({ wanted: first, plan })),
    ...defenseFeeUnpaid(all, campaign),
    ...acceptedAsException(all, campaign),
    ...excluded.map((wanted, index) => ({ wanted, plan: refused(wanted, index + 1, campaign.policy) })),
  ];
}
