import type { Reply } from '../http/apiClient.js';
import { holdDefense, planDefense } from './committee/defenseSession.js';
import { holdMeetings } from './committee/reviewMeeting.js';
import type { CaseStep, Workspace } from './committee/workspace.js';
import type { Step } from './plans/plan.js';
import type { RehearsalCase } from './rehearsalCase.js';

/** Acts of the committee on several applications at once; each application gets its own reply, in order. */
export const jointActs = {
  plan_defense: planDefense,
  hold_defense: holdDefense,
  hold_meeting: holdMeetings,
} as const satisfies Record<
  string,
  (workspace: Workspace, caseSteps: readonly CaseStep[]) => Promise<readonly Reply[]>
>;
export type JointAct = keyof typeof jointActs;

/**
 * The joint act that a step is part of; null when it is performed alone. The first application of each plan is voted on
 * by secret ballot, which takes eleven voters and two keys; for its copies the office records the tally.
 */
export function jointActOf({ event, data, refused }: Step, { copy, turn }: RehearsalCase): JointAct | null {
  if (refused !== null) return null;
  if (event === 'record_tally') return copy === 0 ? 'hold_meeting' : null;
  if (!data.inSession || turn === null) return null;
  if (event === 'schedule_defense') return 'plan_defense';
  return event === 'score_defense' ? 'hold_defense' : null;
}

/** Whether a step records the tally of a meeting on paper, which another person enters first from the scanned minutes. */
export function onPaper(step: Step, testCase: RehearsalCase): boolean {
  return step.event === 'record_tally' && jointActOf(step, testCase) === null;
}

/** Whether a step scores a hearing outside the planned session. */
export function heardAlone(step: Step, testCase: RehearsalCase): boolean {
  return step.event === 'score_defense' && jointActOf(step, testCase) === null;
}
