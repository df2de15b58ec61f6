import type { Binding } from '../api/me.js';
import type { QueueFilter } from '../api/queue.js';
import type { QueueState } from './useQueueState.js';

const scopes = { unit: 'unit', department: 'department', office: 'campaign', finance: 'campaign' } as const;

/** What a queue asks for: the filters in its address, within the unit, department or campaign the person acts for. */
export function queueFilterOf(state: QueueState, binding: Binding | undefined): QueueFilter {
  const filter: Record<string, string> = {};
  for (const name of ['status', 'due', 'q', 'level', 'specialty', 'needsAttention']) {
    const value = state.get(name);
    if (value !== undefined) filter[name] = value;
  }
  const scope = binding === undefined ? undefined : scopes[binding.role as keyof typeof scopes];
  if (scope !== undefined && binding?.scope) filter[scope] = binding.scope;
  return filter as QueueFilter;
}
