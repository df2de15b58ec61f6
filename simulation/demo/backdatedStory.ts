import type { Act } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { day, hour, type Instant, instantOf, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { inOfficeHours, runStory, type StoryResult, type StoryStep } from '../story/story.js';

const minute = 60_000;

/** A story that has just ended. */
export interface BackdatedStory {
  readonly begin: Instant;
  readonly result: StoryResult;
  /** Each act, with the facts before it. */
  readonly acts: readonly (readonly [Act, Facts])[];
}

interface StoryToBackdate {
  readonly opening: Facts;
  readonly story: readonly StoryStep[];
  readonly index: number;
}

/**
 * Runs a story so that it ends as late as possible before `by`, with its last act later still, so that the deadlines
 * running at its end have not passed. It begins on a day at 10:00, some minutes later for each index.
 *
 * @throws Error when the campaign has not been open for long enough
 */
export function storyEndingBefore(
  by: Instant,
  about: StoryToBackdate,
  policy: Policy,
  calendar: Calendar,
): BackdatedStory {
  const { opening, story, index } = about;
  const today = startOfDay(localDateOf(by)) + 10 * hour + (index % 50) * minute;
  const age = Math.floor((today - instantOf(policy.filing.opens.value)) / day);
  const on = (daysAgo: number, facts: Facts, steps: readonly StoryStep[]) =>
    runStory(facts, steps, policy, calendar, today - daysAgo * day, {}, inOfficeHours);

  const daysAgo = latest(age, (ago) => on(ago, opening, story).at <= by);
  const begin = today - daysAgo * day;
  const head = on(daysAgo, opening, story.slice(0, -1));
  const rest = Math.floor((today - head.at) / day);
  const last = (ago: number) => on(ago, head.facts, story.slice(-1));
  const whole =
    rest > 0 && story.at(-1) !== 'wait'
      ? join(head, last(latest(rest, (ago) => last(ago).at <= by)))
      : on(daysAgo, opening, story);
  return { begin, result: whole, acts: withFacts(opening, whole) };
}

/** The smallest number of days that fits. An earlier beginning means an earlier end, so bisection finds it. */
function latest(most: number, fits: (daysAgo: number) => boolean): number {
  let [tooLate, early] = [-1, most];
  if (!fits(early)) throw new Error(`the demo campaign has not been open for long enough: ${most} days`);
  while (early - tooLate > 1) {
    const middle = Math.floor((early + tooLate) / 2);
    if (fits(middle)) early = middle;
    else tooLate = middle;
  }
  return early;
}

function join(head: StoryResult, tail: StoryResult): StoryResult {
  const { facts, at } = tail;
  return { acts: [...head.acts, ...tail.acts], transitions: [...head.transitions, ...tail.transitions], facts, at };
}

function withFacts(opening: Facts, { acts, transitions }: StoryResult): readonly (readonly [Act, Facts])[] {
  const before = new Map<string, Facts>();
  transitions.reduce((facts, transition) => {
    before.set(transition.key, facts);
    return evolve(facts, transition);
  }, opening);
  return acts.map((act) => [act, before.get(act.key) ?? opening] as const);
}
