import { createApp } from '../../api/createApp.js';
import type { Deps } from '../../api/deps.js';
import { createMetrics } from '../../api/http/metrics.js';
import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { type Line, policyFor, stories, tell } from '../../simulation/story.js';
import type { Door } from './door.js';
import { calendar2024, draft } from './facts.js';

/** The door at another instant, over the same database and engine. */
export function doorAt(door: Door, at: Instant): Pick<Door, 'app' | 'deps'> {
  const clockOffset = at - Date.now();
  const deps: Deps = {
    ...door.deps,
    metrics: createMetrics(),
    clockOffset,
    clock: () => Date.now() + clockOffset,
  };
  return { app: createApp(deps), deps };
}

/** The instant at which a story of the law comes to its end. */
export function endOf(story: Status | readonly Line[]): Instant {
  if (typeof story !== 'string') return tell(draft(), story, aksu2024, calendar2024).at;
  return tell(draft(), stories[story], policyFor(story, aksu2024), calendar2024).at;
}
