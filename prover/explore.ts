import { decide, isRefusal } from '../rules/application/decide.js';
import { evolve } from '../rules/application/evolve.js';
import type { Facts } from '../rules/application/facts.js';
import { isFinal } from '../rules/application/lifecycle.js';
import { openDraft } from '../rules/application/opening.js';
import { dueTransitions } from '../rules/application/timers.js';
import { day, hour, type Instant, instantOf } from '../rules/calendar/instant.js';
import { amendmentFor } from '../rules/policy/amendedTo.js';
import type { Policy } from '../rules/policy/policy.js';
import { type Attempt, attemptsIn } from './attempts.js';
import { fixedMarks, type Mark, marksAfter, marksIn } from './marks.js';
import { transitionsOf } from './properties/property.js';
import { matters } from './relevance.js';
import { Search } from './search.js';
import { endKey, stateKey } from './stateKey.js';
import { type Bounds, bounded, type Step, type Subject, together, usedBy, type Visited } from './visited.js';
import type { Watch } from './watch.js';

const nothingUsed: Bounds = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };

/** The draft of a candidate, half a day before filing opens. */
export function openingOf({ candidate, policy, calendar }: Subject): Visited {
  const { profile, chain } = candidate;
  const identity = {
    applicationId: 'application-1',
    campaignId: 'campaign-1',
    applicantId: 'applicant-1',
    unitId: 'unit-1',
  };
  const facts = openDraft({ ...identity, chain, profile }, policy, calendar);
  return { facts, at: instantOf(policy.filing.opens.value) - 12 * hour, policy, used: nothingUsed, from: null };
}

/** The same state after some time, with all that fell due in it. */
export function waited(state: Visited, until: Instant, { calendar }: Subject): Visited {
  const transitions = dueTransitions(state.facts, state.policy, calendar, until);
  const step: Step = { kind: 'wait', until, transitions };
  return { ...state, facts: transitions.reduce<Facts>(evolve, state.facts), at: until, from: { state, step } };
}

function afterUse({ used }: Visited, { act: { event } }: Attempt, { bounds }: Subject): Bounds | null {
  const bound = usedBy[event];
  if (!bound) return used;
  // Every combination of three is visited; of more, the number of states grows beyond any use.
  if (bounded.reduce((sum, name) => sum + used[name], 0) >= together) return null;
  return used[bound] < bounds[bound] ? { ...used, [bound]: used[bound] + 1 } : null;
}

/** An attempt under the policy in force; an amendment under each that it may bring, with what the candidate keeps. */
function underPolicies(
  attempt: Attempt,
  { facts, policy: present }: Visited,
  { amended, calendar }: Subject,
): readonly (readonly [Attempt, Policy])[] {
  if (attempt.act.event !== 'amend_policy') return [[attempt, present]];
  return amended.map((policy) => {
    const data = amendmentFor({ policy: present, calendar }, { policy, calendar }, facts);
    return [{ ...attempt, act: { ...attempt.act, data } }, policy];
  });
}

/** What comes of one attempt: the state it leads to, with what falls due at once; null where it leads nowhere. */
function tryOne(state: Visited, attempt: Attempt, policy: Policy, subject: Subject, watch: Watch): Visited | null {
  const outcome = decide(state.facts, attempt.act, policy, subject.calendar, state.at);
  if (isRefusal(outcome)) {
    watch.refusal(state, attempt, outcome, subject);
    return null;
  }
  const used = afterUse(state, attempt, subject);
  if (attempt.manner !== 'proper' || used) watch.accepted(state, attempt, outcome, subject);
  if (attempt.manner !== 'proper' || !used) return null;
  const step: Step = { kind: 'act', act: attempt.act, what: attempt.what, transition: outcome };
  const after = { facts: evolve(state.facts, outcome), at: state.at, policy, used, from: { state, step } };
  watch.step(state, after, subject);
  // What was held up by an objection or a pause falls due at once.
  const settled = waited(after, state.at, subject);
  if (transitionsOf(settled).length === 0) return after;
  watch.step(after, settled, subject);
  return settled;
}

/** Where time is taken from here: to a millisecond before, at and after what comes next, and to between it and the one after. */
function nextPlaces(ahead: readonly Mark[]): readonly (readonly [Instant, string])[] {
  const [mark] = ahead;
  if (!mark) return [];
  const following = ahead.find(({ at }) => at > mark.at + 1);
  const between = following ? Math.floor((mark.at + following.at) / 2) : mark.at + 10 * day + hour;
  return [
    [mark.at - 1, '!'],
    [mark.at, `=${mark.name}`],
    [mark.at + 1, ''],
    [between, ''],
  ];
}

/** Visits every state a candidate can reach, and shows the watch each state, step and refusal. */
export function explore(subject: Subject, watch: Watch): Search {
  const search = new Search();
  const marksOf = new Map<Policy, ReturnType<typeof fixedMarks>>();
  const fixedOf = (policy: Policy) => {
    const known = marksOf.get(policy) ?? fixedMarks(subject.candidate, policy);
    marksOf.set(policy, known);
    return known;
  };
  const aheadOf = ({ facts, at, policy }: Visited) =>
    marksAfter([...fixedOf(policy).filter(({ name }) => matters(name, facts.status)), ...marksIn(facts, at)], at);
  const enter = (state: Visited, from: number | null, place: string) => {
    const { facts, at, policy, used } = state;
    const version = policy === subject.policy ? '' : `v${subject.amended.indexOf(policy)}`;
    // Nothing more happens to what has ended: only why it did is told.
    const key = isFinal(facts.status) ? endKey(facts) : `${version}${stateKey(facts, at, aheadOf(state), place)}`;
    search.enter(
      key,
      state,
      from,
      bounded.map((name) => used[name]),
    );
  };
  enter(openingOf(subject), null, '');
  for (let next = search.take(); next; next = search.take()) {
    const { state, id } = next;
    watch.state(state, subject);
    const lead = (after: Visited, place = '') => enter(after, id, place);
    for (const tried of attemptsIn(state.facts, state.policy, state.at, search.sweeps(state))) {
      for (const [attempt, policy] of underPolicies(tried, state, subject)) {
        search.tried += 1;
        const after = tryOne(state, attempt, policy, subject, watch);
        if (after) lead(after);
      }
    }
    if (isFinal(state.facts.status)) continue;
    for (const [until, place] of nextPlaces(aheadOf(state))) {
      if (until <= state.at) continue;
      const after = waited(state, until, subject);
      watch.step(state, after, subject);
      lead(after, place);
    }
  }
  return search;
}
