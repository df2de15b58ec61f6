import { announceCampaign } from '../committee/announce.js';
import { finalize } from '../committee/closeCampaign.js';
import { answerInvitations, drawCommittee, takeIn } from '../committee/draw.js';
import type { Topic } from '../committee/ledger.js';
import { readNotices } from '../committee/noticeBoard.js';
import { answerApplicant } from '../committee/recusalRequest.js';
import type { Workspace } from '../committee/workspace.js';
import type { PlannedAt } from '../plan.js';

/** Something that is about no application in particular. */
export interface Occasion {
  readonly at: PlannedAt;
  readonly zh: string;
  /** What is not as it should be when it fails. */
  readonly topic: Topic;
  readonly hold: (workspace: Workspace) => Promise<void>;
}

/** What the office does beside the applications, in the order of the campaign. */
export const occasions: readonly Occasion[] = [
  { at: '07-15 09:00', zh: '发布通知', topic: 'progress', hold: announceCampaign },
  { at: '08-26 09:00', zh: '建立专家库', topic: 'committee', hold: takeIn },
  { at: '09-02 09:30', zh: '抽取专家', topic: 'draw', hold: drawCommittee },
  { at: '09-04 09:30', zh: '答复邀请', topic: 'committee', hold: answerInvitations },
  { at: '09-16 09:30', zh: '答复回避申请', topic: 'committee', hold: answerApplicant },
  { at: '09-26 20:00', zh: '公示前一日', topic: 'notice', hold: (workspace) => readNotices(workspace, false) },
  { at: '09-27 09:00', zh: '结果公示', topic: 'notice', hold: (workspace) => readNotices(workspace, true) },
  { at: '10-24 09:00', zh: '颁证、备案、收尾', topic: 'titles', hold: finalize },
];
