import type { Act } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import type { Registration } from './intakeRow.js';
import { type Registered, registerAct } from './intakes.js';

/**
 * Registers an act at the instant `receivedAt` gives, or, where the intake is closed for it, at the first instant that is
 * open. `receivedAt` is asked right before each attempt, so that no act becomes visible long after its instant.
 */
export async function registerWhenOpen(
  database: Database,
  { act, ...rest }: Omit<Registration, 'act'> & { readonly act: Omit<Act, 'receivedAt'> },
  receivedAt: () => Instant | Promise<Instant>,
): Promise<Exclude<Registered, { readonly kind: 'closed' }>> {
  for (let openFrom: Instant = Number.NEGATIVE_INFINITY; ; ) {
    const at = Math.max(await receivedAt(), openFrom);
    const registered = await registerAct(database, { ...rest, act: { ...act, receivedAt: at } });
    if (registered.kind !== 'closed') return registered;
    openFrom = registered.until;
  }
}
