import { NotGenuine } from '../records/notGenuine.js';
import type { Instant } from '../rules/calendar/instant.js';

/** How far the clocks of the engine and of a worker may differ, in ms. */
const tolerance: Instant = 60_000;

/** Refuses a workflow that goes by another clock than the installation. `kept` null: each by its own. */
export function mustKeepTime(clockOffset: number, kept: number | null): void {
  if (kept !== null && clockOffset !== kept) throw new NotGenuine('the workflow goes by another clock');
}

/** Refuses a deadline or date that has not come. */
export function mustHaveCome(at: Instant, clockOffset: number | null): void {
  if (clockOffset !== null && at > Date.now() + clockOffset + tolerance) throw new NotGenuine('it has not come yet');
}
