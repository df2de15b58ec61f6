import { proxyActivities } from '@temporalio/workflow';
import type { CampaignActivities } from '../../activities/campaignActivities.js';

/** A campaign can wait: a failed activity is retried without a limit. */
const patient = { initialInterval: '500 ms', backoffCoefficient: 2, maximumInterval: '30 s' } as const;

export const campaignRegular = proxyActivities<CampaignActivities>({ startToCloseTimeout: '30 s', retry: patient });

/** One part of a fan-out. After 15 s without a heartbeat its worker is taken for dead, and another repeats the part. */
export const { fanOutPart, amendPart } = proxyActivities<CampaignActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 s',
  retry: patient,
});
