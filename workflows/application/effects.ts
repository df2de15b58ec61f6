import { ActivityFailure } from '@temporalio/common';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ApplicationActivities } from '../../activities/applicationActivities.js';

const retry = {
  initialInterval: '200 ms',
  backoffCoefficient: 3,
  maximumInterval: '20 s',
  maximumAttempts: 7,
} as const;

/** Runs as a task of its own, once the engine has made the request durable. */
export const regular = proxyActivities<ApplicationActivities>({ startToCloseTimeout: '30 s', retry });

/** Runs within the workflow task that asks for it. */
export const local = proxyLocalActivities<ApplicationActivities>({ startToCloseTimeout: '10 s', retry });

/** The same with few attempts: while a local activity runs, the workflow answers nothing else. */
const prompt = proxyLocalActivities<ApplicationActivities>({
  startToCloseTimeout: '5 s',
  retry: { ...retry, maximumAttempts: 3 },
});

/** Runs a local activity, and a regular one with all its retries when the database does not answer at once. */
export async function promptly<T>(run: (effects: typeof prompt | typeof regular) => Promise<T>): Promise<T> {
  try {
    return await run(prompt);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return await run(regular);
  }
}
