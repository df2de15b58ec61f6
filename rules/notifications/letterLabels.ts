import type { BilingualText } from '../bilingualText.js';
import type { ReminderKind } from './reminders.js';
import type { TransitionLetterKind } from './transitionLetters.js';

export type LetterKind = TransitionLetterKind | ReminderKind;

/** What each kind of letter is called, in lists that do not show its text; a kind without words does not compile. */
export const letterLabels: Readonly<Record<LetterKind, BilingualText>> = {
  submitted: { zh: '申报已提交', en: 'Submitted' },
  returned_to_applicant: { zh: '单位退回修改', en: 'Returned by the unit' },
  not_recommended: { zh: '未获推荐', en: 'Not recommended' },
  publicity_started: { zh: '单位公示已开始', en: 'Unit publicity started' },
  publicity_ended: { zh: '单位公示期满', en: 'Unit publicity ended' },
  objection_raised: { zh: '收到异议', en: 'An objection was raised' },
  objection_resolved: { zh: '异议已办结', en: 'An objection was resolved' },
  recommended: { zh: '单位已推荐上报', en: 'Recommended by the unit' },
  forwarded: { zh: '待逐级审核', en: 'Waits for superior review' },
  returned_to_unit: { zh: '退回单位', en: 'Returned to the unit' },
  arrived: { zh: '已报送至评委会', en: 'Arrived at the committee' },
  accepted: { zh: '评委会审核通过', en: 'Accepted by the committee' },
  returned_for_correction: { zh: '退回补正', en: 'Returned for correction' },
  not_accepted: { zh: '不予受理', en: 'Not accepted' },
  resubmitted: { zh: '补正已上报', en: 'Resubmitted' },
  correction_to_review: { zh: '补正待复核', en: 'A correction waits for review' },
  correction_forwarded: { zh: '补正已转报', en: 'Correction forwarded' },
  correction_returned: { zh: '退回继续补正', en: 'Returned for further correction' },
  paid: { zh: '费用已到账', en: 'Fee paid' },
  materials_received: { zh: '原件已收齐', en: 'Originals received' },
  defense_to_schedule: { zh: '待安排答辩', en: 'Defense to be scheduled' },
  defense_scheduled: { zh: '答辩已安排', en: 'Defense scheduled' },
  defense_called_off: { zh: '答辩已撤下，另行安排', en: 'Defense called off, to be scheduled anew' },
  defense_scored: { zh: '答辩已评分', en: 'Defense scored' },
  absent: { zh: '答辩缺席', en: 'Absent from the defense' },
  passed: { zh: '通过评审', en: 'Passed' },
  not_passed: { zh: '未通过评审', en: 'Not passed' },
  deferred: { zh: '缓议', en: 'Deferred' },
  notice_started: { zh: '结果公示已开始', en: 'Public notice started' },
  conferred: { zh: '取得资格', en: 'Conferred' },
  disqualified: { zh: '取消资格', en: 'Disqualified' },
  withdrawn: { zh: '申报已撤回', en: 'Withdrawn' },
  lapsed: { zh: '逾期视为放弃', en: 'Lapsed' },
  extension_requested: { zh: '申请延期，待批准', en: 'An extension waits for approval' },
  extended: { zh: '期限已延长', en: 'Deadline extended' },
  tolled: { zh: '期限已中止', en: 'Deadlines tolled' },
  untolled: { zh: '期限已恢复', en: 'Deadlines resumed' },
  reminder: { zh: '期限提醒', en: 'Reminder of a deadline' },
  window_open: { zh: '办理已开始', en: 'A window has opened' },
  audit_overdue: { zh: '审核已逾期', en: 'Audit overdue' },
};
