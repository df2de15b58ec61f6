import { TestWorkflowEnvironment } from '@temporalio/testing';
import { cancelsOnceClosed } from '../../config/openConnection.js';
import type { Print } from '../process/progress.js';
import { addSearchAttributes, type SearchAttribute } from './searchAttributes.js';
import { timeSkippingProgram } from './timeSkippingProgram.js';

/**
 * Starts a Temporal server whose clock jumps from one timer to the next. Stop it with `teardown()`.
 *
 * Awaiting several results at once through `env.client` hangs: use a plain `Client` on `env.connection` instead, with
 * `env.connection.testService.unlockTimeSkipping({})` before and `lockTimeSkipping({})` after.
 */
export async function startTimeSkipping(
  searchAttributes: readonly SearchAttribute[] = [],
  print: Print = () => {},
): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingProgram(print);
  const server = { executable: { type: 'existing-path', path } } as const;
  const starting = () => TestWorkflowEnvironment.createTimeSkipping({ server, plugins: [cancelsOnceClosed] });
  // The SDK waits five seconds, which is too short for the server's Java on a busy machine: it gets more attempts.
  const environment = await starting().catch(starting).catch(starting).catch(starting);
  try {
    await addSearchAttributes(environment.connection, searchAttributes);
    return environment;
  } catch (error) {
    await environment.teardown();
    throw error;
  }
}
