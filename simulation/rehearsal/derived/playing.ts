import { openDraft } from '../../../rules/application/opening.js';
import { hour, type Instant, instantOf } from '../../../rules/calendar/instant.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { inOfficeHours, runStory, type StoryResult, type StoryStep } from '../../story/story.js';
import type { RehearsedCampaign } from '../campaign.js';
import type { Plan } from '../plans/plan.js';
import { candidacyFor, type Wanted } from './candidacies.js';
import { stepsOf } from './stepsOf.js';

export const minute = hour / 60;
/** Odd minutes, so that no step falls on the instant of a reminder. */
export const oddMinutes = 7 * minute;

/** When somebody may first act after filing has opened. */
export function begin({ filing }: Policy): Instant {
  return instantOf(filing.opens.value) + oddMinutes;
}

/** A story of one candidate, played through the rules from the opening of filing on, in office hours. */
export function play(
  wanted: Wanted,
  story: readonly StoryStep[],
  { policy, calendar }: RehearsedCampaign,
): StoryResult {
  const { unit } = wanted;
  const { profile } = candidacyFor(wanted, 0, policy);
  const identity = { applicationId: 'a', campaignId: policy.id, applicantId: 'p', unitId: unit.id, chain: unit.chain };
  const opening = openDraft({ ...identity, unitRegion: unit.region ?? null, profile }, policy, calendar);
  return runStory(opening, story, policy, calendar, begin(policy), {}, inOfficeHours);
}

/** What a plan says of the candidate. */
export const candidateOf = ({ level, track, specialty, unit }: Wanted): Plan['candidate'] => ({
  level,
  track,
  specialty,
  employerKind: unit.kind,
  exempt: false,
  chain: unit.chain.length as 0 | 1 | 2,
});

/** A plan and the application it is about. */
export interface Played {
  readonly wanted: Wanted;
  readonly plan: Plan;
}

/** Played to a point and withdrawn there. */
export function withdrawn(
  wanted: Wanted,
  { name, zh, story }: { readonly name: string; readonly zh: string; readonly story: readonly StoryStep[] },
  campaign: RehearsedCampaign,
): Plan {
  const { acts } = play(wanted, [...story, 'withdraw'], campaign);
  const steps = stepsOf(acts, wanted.unit, campaign.policy);
  return { name, zh, candidate: candidateOf(wanted), steps, ends: 'withdrawn' };
}
