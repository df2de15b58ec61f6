import { publicPeriods } from '../../rules/application/deadline.js';
import type { Facts } from '../../rules/application/facts.js';
import { turnOf } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { stored } from '../timestamps.js';

/**
 * By when something has to be done: the earliest running deadline, unless all stand still, or the instant from which
 * something without a deadline is overdue. A publicity or notice with an open objection waits for it, and nobody is late.
 * Null when nothing is awaited.
 */
export function earliestDue({ deadlines, tolledSince, overdueAt, objections }: Facts): Instant | null {
  const objected = objections.some(({ outcome }) => outcome === null);
  const running = Object.values(deadlines)
    .filter(({ name }) => tolledSince === null && !(objected && publicPeriods.some((period) => period === name)))
    .map(({ due }) => due);
  const dues = overdueAt === null ? running : [...running, overdueAt];
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** The parts of the facts that the application's row repeats so that they can be indexed. */
export function projectionOf(facts: Facts) {
  const due = earliestDue(facts);
  return {
    id: facts.applicationId,
    campaignId: facts.campaignId,
    unitId: facts.unitId,
    departmentId: turnOf(facts.status) === 'department' ? (facts.chain[facts.chainLevel] ?? null) : null,
    applicantId: facts.applicantId,
    level: facts.profile.level,
    track: facts.profile.track,
    employerKind: facts.profile.employerKind,
    specialty: facts.profile.specialty,
    status: facts.status,
    seq: facts.seq,
    due: due === null ? null : stored(due),
    submissions: facts.submissions,
    facts: asJson(facts),
  };
}

/** The same value under the type that the Prisma client accepts for JSON. */
export function asJson(value: object): object {
  return value;
}
