import type { Act } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import type { Registration } from './intakeRow.js';
import { type Registered, registerAct } from './intakes.js';

/**
 * Registers an act at the instant it arrived. Where the intake is closed for that, it counts from its registration: `clock`
 * is asked right before each further attempt.
 */
export async function registerWhenOpen(
  database: Database,
  { act, ...rest }: Omit<Registration, 'act'> & { readonly act: Omit<Act, 'receivedAt'> },
  arrivedAt: Instant,
  clock: () => Instant | Promise<Instant>,
): Promise<Exclude<Registered, { readonly kind: 'closed' }>> {
  for (let receivedAt = arrivedAt; ; ) {
    const registered = await registerAct(database, { ...rest, act: { ...act, receivedAt } });
    if (registered.kind !== 'closed') return registered;
    receivedAt = Math.max(await clock(), registered.until);
  }
}
