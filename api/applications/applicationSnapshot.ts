import type { Application } from '../../records/application/applicationRow.js';
import { type Pinned, pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { sanctionedUntil } from '../../records/conferral/sanctionedUntil.js';
import type { Database } from '../../records/database.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { dueTransitions } from '../../rules/application/timers.js';
import { type Instant, type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import { policyOfRound } from '../../rules/policy/rounds.js';
import { beforeRecommendation } from '../../rules/sanctions/sanctionedUnit.js';

/**
 * Where an application stands at an instant: the row, with the deadlines applied that have come due since, whether or
 * not the engine has got to their timers yet.
 */
export interface ApplicationSnapshot extends Pinned {
  readonly facts: Facts;
  /** Whether a deadline has come due that the row does not show yet. */
  readonly pastDue: boolean;
  /** While its unit still has to recommend it: the day until which the unit is under sanction; null: it is not. */
  readonly unitSanctionedUntil: LocalDate | null;
}

/** The state of an application at an instant of campaign time, with the deadlines due by then applied. */
export async function snapshotAt(db: Database, application: Application, now: Instant): Promise<ApplicationSnapshot> {
  const pinned = await pinnedPolicy(db, application);
  const due = dueTransitions(application.facts, pinned.policy, pinned.calendar, now);
  const policy = policyOfRound(pinned.policy, application.facts.round);
  const facts = due.reduce(evolve, application.facts);
  const { unitId, status } = facts;
  const unitSanctionedUntil = beforeRecommendation.includes(status)
    ? await sanctionedUntil(db, { unitId, on: localDateOf(now) })
    : null;
  return { ...pinned, policy, facts, pastDue: due.length > 0, unitSanctionedUntil };
}
