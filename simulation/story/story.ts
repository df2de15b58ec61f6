import { properAct } from '../../prover/properAct.js';
import type { PeopleByRole } from '../../prover/properActor.js';
import type { Act, ActData, Transition } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts, Profile } from '../../rules/application/facts.js';
import { type EventName, findLaw, type Role, type Status } from '../../rules/application/lifecycle.js';
import { dueTransitions, nextDue } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { day, hour, type Instant, instantOf, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import { byDefault } from '../../rules/policy/campaigns/ruled.js';
import type { Policy, WindowName } from '../../rules/policy/policy.js';
import { windowOf } from '../../rules/policy/policyWindows.js';

/** One step of a story: an event, or waiting until the next deadline has passed. */
export type StoryStep =
  | 'wait'
  | EventName
  | {
      readonly event: EventName;
      readonly data?: Partial<ActData>;
      readonly role?: Role;
      /** Who acts in that role, where it is not the usual person. */
      readonly person?: string;
      /** The act happens at this instant at the earliest. */
      readonly notBefore?: Instant;
    };

const upToAudit: readonly StoryStep[] = ['submit', 'post_publicity', 'wait', 'recommend', 'forward'];
const upToReview: readonly StoryStep[] = [
  ...upToAudit,
  'accept',
  'confirm_payment',
  'receive_materials',
  'schedule_defense',
  'score_defense',
];
const upToNotice: readonly StoryStep[] = [...upToReview, 'record_tally'];
/** A correction that changes what was published. */
const corrected: StoryStep = { event: 'resubmit', data: { publishableHash: 'c'.repeat(64) } };
const failed = { committee: 11, attending: 11, recused: 0, agree: 7, disagree: 4, abstain: 0 };

/** The shortest path to each status, for a candidate who has to defend and whose unit has one department above it. */
export const stories: Readonly<Record<Status, readonly StoryStep[]>> = {
  draft: [],
  unit_review: ['submit'],
  unit_publicity: ['submit', 'post_publicity'],
  recommendation: ['submit', 'post_publicity', 'wait'],
  superior_review: ['submit', 'post_publicity', 'wait', 'recommend'],
  committee_audit: upToAudit,
  correction: [...upToAudit, 'return_for_correction'],
  correction_review: [...upToAudit, 'return_for_correction', 'resubmit'],
  correction_publicity: [...upToAudit, 'return_for_correction', corrected, 'post_publicity'],
  payment: [...upToAudit, 'accept'],
  defense_payment: [...upToAudit, 'accept', 'confirm_payment', 'receive_materials'],
  defense: [...upToAudit, 'accept', 'confirm_payment', 'receive_materials'],
  review: upToReview,
  entrusted: [...upToAudit, 'accept', 'confirm_payment', 'receive_materials'],
  public_notice: upToNotice,
  conferred: [...upToNotice, 'wait'],
  not_recommended: ['submit', 'decline'],
  not_accepted: [...upToAudit, 'refuse'],
  not_passed: [...upToReview, { event: 'record_tally', data: { tally: failed } }],
  disqualified: [
    ...upToNotice,
    { event: 'raise_objection', role: 'office' },
    { event: 'resolve_objection', role: 'office', data: { outcome: 'upheld' } },
  ],
  withdrawn: ['submit', 'withdraw'],
  lapsed: [...upToAudit, 'return_for_correction', 'wait'],
};

/** A policy whose tracks are entrusted to another committee. */
const entrusting = ({ codes }: Policy): Partial<Policy> => ({
  codes: {
    ...codes,
    tracks: codes.tracks.map((track) => ({ ...track, omits: ['defense', 'meeting'], entrusted: true })),
  },
});

/** Statuses that exist only under some policies, with the values those policies have. */
const only: Readonly<Partial<Record<Status, (policy: Policy) => Partial<Policy>>>> = {
  correction_review: () => ({ correctionViaUnit: byDefault(true, '补正经用人单位复核') }),
  entrusted: entrusting,
  defense_payment: () => ({
    defenseFee: byDefault(
      { fees: { deputy_senior: 20_000 }, window: null, workingDays: 3 },
      '通知 三、其他事宜（四）：答辩费',
    ),
  }),
};

/** A policy under which the story of `status` leads to it. */
export function policyFor(status: Status, policy: Policy): Policy {
  return { ...policy, ...only[status]?.(policy) };
}

/** The result of a story: every act and transition in order, and the final facts. */
export interface StoryResult {
  readonly acts: readonly Act[];
  readonly transitions: readonly Transition[];
  readonly facts: Facts;
  readonly at: Instant;
}

/** The earliest instant of the next act after an instant. */
export type Pace = (after: Instant) => Instant;
const anHourLater: Pace = (after) => after + hour;

/** An hour later, between 10:00 and 19:00. */
export const inOfficeHours: Pace = (after) => {
  const next = after + hour;
  const opens = startOfDay(localDateOf(next)) + 10 * hour;
  if (next < opens) return opens + (next % hour);
  return next < opens + 9 * hour ? next : opens + day + (next % hour);
};

/**
 * Runs a story through the rules. Each act happens an hour after the step before (or as `pace` says), or when its
 * period opens.
 *
 * @throws Error when the rules refuse a step
 */
export function runStory(
  opening: Facts,
  story: readonly StoryStep[],
  policy: Policy,
  calendar: Calendar,
  begin: Instant = instantOf(policy.filing.opens.value) + 34 * hour,
  people: PeopleByRole = {},
  pace: Pace = anHourLater,
): StoryResult {
  let result: StoryResult = { acts: [], transitions: [], facts: opening, at: begin };
  for (const step of story) result = runStep(result, step, policy, calendar, people, pace);
  return result;
}

function append(
  result: StoryResult,
  transitions: readonly Transition[],
  acts: readonly Act[],
  at: Instant,
): StoryResult {
  return {
    acts: [...result.acts, ...acts],
    transitions: [...result.transitions, ...transitions],
    facts: transitions.reduce(evolve, result.facts),
    at,
  };
}

/** The role that performs an event in the present status, where the story names none. */
function roleOf(event: EventName, { status }: Facts): Role {
  return findLaw(status, event)?.allowedRoles[0] ?? 'office';
}

function runStep(
  result: StoryResult,
  step: StoryStep,
  policy: Policy,
  calendar: Calendar,
  people: PeopleByRole,
  pace: Pace,
): StoryResult {
  if (step === 'wait') {
    const due = nextDue(result.facts, policy, calendar);
    if (due === null) throw new Error(`nothing to wait for in ${result.facts.status}`);
    const [first] = dueTransitions(result.facts, policy, calendar, due);
    if (!first) throw new Error('a deadline that is due moves the application');
    return append(result, [first], [], due);
  }
  const told: Exclude<StoryStep, string> = typeof step === 'string' ? { event: step } : step;
  const { event, notBefore = 0, person, ...more } = told;
  const own = person === undefined ? people : { ...people, [more.role ?? roleOf(event, result.facts)]: person };
  const { defenseAt, noticeFrom } = result.facts;
  const begins = event === 'confirm_unit_posting' && noticeFrom !== null ? pace(startOfDay(noticeFrom)) : 0;
  let at = Math.max(pace(result.at), defenseAt ?? 0, begins, notBefore);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const act = properAct(result.facts, event, policy, at, { people: own, ...more });
    const outcome = decide(result.facts, act, policy, calendar, at);
    if (!isRefusal(outcome)) return append(result, [outcome], [act], at);
    if (outcome.code !== 'window_not_open') throw new Error(`${event}: ${outcome.code}: ${outcome.message}`);
    at = pace(periodOpens(event, result.facts.profile, policy) - hour);
  }
  throw new Error(`${event} is refused in its period`);
}

/** An hour after the period opens in which the rules take the event; where no period is awaited, after filing opens. */
export function periodOpens(event: EventName, profile: Profile, policy: Policy): Instant {
  const windows: Partial<Record<EventName, WindowName>> = {
    confirm_payment: 'payment',
    receive_materials: 'materials',
  };
  if (event === 'confirm_defense_fee' && policy.defenseFee?.value.window) {
    return instantOf(policy.defenseFee.value.window.opens) + hour;
  }
  const window = event === 'submit' ? null : windowOf(windows[event] ?? 'audit', profile, policy);
  return instantOf(window?.value.opens ?? policy.filing.opens.value) + hour;
}
