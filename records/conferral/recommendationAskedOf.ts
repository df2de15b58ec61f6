import type { Facts } from '../../rules/application/facts.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { policyOfRound } from '../../rules/policy/rounds.js';
import { type AskedToRecommend, askedToRecommend } from '../../rules/sanctions/sanctionedUnit.js';
import type { Database } from '../database.js';
import { sanctionedUntil } from './sanctionedUntil.js';

/**
 * Who is told that an application waits to be recommended, by the sanctions of its unit in force on the day of an instant.
 * `read`: how they are read, by default from the register.
 */
export async function recommendationAskedOf(
  database: Database,
  { facts, policy }: { readonly facts: Facts; readonly policy: Policy },
  at: Instant,
  read: typeof sanctionedUntil = sanctionedUntil,
): Promise<AskedToRecommend> {
  const until = await read(database, { unitId: facts.unitId, on: localDateOf(at) });
  return askedToRecommend(facts, policyOfRound(policy, facts.round), until);
}
