import type { Transition } from '../../../rules/application/act.js';
import type { Deadline } from '../../../rules/application/deadline.js';
import { type Facts, instantNames, type Score } from '../../../rules/application/facts.js';

/** To the nearest minute: people act some moments after the planned instant, and a pause gives back exactly the time it took. */
export const toTheMinute = (instant: number) => Math.round(instant / 60_000) * 60_000;

const dates = ({ name, due, countedFrom, moved }: Deadline) => ({
  name,
  due: toTheMinute(due),
  countedFrom,
  moved: moved.map(({ from, to, why }) => ({ from: toTheMinute(from), to: toTheMinute(to), why })),
});

function lowestTerms(score: Score | null): Score | null {
  if (score === null) return null;
  let [a, b] = [score.sum, score.count];
  while (b) [a, b] = [b, a % b];
  return { sum: score.sum / a, count: score.count / a };
}

/**
 * The facts that must be equal in model and system: everything but ids, hashes and the seconds at which people acted.
 */
export function comparableFacts(facts: Facts) {
  const { status, seq, submissions, chainLevel, chain, unitId, profile, absences, tally, noticeFrom, defenseAt } =
    facts;
  return {
    status,
    seq,
    submissions,
    chainLevel,
    chain,
    unitId,
    profile,
    absences,
    tally,
    noticeFrom,
    defenseAt,
    score: lowestTerms(facts.score),
    deadlines: Object.values(facts.deadlines).map(dates),
    passed: facts.passed && { ...facts.passed, deadline: dates(facts.passed.deadline) },
    objections: facts.objections.map(({ stage, outcome }) => [stage, outcome]),
    defects: facts.defects.length,
    exception: facts.conditionsWaived ?? false,
    happened: instantNames.map((name) => facts[name] !== null),
    tolled: facts.tolledSince !== null,
    pendingExtension: facts.pendingExtension && [facts.pendingExtension.deadline, facts.pendingExtension.due],
  };
}

/** One transition as text: event, role, statuses, and the deadlines that run after it. */
export function comparableStep({ seq, event, actor, from, to, deadlines }: Transition) {
  return `${seq} ${actor.role} ${event} ${from}→${to} ${Object.values(deadlines)
    .map(({ name, due }) => `${name}@${toTheMinute(due)}`)
    .join(' ')}`;
}
