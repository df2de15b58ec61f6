import { makeContinueAsNewFunc, proxyActivities, sleep } from '@temporalio/workflow';
import type { RetentionActivities } from '../../activities/eraseWhatIsDue.js';
import { isSuperseded, onCurrentVersion } from '../continueAs.js';

export const retentionWorkflowId = 'retention';
const rounds = 200;

const { eraseWhatIsDue } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '10 minutes',
  retry: { initialInterval: '1 minute', maximumInterval: '1 hour' },
});

/** Erases once a day what has been kept for its time (个人信息保护法 第四十七条). One for the installation; it never ends. */
export async function retention(): Promise<void> {
  for (let round = 0; round < rounds && !isSuperseded(); round += 1) {
    const { more } = await eraseWhatIsDue();
    if (!more) await sleep('1 day', { summary: '等待：次日清理到期数据' });
  }
  await makeContinueAsNewFunc<typeof retention>(isSuperseded() ? onCurrentVersion : {})();
}
