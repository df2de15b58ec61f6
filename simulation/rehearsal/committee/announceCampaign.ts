import { committeeRules } from '../../../rules/policy/committeeRules.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { ApiClient } from '../../http/apiClient.js';
import { peopleOf, type Workspace } from './workspace.js';

/** An operator prepares the campaign from its policy. */
export async function prepareCampaign(operator: ApiClient, policy: Policy): Promise<void> {
  await operator.done('POST', '/api/campaigns', { json: { reason: '通知印发', policy } });
}

/** The office files the plan where the policy asks for it, and announces; from then on people may open applications. */
export async function announceCampaign(workspace: Workspace): Promise<void> {
  const { campaign, policy, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  checkLog.expect('progress', 'prepared', await statusOf(workspace), 'preparing');
  if (committeeRules(policy).planFiled.value) {
    await office.done('POST', `${campaign}/actions/file_plan`, { json: { reason: '阿人社函〔2024〕31号' } });
  }
  await office.done('POST', `${campaign}/actions/announce`, { json: {} });
  checkLog.expect('progress', 'announced', await statusOf(workspace), 'announced');
}

/** Where the campaign stands, as its page says. */
export async function statusOf(workspace: Workspace): Promise<string> {
  return (await progressOf(workspace)).status;
}

interface CampaignProgress {
  readonly status: string;
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly counts: { readonly total: number; readonly moved: number; readonly refused: number } | null;
  }[];
}

export async function progressOf(workspace: Workspace): Promise<CampaignProgress> {
  const { office } = peopleOf(workspace);
  return (await office.done<{ progress: CampaignProgress }>('GET', workspace.campaign)).progress;
}
