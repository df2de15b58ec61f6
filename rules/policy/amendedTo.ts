import type { Act, Amendment } from '../act.js';
import type { EventName } from '../lifecycle.js';

/** The event by which a running application comes under another policy. */
export const amendment: EventName = 'amend_policy';

/** The last policy version that acts or events bring, or null when they bring none. */
export function amendedTo(happened: readonly Pick<Act, 'event' | 'data'>[]): number | null {
  const versions = happened.filter(({ event }) => event === amendment).map(({ data }) => (data as Amendment).version);
  return versions.length === 0 ? null : Math.max(...versions);
}
