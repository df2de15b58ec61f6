import type { WorkflowBundle } from '@temporalio/worker';
import { TEST_BUNDLE } from '../../ops/testNeeds.js';
import { workflowBundle } from '../../worker/workflowBundle.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The workflows as one script, read from where `npm test` has put it, or built there. */
export async function testWorkflows(): Promise<WorkflowBundle> {
  return await workflowBundle(TEST_BUNDLE, silent);
}
