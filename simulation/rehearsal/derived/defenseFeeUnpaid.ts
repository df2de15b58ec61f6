import { hour } from '../../../rules/calendar/instant.js';
import { owesDefenseFee } from '../../../rules/policy/stagePlan.js';
import type { RehearsedCampaign } from '../campaign.js';
import { type Plan, refusal } from '../plans/plan.js';
import { plannedAt } from '../plans/plannedInstant.js';
import { candidacyFor, type Wanted } from './candidacies.js';
import { storyToMeeting } from './happyStory.js';
import { candidateOf, oddMinutes, type Played, play } from './playing.js';
import { stepsOf } from './stepsOf.js';

/** The fee of the defense never paid, where somebody owes one: the application lapses with its own deadline. */
export function defenseFeeUnpaid(all: readonly Wanted[], campaign: RehearsedCampaign): readonly Played[] {
  const { policy } = campaign;
  const wanted = all.find((one) => owesDefenseFee(candidacyFor(one, 0, policy).profile, policy));
  if (!wanted) return [];
  const way = storyToMeeting(candidacyFor(wanted, 0, policy).profile, wanted.unit.chain.length, policy);
  const { acts, at } = play(wanted, [...way.slice(0, way.indexOf('confirm_defense_fee')), 'wait'], campaign);
  const late = refusal(plannedAt(at + hour + oddMinutes), 'finance', 'confirm_defense_fee', 'deadline_passed');
  const plan: Plan = {
    name: 'defense_fee_unpaid',
    zh: '答辩费到期未缴',
    candidate: candidateOf(wanted),
    steps: [...stepsOf(acts, wanted.unit, policy), late],
    ends: 'lapsed',
  };
  return [{ wanted, plan }];
}
