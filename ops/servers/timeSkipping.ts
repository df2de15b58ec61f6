import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Print } from '../process/progress.js';
import { addSearchAttributes, type SearchAttribute } from './searchAttributes.js';
import { timeSkippingProgram } from './timeSkippingProgram.js';

/**
 * Starts a Temporal server whose clock jumps from one timer to the next. End it with `teardown()`.
 *
 * Several results awaited at once through `env.client` hang: use a plain `Client` on `env.connection` instead, with
 * `env.connection.testService.unlockTimeSkipping({})` before and `lockTimeSkipping({})` after.
 */
export async function startTimeSkipping(
  searchAttributes: readonly SearchAttribute[] = [],
  print: Print = () => {},
): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingProgram(print);
  const starting = () =>
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  // The SDK gives the server five seconds, which its Java machine may need on a busy one: once more, then it is an error.
  const environment = await starting().catch(starting);
  try {
    await addSearchAttributes(environment.connection, searchAttributes);
    return environment;
  } catch (error) {
    await environment.teardown();
    throw error;
  }
}
