import {
  condition,
  defineSignal,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities } from '../../activities/mailActivities.js';
import { mailTaskQueue } from '../application/messages.js';
import { isSuperseded, onCurrentVersion } from '../continueAs.js';

export const mailWorkflowId = 'mail';
/** A letter was put into the outbox. */
export const wakeMailSignal = defineSignal('wake');

const { drainOutbox } = proxyActivities<MailActivities>({
  taskQueue: mailTaskQueue,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '40 s',
  retry: { initialInterval: '1 s', maximumInterval: '30 s' },
});

/**
 * Empties the outbox and ends, so that no workflow waits while there is nothing to send. Signal-with-start loses no
 * signal: one that arrives while the workflow ends makes the server reject the end.
 */
export async function mail(): Promise<void> {
  let woken = false;
  setHandler(wakeMailSignal, () => {
    woken = true;
  });
  while (!(workflowInfo().continueAsNewSuggested || isSuperseded())) {
    woken = false;
    const { nextAttemptAt } = await drainOutbox();
    if (woken) continue;
    if (nextAttemptAt === null) return;
    const wait = nextAttemptAt - Date.now();
    if (wait > 0) await condition(() => woken, wait, { summary: '等待：下一次投递' });
  }
  await makeContinueAsNewFunc<typeof mail>(isSuperseded() ? onCurrentVersion : {})();
}
