import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { startTimeSkipping } from '../../ops/servers/timeSkipping.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';

/** Starts a time-skipping server for one suite, with the product's search attributes. Call `teardown` in `afterAll`. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  return await startTimeSkipping(Object.values(searchAttributes));
}
