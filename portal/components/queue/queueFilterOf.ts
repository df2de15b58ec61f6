import type { Status } from '../../api/applications.js';
import { now } from '../../api/config.js';
import type { Binding } from '../../api/me.js';
import type { QueueFilter } from '../../api/queue.js';
import type { QueueState } from './useQueueState.js';

const scopes = { unit: 'unit', department: 'department', office: 'campaign', finance: 'campaign' } as const;
const HOUR = 3600_000;

/** The instant `days` from now, rounded to the hour so that the query key does not change every second. */
export const inDays = (days: number): string =>
  new Date(Math.ceil(now() / HOUR) * HOUR + days * 24 * HOUR).toISOString();

/** The address value for all statuses, where a queue starts with a selection. */
export const EVERY = 'all';

/**
 * The filter of a queue: the choices in its address, within the unit, department or campaign the person acts for;
 * restricted to `mine` while the address names no status.
 */
export function queueFilterOf(
  state: QueueState,
  binding: Binding | undefined,
  mine: readonly Status[] = [],
): QueueFilter {
  const filter: Record<string, string> = {};
  for (const name of ['status', 'due', 'q', 'level', 'specialty', 'unit', 'needsAttention', 'retiring']) {
    const value = state.get(name);
    if (value !== undefined) filter[name] = value;
  }
  if (filter.status === undefined && mine.length > 0) filter.status = mine.join();
  if (filter.status === EVERY) delete filter.status;
  if (state.get('soon') !== undefined) filter.due = inDays(3);
  const scope = binding === undefined ? undefined : scopes[binding.role as keyof typeof scopes];
  if (scope !== undefined && binding?.scope) filter[scope] = binding.scope;
  return filter as QueueFilter;
}
