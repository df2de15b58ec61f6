import { workflowInfo } from '@temporalio/workflow';
import type { RecordedCampaign } from '../../activities/campaignActivities.js';
import { notGenuine } from '../../rules/refusal.js';
import { isNotGenuine, isObject, refuseNotGenuine } from '../genuine.js';
import { refused } from '../refused.js';
import { campaignRegular } from './campaignEffects.js';
import { type CampaignInput, campaignWorkflowIdOf } from './campaignMessages.js';

/** The campaign that a workflow was started for, as the record has it. Refuses what nobody of the product started. */
export async function openRecordedCampaign(input: CampaignInput): Promise<RecordedCampaign> {
  if (!isInput(input)) refuseNotGenuine('start');
  try {
    return await readCampaign(input);
  } catch (error) {
    if (isNotGenuine(error)) throw refused(notGenuine());
    throw error;
  }
}

/** The same for a workflow that runs. Waits until the database answers. */
export async function readCampaign({ campaignId, clockOffset }: CampaignInput): Promise<RecordedCampaign> {
  const summary = '读取登记簿';
  return await campaignRegular.recordedCampaign.executeWithOptions({ summary }, [{ campaignId, clockOffset }]);
}

function isInput(input: unknown): boolean {
  if (!isObject(input) || typeof input.campaignId !== 'string' || !Number.isFinite(input.clockOffset)) return false;
  return workflowInfo().workflowId === campaignWorkflowIdOf(input.campaignId);
}
