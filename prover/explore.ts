import type { Amendment } from '../rules/application/act.js';
import { decide, isRefusal } from '../rules/application/decide.js';
import { evolve } from '../rules/application/evolve.js';
import type { Facts } from '../rules/application/facts.js';
import { type EventName, findLaw, isFinal, type Status } from '../rules/application/lifecycle.js';
import { openDraft } from '../rules/application/opening.js';
import { dueTransitions } from '../rules/application/timers.js';
import type { Calendar } from '../rules/calendar/calendar.js';
import { day, hour, type Instant, instantOf } from '../rules/calendar/instant.js';
import { amendmentFor } from '../rules/policy/amendedTo.js';
import type { Policy } from '../rules/policy/policy.js';
import { bestOf, keptOf } from '../rules/policy/promised.js';
import { type Attempt, attemptsIn, sent } from './attempts.js';
import type { Candidate } from './candidates.js';
import { alike, placeIn, seenOf, tellsApart } from './likeness.js';
import { fixedMarks, type Mark, marksAfter, marksIn } from './marks.js';
import { transitionsOf } from './properties/property.js';
import { matters } from './relevance.js';
import { type Progress, Search } from './search.js';
import { endKey, stateKey } from './stateKey.js';
import { type Bounds, bounded, pathTo, type Step, type Subject, together, usedBy, type Visited } from './visited.js';
import type { Watch } from './watch.js';

const nothingUsed: Bounds = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };

/** The draft of a candidate, half a day before filing opens. */
export function openingOf({ profile, chain }: Candidate, { policy, calendar }: Subject): Visited {
  const identity = {
    applicationId: 'application-1',
    campaignId: 'campaign-1',
    applicantId: 'applicant-1',
  };
  const facts = openDraft({ ...identity, ...placeIn(policy, chain), profile }, policy, calendar);
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

const amendments = new WeakMap<Policy, WeakMap<Policy, Map<string, Amendment>>>();

/** What an amendment brings an application; the same for all of a candidate's. */
function amendmentTo(next: Policy, present: Policy, facts: Facts, calendar: Calendar): Amendment {
  const from = amendments.get(present) ?? new WeakMap<Policy, Map<string, Amendment>>();
  amendments.set(present, from);
  const known = from.get(next) ?? new Map<string, Amendment>();
  from.set(next, known);
  const key = `${Object.values(facts.profile).join()} ${facts.chain.join()}`;
  const amendment = known.get(key) ?? amendmentFor({ policy: present, calendar }, { policy: next, calendar }, facts);
  known.set(key, amendment);
  return amendment;
}

/** An attempt under the policy in force; an amendment under each that it may bring, with what the candidate keeps. */
function underPolicies(
  attempt: Attempt,
  { facts, policy: present }: Visited,
  { amended, calendar }: Subject,
): readonly (readonly [Attempt, Policy])[] {
  if (attempt.act.event !== 'amend_policy') return [[attempt, present]];
  return amended.map((policy) => {
    const data = amendmentTo(policy, present, facts, calendar);
    return [{ ...attempt, act: { ...attempt.act, data } }, policy];
  });
}

/** What an application keeps of the policies on its way, as another kind of candidate. */
function promisedTo(candidate: Candidate, state: Visited): Facts['promised'] {
  return pathTo(state).reduce<Facts['promised']>((promised, { policy, from }) => {
    if (!from || from.state.policy === policy) return promised;
    const kept = keptOf(from.state.policy, policy, candidate);
    return kept ? bestOf(promised, kept) : promised;
  }, null);
}

/** The same state, of another candidate who was alike so far. */
function asCandidate(state: Visited, candidate: Candidate): Visited {
  return { ...state, facts: { ...state.facts, ...candidate, promised: promisedTo(candidate, state) } };
}

/** What is tried, and in which state: where the law tells candidates apart, by each of those who were alike so far. */
function triedIn(state: Visited, foreign: boolean, subject: Subject): readonly (readonly [Visited, Attempt])[] {
  const { facts, policy, at } = state;
  const apart = subject.candidates.length === 1 ? [] : sent.filter((event) => parts(facts.status, event));
  const common = apart.length === 0 ? sent : sent.filter((event) => !apart.includes(event));
  const own = attemptsIn(facts, policy, at, foreign, common).map((attempt) => [state, attempt] as const);
  if (apart.length === 0) return own;
  const others = alike(facts, subject.candidates, subject.policy).map((candidate) => asCandidate(state, candidate));
  return [
    ...own,
    ...others.flatMap((other) =>
      attemptsIn(other.facts, policy, at, foreign, apart).map((attempt) => [other, attempt] as const),
    ),
  ];
}

function parts(status: Status, event: EventName): boolean {
  const law = findLaw(status, event);
  return law !== null && tellsApart(law);
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

const withPause: readonly EventName[] = ['approve_toll'];
const withExtension: readonly EventName[] = ['approve_extension', 'amend_policy', 'toll', 'approve_toll', 'untoll'];

/**
 * Whether a path goes on with an event, or with waiting, where something has been asked for and not yet approved. Before its
 * approval a request changes nothing (a property says so), so that what else happens is the same as if it had been asked for
 * after that: only what moves deadlines comes between an extension and its approval, and nothing between a pause and its.
 */
function leadsOn({ pendingPause, pendingExtension, tolledSince }: Facts, event: EventName | 'wait'): boolean {
  if (event === 'wait') return pendingPause === null && (pendingExtension === null || tolledSince !== null);
  if (pendingPause) return withPause.includes(event);
  return pendingExtension === null || withExtension.includes(event);
}

/** Where time is taken from here: to a millisecond before, at and after what comes next, and to between it and the one after. */
function nextPlaces(ahead: readonly Mark[]): readonly (readonly [Instant, string])[] {
  const [mark] = ahead;
  if (!mark) return [];
  const names = ahead.filter(({ at }) => at === mark.at).map(({ name }) => name);
  const following = ahead.find(({ at }) => at > mark.at + 1);
  const between = following ? Math.floor((mark.at + following.at) / 2) : mark.at + 10 * day + hour;
  return [
    [mark.at - 1, `<${names}`],
    [mark.at, `=${names}`],
    [mark.at + 1, ''],
    [between, ''],
  ];
}

/**
 * Visits every state that candidates of these kinds can reach, and shows the watch each state, step and refusal. `tell` hears
 * from time to time how far it has come.
 */
export function explore(subject: Subject, watch: Watch, tell?: (progress: Progress) => void): Search {
  const search = new Search();
  const aheadOf = ({ facts, at, policy }: Visited) =>
    marksAfter(
      [...fixedMarks(facts, policy).filter(({ name }) => matters(name, facts.status)), ...marksIn(facts, at)],
      at,
    );
  const enter = (state: Visited, from: number | null, place: string) => {
    const { facts, at, policy, used } = state;
    const version = policy === subject.policy ? '' : `v${subject.amended.indexOf(policy)}`;
    // Nothing more happens to what has ended: only why it did is told.
    // At a boundary the marks behind it are no matter: their order is that of the region.
    const ahead = place === '' ? aheadOf(state) : [];
    const key = isFinal(facts.status)
      ? endKey(facts)
      : `${version}${seenOf(facts, subject.policy)}|${stateKey(facts, at, ahead, place)}`;
    search.enter(
      key,
      state,
      from,
      bounded.map((name) => used[name]),
    );
  };
  for (const candidate of subject.candidates) enter(openingOf(candidate, subject), null, '');
  for (let next = search.take(); next; next = search.take()) {
    const { state, id } = next;
    if (search.taken % 2_000 === 0) tell?.(search.progress);
    watch.state(state, subject);
    const lead = (after: Visited, place = '') => enter(after, id, place);
    for (const [one, tried] of triedIn(state, search.sweeps(state), subject)) {
      for (const [attempt, policy] of underPolicies(tried, one, subject)) {
        search.tried += 1;
        const after = tryOne(one, attempt, policy, subject, watch);
        if (after && leadsOn(one.facts, attempt.act.event)) lead(after);
      }
    }
    if (isFinal(state.facts.status) || !leadsOn(state.facts, 'wait')) continue;
    for (const [until, place] of nextPlaces(aheadOf(state))) {
      if (until <= state.at) continue;
      const after = waited(state, until, subject);
      watch.step(state, after, subject);
      lead(after, place);
    }
  }
  return search;
}
