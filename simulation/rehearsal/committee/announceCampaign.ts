import type { Policy } from '../../../rules/policy/policy.js';
import type { ApiClient } from '../../http/apiClient.js';
import { peopleOf, type Workspace } from './workspace.js';

/** Creates the campaign from its policy, as the operator. */
export async function prepareCampaign(operator: ApiClient, policy: Policy): Promise<void> {
  await operator.done('POST', '/api/campaigns', { json: { reason: '通知印发', policy } });
}

/** Files the plan where the policy requires it and announces the campaign; from then on applications can be opened. */
export async function announceCampaign(workspace: Workspace): Promise<void> {
  const { campaign, policy, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  checkLog.expect('progress', 'prepared', await statusOf(workspace), 'preparing');
  if (policy.reviewCommittee.planFiled.value) {
    await office.done('POST', `${campaign}/actions/file_plan`, { json: { reason: '阿人社函〔2024〕31号' } });
  }
  await office.done('POST', `${campaign}/actions/announce`, { json: {} });
  checkLog.expect('progress', 'announced', await statusOf(workspace), 'announced');
}

/** The campaign's status as its page shows it. */
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
