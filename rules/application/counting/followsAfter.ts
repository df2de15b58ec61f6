import type { Instant } from '../../calendar/instant.js';

/** From when on and for how long the workflows of one instant's deadlines look at them, in ms: all at once would wait. */
const [from, spread]: readonly [Instant, Instant] = [60_000, 540_000];

/** How long after a due instant the last workflow looks whether its deadline is recorded, in ms. */
export const followedBy: Instant = from + spread;

/** How long after a due instant the workflow of an application looks whether its deadline is recorded, in ms. */
export function followsAfter(applicationId: string): Instant {
  return from + [...applicationId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % spread, 0);
}
