import { condition, makeContinueAsNewFunc, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { CampaignDueActivities } from '../../activities/recordCampaignDue.js';
import { intakeGrace } from '../application/deadlines.js';
import { isSuperseded, onCurrentVersion } from '../continueAs.js';
import { isNotGenuine, isObject, refuseNotGenuine } from '../genuine.js';
import { type CampaignInput, campaignDueIdOf, lookAgain } from './campaignMessages.js';

const rounds = 200;

// A campaign can wait: what fails is tried again without a limit. After 8 s without a heartbeat its worker is taken for dead.
const { recordCampaignDue } = proxyActivities<CampaignDueActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '8 s',
  retry: { initialInterval: '500 ms', backoffCoefficient: 2, maximumInterval: '10 s' },
});

/**
 * Records what comes due at one instant in one campaign as one, at each due instant, at the campaign's own dates and at 00:00. The
 * workflows of the applications follow. One a campaign, until the campaign is over.
 */
export async function campaignDue(input: CampaignInput): Promise<void> {
  if (!isInput(input)) refuseNotGenuine('start');
  let called = false;
  setHandler(lookAgain, () => {
    called = true;
  });
  for (let round = 0; round < rounds && !isSuperseded(); round += 1) {
    called = false;
    const { next } = await recorded(input);
    if (next === null) return;
    const wait = next + intakeGrace - (Date.now() + input.clockOffset);
    if (wait > 0) await condition(() => called, wait, { summary: '等待：下一个期限' });
  }
  await makeContinueAsNewFunc<typeof campaignDue>(isSuperseded() ? onCurrentVersion : {})(input);
}

async function recorded(input: CampaignInput) {
  try {
    return await recordCampaignDue.executeWithOptions({ summary: '登记已届满的期限' }, [input]);
  } catch (error) {
    if (isNotGenuine(error)) refuseNotGenuine('start');
    throw error;
  }
}

function isInput(input: unknown): boolean {
  if (!isObject(input) || typeof input.campaignId !== 'string' || !Number.isFinite(input.clockOffset)) return false;
  return workflowInfo().workflowId === campaignDueIdOf(input.campaignId);
}
