import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CampaignActivities } from '../../activities/campaignActivities.js';

/** A campaign has time: what fails is tried until it does not. */
const patient = { initialInterval: '500 ms', backoffCoefficient: 2, maximumInterval: '30 s' } as const;

export const campaignRegular = proxyActivities<CampaignActivities>({ startToCloseTimeout: '30 s', retry: patient });

/** Right after a timer or another activity, which are durable already. */
export const campaignLocal = proxyLocalActivities<CampaignActivities>({ startToCloseTimeout: '10 s', retry: patient });

/** One part of what is carried to applications: without a sign of life for long, its worker is taken for dead and another goes on. */
export const { fanOutPart, amendPart } = proxyActivities<CampaignActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 s',
  retry: patient,
});
