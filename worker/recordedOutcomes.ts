import type { Outcomes } from '../activities/campaignActivities.js';

/** No meeting is recorded anywhere yet. */
export function recordedOutcomes(): Outcomes {
  return { after: async () => [], count: async () => 0 };
}
