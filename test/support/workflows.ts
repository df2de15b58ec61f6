import type { WorkflowBundle } from '@temporalio/worker';
import { TEST_BUNDLE } from '../../ops/testNeeds.js';
import { workflowBundle } from '../../worker/workflowBundle.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The workflow bundle. `npm test` builds it before the first suite; otherwise it is built here. */
export async function testWorkflows(): Promise<WorkflowBundle> {
  return await workflowBundle(TEST_BUNDLE, silent);
}
