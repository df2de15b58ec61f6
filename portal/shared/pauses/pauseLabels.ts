import { pauseStateLabels } from '../../../rules/campaign/pauseStates.js';
import { area, codeLabels } from '../../labels/labelArea.js';

/** Labels of pauses of the deadlines of a whole campaign. */
export const pauses = area('campaignPauses', {
  ...codeLabels('state', pauseStateLabels),
  ofCampaign: ['全部申报的期限', 'The deadlines of all applications'],
  lead: [
    '系统故障或统一调查期间，一次中止本次评审全部办理中申报的期限。已单独中止的不受影响；中止期间新开始的申报，自开始时起中止。',
    'For an outage or an investigation that concerns everybody: the deadlines of all running applications stand still at once. Those paused by themselves stay as they are; what is begun meanwhile is paused from its beginning.',
  ],
  none: ['没有中止过全部期限', 'The deadlines were never paused as a whole'],
  ask: ['申请中止全部期限', 'Request a pause of all deadlines'],
  reason: ['理由', 'Reason'],
  reasonMissing: ['请写明理由，申报人和单位会看到。', 'Please give the reason; applicants and units will read it.'],
  until: ['计划恢复或复核的日期', 'Planned end, or day of review'],
  untilMissing: ['请选择日期。', 'Please choose a day.'],
  askConsequence: [
    '另一人批准后，全部办理中申报的期限同时中止。批准前期限照常计算。',
    'Once somebody else approves, all deadlines stand still at the same instant. Until then they run.',
  ],
  plannedUntil: ['计划至 {{date}}', 'planned until {{date}}'],
  requested: ['申请：{{who}}', 'Requested by {{who}}'],
  approved: ['批准：{{who}}', 'Approved by {{who}}'],
  notApproved: ['未批准或撤回：{{who}}', 'Refused or taken back by {{who}}'],
  ended: ['恢复：{{who}}', 'Ended by {{who}}'],
  you: ['您本人', 'you'],
  second: ['须由另一人批准。', 'Somebody else has to approve it.'],
  approve: ['批准中止全部期限', 'Approve the pause of all deadlines'],
  approveConsequence: [
    '全部办理中申报的期限从此刻起中止，申报人和单位会收到通知。',
    'All deadlines stand still from this instant, and applicants and units get a letter.',
  ],
  refuse: ['不批准', 'Refuse'],
  takeBack: ['撤回申请', 'Take back'],
  end: ['恢复全部期限', 'Resume all deadlines'],
  endConsequence: [
    '由这次中止的期限从此刻起继续计算，并按中止的时间顺延。另行中止的不受影响。',
    'The deadlines of this pause run on from this instant, later by as long as it lasted. Those paused otherwise stay as they are.',
  ],
  pausing: ['正在中止：{{done}} / {{total}} 份', 'Pausing: {{done}} of {{total}}'],
  paused: ['已中止 {{moved}} 份，{{refused}} 份不适用', '{{moved}} paused, {{refused}} to which it does not apply'],
  resuming: ['正在恢复：{{done}} / {{total}} 份', 'Resuming: {{done}} of {{total}}'],
  resumed: ['已恢复 {{moved}} 份，{{refused}} 份不适用', '{{moved}} resumed, {{refused}} to which it does not apply'],
});
