import { createApp } from '../../api/createApp.js';
import type { Deps } from '../../api/deps.js';
import { createMetrics } from '../../api/http/metrics.js';
import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { policyFor, runStory, type StoryStep, stories } from '../../simulation/story/story.js';
import { calendar2024, draft } from './facts.js';
import type { TestApi } from './testApi.js';

/** The API at another instant, over the same database and engine. */
export function apiAt(api: TestApi, at: Instant): Pick<TestApi, 'app' | 'deps'> {
  const clockOffset = at - Date.now();
  const deps: Deps = {
    ...api.deps,
    metrics: createMetrics(),
    clockOffset,
    clock: () => Date.now() + clockOffset,
  };
  return { app: createApp(deps), deps };
}

/** The instant at which a story ends. */
export function endOf(story: Status | readonly StoryStep[]): Instant {
  if (typeof story !== 'string') return runStory(draft(), story, aksu2024, calendar2024).at;
  return runStory(draft(), stories[story], policyFor(story, aksu2024), calendar2024).at;
}
