import type { Workflow } from '@temporalio/common';
import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { RunningState } from './runningState.js';

/** Ends this run; the next one goes on with the workers of this version or, where it is superseded, of the current one. */
export async function continueAs<Next extends Workflow>(
  { superseded }: Pick<RunningState<never, never>, 'superseded'>,
  ...input: Parameters<Next>
): Promise<never> {
  const options = superseded ? onCurrentVersion : {};
  return await makeContinueAsNewFunc<Next>(options)(...input);
}

/** Whether workers of another version do a workflow's work from now on. */
export const isSuperseded = (): boolean => workflowInfo().targetWorkerDeploymentVersionChanged;

/** How a workflow goes on with the version on which new ones start. */
export const onCurrentVersion = { initialVersioningBehavior: 'AUTO_UPGRADE' } as const;
