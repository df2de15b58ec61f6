import { holdDefense, planDefense } from './committee/defenseDay.js';
import { holdMeeting } from './committee/meetingDay.js';
import type { Party, Workspace } from './committee/workspace.js';
import type { Step } from './plan.js';
import type { Part } from './roster.js';
import type { Reply } from './stage/apiClient.js';

/** What the committee does for several applications at once; each gets its own answer, in their order. */
export const gatherings = {
  plan_defense: planDefense,
  hold_defense: holdDefense,
  hold_meeting: holdMeeting,
} as const satisfies Record<string, (workspace: Workspace, parties: readonly Party[]) => Promise<readonly Reply[]>>;
export type Gathering = keyof typeof gatherings;

/**
 * In which gathering a step is played; null: by itself. The first application of each plan is voted on by secret ballot,
 * which takes eleven voters and two keys; of its copies the office records the tally.
 */
export function gatheringOf({ event, data, refused }: Step, { copy, turn }: Part): Gathering | null {
  if (refused !== null) return null;
  if (event === 'record_tally') return copy === 0 ? 'hold_meeting' : null;
  if (!data.inSession || turn === null) return null;
  if (event === 'schedule_defense') return 'plan_defense';
  return event === 'score_defense' ? 'hold_defense' : null;
}
