import type { Application } from '../../records/application/applicationRow.js';
import { type Pinned, pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { dueTransitions } from '../../rules/application/timers.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { policyOfRound } from '../../rules/policy/rounds.js';

/**
 * Where an application stands at an instant: the row, with the deadlines applied that have come due since, whether or
 * not the engine has got to their timers yet.
 */
export interface ApplicationSnapshot extends Pinned {
  readonly facts: Facts;
  /** Whether a deadline has come due that the row does not show yet. */
  readonly pastDue: boolean;
}

/** The state of an application at an instant of campaign time, with the deadlines due by then applied. */
export async function snapshotAt(db: Database, application: Application, now: Instant): Promise<ApplicationSnapshot> {
  const pinned = await pinnedPolicy(db, application);
  const due = dueTransitions(application.facts, pinned.policy, pinned.calendar, now);
  const policy = policyOfRound(pinned.policy, application.facts.round);
  return { ...pinned, policy, facts: due.reduce(evolve, application.facts), pastDue: due.length > 0 };
}
