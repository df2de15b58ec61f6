import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities } from '../../activities/mailActivities.js';
import { mailTaskQueue } from '../application/messages.js';

export const mailWorkflowId = 'mail';
/** Something was put into the outbox. */
export const wakeMailSignal = defineSignal('nudge');

const { drainOutbox } = proxyActivities<MailActivities>({
  taskQueue: mailTaskQueue,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '40 s',
  retry: { initialInterval: '1 s', maximumInterval: '30 s' },
});

/**
 * Empties the outbox and ends: nothing waits while there is nothing to send. Started with its first nudge, so none is
 * lost: one that arrives as it ends makes the engine take the end back.
 */
export async function mail(): Promise<void> {
  let woken = false;
  setHandler(wakeMailSignal, () => {
    woken = true;
  });
  while (!workflowInfo().continueAsNewSuggested) {
    woken = false;
    const { nextAttemptAt } = await drainOutbox();
    if (woken) continue;
    if (nextAttemptAt === null) return;
    const wait = nextAttemptAt - Date.now();
    if (wait > 0) await condition(() => woken, wait);
  }
  await continueAsNew<typeof mail>();
}
