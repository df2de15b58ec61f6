import { ApplicationFailure } from '@temporalio/common';
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ApplicationActivities } from '../../activities/applicationActivities.js';

const retry = {
  initialInterval: '200 ms',
  backoffCoefficient: 3,
  maximumInterval: '20 s',
  maximumAttempts: 7,
} as const;

/** Runs as a task of its own, once the engine has made the request durable. */
export const regular = proxyActivities<ApplicationActivities>({ startToCloseTimeout: '30 s', retry });

/** The same without a limit: for what a workflow cannot begin without. */
const patient = proxyActivities<ApplicationActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '20 s' },
});

/**
 * Runs within the workflow task that asks for it, with few attempts: meanwhile the workflow answers nothing else. All of them
 * together end before the SDK would have the engine prolong the task (at 8 s of its 10): what comes during a prolonged
 * task, a timer or another act, may be replayed in another order than it was done in, and then the workflow is lost.
 */
const prompt = proxyLocalActivities<ApplicationActivities>({
  startToCloseTimeout: '3 s',
  scheduleToCloseTimeout: '4 s',
  retry: { ...retry, maximumAttempts: 3 },
});

type Effects = typeof prompt | typeof regular;

/** Runs a local activity, and a regular one with all its retries when the database does not answer at once. */
export async function promptly<T>(run: (effects: Effects) => Promise<T>): Promise<T> {
  return await orAfterwards(run, regular);
}

/** The same, and the regular one is retried until it succeeds. */
export async function eventually<T>(run: (effects: Effects) => Promise<T>): Promise<T> {
  return await orAfterwards(run, patient);
}

async function orAfterwards<T>(run: (effects: Effects) => Promise<T>, later: Effects): Promise<T> {
  try {
    return await run(prompt);
  } catch (error) {
    if (!passes(error)) throw error;
    return await run(later);
  }
}

/**
 * Whether a failure may pass with time: not a cancellation, not one that says it does not, and not a gap in the record. It
 * comes as the failure of the activity itself or within the engine's own.
 */
function passes(error: unknown): boolean {
  if (isCancellation(error)) return false;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return !(cause instanceof ApplicationFailure && (cause.nonRetryable || cause.type === 'TransitionGap'));
}
