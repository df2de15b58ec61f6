import type { Unit } from '../../../records/people/organisations.js';
import type { Act } from '../../../rules/application/act.js';
import { isWorkingDay } from '../../../rules/calendar/calendar.js';
import {
  addDays,
  day,
  hour,
  type Instant,
  instantOf,
  localDateOf,
  startOfDay,
} from '../../../rules/calendar/instant.js';
import { labelOfCode } from '../../../rules/campaign/codes.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { holds } from '../../../rules/policy/stagePlan.js';
import type { RehearsedCampaign } from '../campaign.js';
import { type Plan, refusal } from '../plans/plan.js';
import { plannedAt } from '../plans/plannedInstant.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import { type Coverage, candidacyFor, notOffered, offered, type Wanted } from './candidacies.js';
import { storyToConferral, storyToMeeting } from './happyStory.js';
import { otherPlans } from './otherPlans.js';
import { candidateOf, oddMinutes, play } from './playing.js';
import { stepsOf } from './stepsOf.js';

/** The committee is drawn within the month before its meeting. */
const beforeMeeting = 40 * day;

/** The plans of a notice, one case each, and when its meetings are held; null: nobody is judged in a meeting. */
export interface DerivedPlans {
  readonly cases: readonly RehearsalCase[];
  readonly metAt: Instant | null;
}

function caseOf(plan: Plan, unit: Unit, wanted: Wanted, index: number, policy: Policy): RehearsalCase {
  const candidacy = candidacyFor(wanted, index, policy);
  return { name: plan.name, copy: 0, plan, unit, candidacy, turn: null };
}

/** The afternoon of a working day after everybody is ready. */
function meetingAfter(ready: Instant, { policy, calendar }: RehearsedCampaign): Instant {
  let date = addDays(localDateOf(Math.max(ready, instantOf(`${policy.announcedOn}T00:00`) + beforeMeeting)), 2);
  while (!isWorkingDay(calendar, date)) date = addDays(date, 1);
  return startOfDay(date) + 15 * hour;
}

function conferred(wanted: Wanted, acts: readonly Act[], policy: Policy): Plan {
  const { track, level, unit } = wanted;
  const [of, to] = [labelOfCode(policy.codes.tracks, track), labelOfCode(policy.codes.levels, level)];
  return {
    name: `${track}_${level}`,
    zh: `${of.zh}，${to.zh}`,
    candidate: candidateOf(wanted),
    steps: stepsOf(acts, unit, policy),
    ends: 'conferred',
  };
}

/** One who begins before filing opens, which is refused, and again once it has. */
function early({ steps, ...plan }: Plan, { policy, begin: announced }: RehearsedCampaign): Plan {
  const before = instantOf(policy.filing.opens.value) - 2 * hour - oddMinutes;
  const tried =
    before < announced + 2 * hour ? [] : [refusal(plannedAt(before), 'applicant', 'open', 'window_not_open')];
  return { ...plan, steps: [...tried, ...steps] };
}

/**
 * Plans for a notice, made from its data alone: for each track and level that it offers the way to conferral, at the
 * earliest instants within its windows and in office hours; one that lapses, and one for each refusal that its codes imply.
 */
export function derivedPlans(campaign: RehearsedCampaign, units: readonly Unit[], coverage: Coverage): DerivedPlans {
  const { policy } = campaign;
  const wanted = offered(policy, units, coverage);
  const [first, ...rest] = wanted;
  if (!first) throw new Error('没有可申报的途径和级别 / the notice takes no application at all');
  const meets = ({ track, level }: Wanted) => holds('meeting', { track, level }, policy);
  const ready = wanted.filter(meets).map((one) => {
    const { profile } = candidacyFor(one, 0, policy);
    return play(one, storyToMeeting(profile, one.unit.chain.length, policy), campaign).at;
  });
  const metAt = ready.length > 0 ? meetingAfter(Math.max(...ready), campaign) : null;
  const ways = wanted.map((one, index) => {
    const { profile } = candidacyFor(one, 0, policy);
    const { acts } = play(one, storyToConferral(profile, one.unit.chain.length, policy, metAt ?? 0), campaign);
    const plan = conferred(one, acts, policy);
    return { wanted: one, plan: index === 0 ? early(plan, campaign) : plan };
  });
  const others = otherPlans([first, ...rest], notOffered(policy, units), campaign);
  const cases = [...ways, ...others].map(({ wanted: one, plan }, index) => caseOf(plan, one.unit, one, index, policy));
  return { cases, metAt };
}
