import type { PlannedAt } from '../plans/plan.js';
import { unitSanctionedAt } from '../unitUnderSanction.js';
import { announceCampaign } from './announceCampaign.js';
import type { Topic } from './checkLog.js';
import { finishCampaign } from './closeCampaign.js';
import { answerInvitations, drawCommittees, importExperts } from './drawCommittee.js';
import { checkPublicNotices } from './publicNotices.js';
import { decideRecusalRequest } from './recusalRequest.js';
import { sanctionUnit } from './sanctionUnit.js';
import type { Workspace } from './workspace.js';

/** A task of the campaign, about no application in particular. */
export interface CampaignTask {
  readonly at: PlannedAt;
  readonly zh: string;
  /** The topic that fails when the task does. */
  readonly topic: Topic;
  readonly perform: (workspace: Workspace) => Promise<void>;
}

/** The office's tasks beside the applications in the campaign of 2024, in order. */
export const aksuTasks: readonly CampaignTask[] = [
  { at: '07-15 09:00', zh: '发布通知', topic: 'progress', perform: announceCampaign },
  { at: unitSanctionedAt, zh: '处罚单位', topic: 'sanctions', perform: sanctionUnit },
  { at: '08-26 09:00', zh: '建立专家库', topic: 'committee', perform: importExperts },
  { at: '09-02 09:30', zh: '抽取专家', topic: 'draw', perform: drawCommittees },
  { at: '09-04 09:30', zh: '答复邀请', topic: 'committee', perform: answerInvitations },
  { at: '09-16 09:30', zh: '答复回避申请', topic: 'committee', perform: decideRecusalRequest },
  { at: '09-26 20:00', zh: '公示前一日', topic: 'notice', perform: checkPublicNotices },
  { at: '09-27 09:00', zh: '结果公示', topic: 'notice', perform: checkPublicNotices },
  { at: '10-24 09:00', zh: '颁证、备案、收尾', topic: 'titles', perform: finishCampaign },
];
