import { ActivityFailure } from '@temporalio/common';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ApplicationActivities } from '../../activities/applicationActivities.js';
import { eventLabels } from '../../rules/application/lifecycle.js';

const retry = {
  initialInterval: '200 ms',
  backoffCoefficient: 3,
  maximumInterval: '20 s',
  maximumAttempts: 7,
} as const;

/** Runs when the engine has made durable what asked for it. */
export const regular = proxyActivities<ApplicationActivities>({ startToCloseTimeout: '30 s', retry });

/** Runs within the task that asks for it: right after a timer or another activity, which are durable already. */
export const local = proxyLocalActivities<ApplicationActivities>({ startToCloseTimeout: '10 s', retry });

/** The same with little patience: while it waits, the workflow answers no question. */
const prompt = proxyLocalActivities<ApplicationActivities>({
  startToCloseTimeout: '5 s',
  retry: { ...retry, maximumAttempts: 3 },
});

/** A way to write transitions down. */
export type Recording = (
  summary: string,
  input: Parameters<ApplicationActivities['recordTransitions']>[0],
) => ReturnType<ApplicationActivities['recordTransitions']>;

/** Within the task when the database answers at once, and with all patience after it when it does not. */
export const recordAtOnce: Recording = async (summary, input) => {
  try {
    return await prompt.recordTransitions.executeWithOptions({ summary }, [input]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return await regular.recordTransitions.executeWithOptions({ summary }, [input]);
  }
};

/** What a deadline asks for, with the same patience. */
export const recordDeadline: ApplicationActivities['recordDeadline'] = async (input) => {
  const summary = `期限届满：${eventLabels[input.transition.event].zh}`;
  try {
    return await prompt.recordDeadline.executeWithOptions({ summary }, [input]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return await regular.recordDeadline.executeWithOptions({ summary }, [input]);
  }
};

/** As runs recorded that began before there was `recordAtOnce`: acts when they were durable, dates at once. */
export const recordAct: Recording = (summary, input) =>
  regular.recordTransitions.executeWithOptions({ summary }, [input]);
export const recordDate: Recording = (summary, input) =>
  local.recordTransitions.executeWithOptions({ summary }, [input]);
