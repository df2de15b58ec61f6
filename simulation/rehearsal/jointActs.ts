import type { Reply } from '../http/apiClient.js';
import { holdDefense, planDefense } from './committee/defenseSession.js';
import { holdMeeting } from './committee/reviewMeeting.js';
import type { CaseStep, Workspace } from './committee/workspace.js';
import type { Step } from './plans/plan.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** What the committee does for several applications at once; each gets its own answer, in their order. */
export const jointActs = {
  plan_defense: planDefense,
  hold_defense: holdDefense,
  hold_meeting: holdMeeting,
} as const satisfies Record<
  string,
  (workspace: Workspace, caseSteps: readonly CaseStep[]) => Promise<readonly Reply[]>
>;
export type JointAct = keyof typeof jointActs;

/**
 * In which gathering a step is played; null: by itself. The first application of each plan is voted on by secret ballot,
 * which takes eleven voters and two keys; of its copies the office records the tally.
 */
export function jointActOf({ event, data, refused }: Step, { copy, turn }: RehearsalCase): JointAct | null {
  if (refused !== null) return null;
  if (event === 'record_tally') return copy === 0 ? 'hold_meeting' : null;
  if (!data.inSession || turn === null) return null;
  if (event === 'schedule_defense') return 'plan_defense';
  return event === 'score_defense' ? 'hold_defense' : null;
}
