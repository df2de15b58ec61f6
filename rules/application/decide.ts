import type { Calendar } from '../calendar/calendar.js';
import { addDays, type Instant, localDateOf } from '../calendar/instant.js';
import { deadlineLabelFor, statusLabelFor } from '../candidate/labelsOfTrack.js';
import { alarmsOf } from '../notifications/alarms.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { asPromised } from '../policy/promised.js';
import { policyOfRound } from '../policy/rounds.js';
import { inexactInstant, type Refusal, refuse, stalePage } from '../refusal.js';
import type { Act, ActData, Actor, Attachments, Transition } from './act.js';
import { authorizationRefusal } from './authorization.js';
import { type Deadline, explain } from './deadline.js';
import { runningDeadlines } from './deadlines.js';
import { effectOf } from './effects.js';
import type { Facts } from './facts.js';
import { type GuardName, guards } from './guards.js';
import { lawVersion } from './lawVersion.js';
import { type EventLaw, type EventName, findLaw, isFinal, lawsIn } from './lifecycle.js';
import { filingGrantsAfter, handsOver, movedDeadlines, reportedMoves } from './moves.js';
import { nextStatus } from './next.js';

/** How far an act may be ahead of the workflow's clock before the API's clock is taken to be wrong. */
const clockTolerance: Instant = 2_000;

/** The refusal of an act that is ahead of the clock by more than clocks may differ; null for every other. */
export function aheadOfClock(receivedAt: Instant, now: Instant): Refusal | null {
  if (receivedAt <= now + clockTolerance) return null;
  return refuse('clock_ahead', '收件时间规则', {
    zh: '收件时间晚于系统时间，请稍后再试；系统管理员已收到提醒。',
    en: 'The act was registered later than the present time of the system. Please try again shortly; the operators have been told.',
  });
}

/** Whether every instant of an act is one of whole milliseconds, which all deadlines are. */
function isExact({ receivedAt, data }: Act): boolean {
  const instants = Object.entries(data).filter(([name]) => name === 'due' || name === 'at' || name === 'was');
  return [receivedAt, ...instants.map(([, value]) => value)].every(
    (instant) => typeof instant !== 'number' || Number.isSafeInteger(instant),
  );
}

/** Tells a refusal from a transition (or from null). */
export function isRefusal(outcome: Transition | Refusal | null): outcome is Refusal {
  return outcome !== null && 'code' in outcome;
}

/** The running period that has to end before an event becomes possible, when nothing else prevents it. */
function periodBefore({ status, deadlines }: Facts, event: EventName): Deadline | undefined {
  return Object.values(deadlines).find((deadline) =>
    lawsIn(status).some(
      ([, { when, next }]) =>
        when === deadline.name && typeof next === 'string' && next !== 'stays' && findLaw(next, event),
    ),
  );
}

const sideOf = ({ acceptedAt }: Facts) => (acceptedAt === null ? 'before' : 'after');

/** Why the law has no such event in this status: a deadline has passed, the application has ended, or it is another's turn. */
function notNow(facts: Facts, event: EventName, policy: Policy): Refusal {
  const { passed, status } = facts;
  const { zh, en } = statusLabelFor(status, facts, policy);
  // What has lapsed is told so whatever is tried, from whichever status it lapsed.
  if (passed && passed.to === status && (status === 'lapsed' || findLaw(passed.from, event))) {
    const { deadline } = passed;
    const explanation = explain(deadline, deadlineLabelFor(deadline, facts.profile, policy, sideOf(facts)));
    const message = { zh: `已过截止时间。${explanation.zh}`, en: `The deadline has passed. ${explanation.en}` };
    return refuse('deadline_passed', deadline.clause, message, { deadline });
  }
  const period = periodBefore(facts, event);
  if (period) {
    const explanation = explain(period, deadlineLabelFor(period, facts.profile, policy, sideOf(facts)));
    const message = {
      zh: `目前处于“${zh}”环节，期满后方可办理。${explanation.zh}`,
      en: `The application stands at “${en}”; this can be done once the period is over. ${explanation.en}`,
    };
    return refuse('event_not_allowed', period.clause, message, { deadline: period });
  }
  return isFinal(status)
    ? refuse('already_final', cite(policy, 'procedure'), {
        zh: `申报已办结（${zh}），不能再办理。`,
        en: `The application has come to its end (${en}); nothing more can be done with it.`,
      })
    : refuse('event_not_allowed', cite(policy, 'procedure'), {
        zh: `目前处于“${zh}”环节，不能办理这一事项。`,
        en: `The application stands at “${en}”, where this cannot be done.`,
      });
}

function firstRefusal(
  law: EventLaw,
  facts: Facts,
  act: Act,
  policy: Policy,
  calendar: Calendar,
  considers: (guard: GuardName) => boolean,
): Refusal | null {
  const clause = cite(policy, law.clause);
  for (const name of law.guards) {
    const refusal = considers(name) ? guards[name].check({ facts, act, policy, calendar, clause }) : null;
    if (refusal) return refusal;
  }
  return null;
}

/** Whether an act puts an application on notice without a meeting, whose result would have set the day. */
function startsNotice(facts: Facts, effect: Partial<Facts>, to: Facts['status']): boolean {
  return to === 'public_notice' && facts.status !== to && (effect.noticeFrom ?? facts.noticeFrom) === null;
}

function transit(law: EventLaw, facts: Facts, act: Act, policy: Policy, calendar: Calendar): Transition {
  const { key, event, actor, receivedAt: at, data, freeTextHash } = act;
  const effect = { ...effectOf(facts, act, policy), lastAt: at };
  const to = nextStatus(law, { ...facts, ...effect }, policy);
  // On a track without a meeting the notice starts the day after the act that ends the audit, its fee and its papers.
  const noticed = startsNotice(facts, effect, to) ? { noticeFrom: addDays(localDateOf(at), 1) } : {};
  const moved = movedDeadlines(facts, act, policy, calendar);
  const filingGrants = filingGrantsAfter(facts, act, moved);
  const granted = filingGrants === facts.filingGrants ? {} : { filingGrants };
  const entered = to === facts.status ? {} : { since: at };
  const changes = { ...effect, ...noticed, ...granted, ...entered };
  const after: Facts = { ...facts, ...changes };
  // Every event that reaches the committee counts as a submission, and ends a correction's stay with the unit.
  const arrives = to === 'committee_audit' && facts.status !== to;
  const counted = runningDeadlines({ ...after, status: to, deadlines: moved }, policy, calendar);
  const deadlines = reportedMoves(facts, act, counted);
  const awaited = alarmsOf({ ...after, status: to, deadlines }, policy).map((alarm) => alarm.at);
  const overdueAt = awaited.length > 0 ? Math.min(...awaited) : null;
  const pending = after.pendingExtension;
  const due = law.when ? facts.deadlines[law.when] : undefined;
  return {
    seq: facts.seq + 1,
    law: lawVersion,
    key,
    event,
    actor,
    at,
    from: facts.status,
    to,
    data,
    freeTextHash,
    changes: {
      ...changes,
      ...(arrives ? { submissions: facts.submissions + 1 } : {}),
      ...(to === 'review' && facts.status !== to ? { reviewSince: at } : {}),
      ...(arrives && after.correctionMet ? { correctionMet: null } : {}),
      ...(overdueAt === facts.overdueAt ? {} : { overdueAt }),
      // What was asked for one is nobody else's.
      ...(pending && (!deadlines[pending.deadline] || handsOver(act)) ? { pendingExtension: null } : {}),
      ...(due && to !== facts.status ? { passed: { deadline: due, from: facts.status, to } } : {}),
    },
    deadlines,
  };
}

/**
 * The law applied to one act: its transition, or why it is refused. Pure; `now` serves only to notice an API whose clock
 * runs ahead. Deadlines that have come due by `act.receivedAt` must have been applied
 * before (`judge` in timers.ts does both).
 */
export function decide(facts: Facts, act: Act, pinned: Policy, calendar: Calendar, now: Instant): Transition | Refusal {
  if (!isExact(act)) return refuse('instant_inexact', '收件时间规则', inexactInstant);
  const ahead = aheadOfClock(act.receivedAt, now);
  if (ahead) return ahead;
  const policy = asPromised(policyOfRound(pinned, facts.round), facts);
  const law = findLaw(facts.status, act.event);
  const unauthorized = authorizationRefusal(facts, act.event, act.actor, law, policy);
  if (unauthorized) return unauthorized;
  if (!law) return notNow(facts, act.event, policy);
  if (act.expectedSeq !== null && act.expectedSeq !== facts.seq) {
    return refuse('stale_page', '收件时间规则', stalePage);
  }
  return firstRefusal(law, facts, act, policy, calendar, () => true) ?? transit(law, facts, act, policy, calendar);
}

/** Data of an act that does not come from the actor, and is known before they act. */
export type KnownData = Partial<Pick<Attachments, 'unitSanctionedUntil'>>;

/** Guards that look at nothing of the act but such data. */
const knownBefore: Readonly<Partial<Record<GuardName, keyof KnownData>>> = {
  recommender_fit: 'unitSanctionedUntil',
  decliner_fit: 'unitSanctionedUntil',
};

/**
 * Why this actor cannot do this now, as far as that does not depend on the data they would send; null when they can. The
 * portal's buttons and the API's `actions` show it.
 */
export function mayAct(
  facts: Facts,
  event: EventName,
  actor: Actor,
  pinned: Policy,
  calendar: Calendar,
  now: Instant,
  known: KnownData = {},
): Refusal | null {
  const policy = asPromised(policyOfRound(pinned, facts.round), facts);
  const law = findLaw(facts.status, event);
  const unauthorized = authorizationRefusal(facts, event, actor, law, policy);
  if (unauthorized) return unauthorized;
  if (!law) return notNow(facts, event, policy);
  const act: Act = {
    key: '',
    event,
    actor,
    receivedAt: now,
    expectedSeq: null,
    data: known as ActData,
    freeTextHash: null,
  };
  const isKnown = (name: GuardName) => !guards[name].looksAtAct || (knownBefore[name] ?? '') in known;
  return firstRefusal(law, facts, act, policy, calendar, isKnown);
}
