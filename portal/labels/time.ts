import { area } from './labelArea.js';

/** Labels of dates, time left and deadlines. */
export const time = area('time', {
  left: ['还剩 {{span}}', '{{span}} left'],
  leftUntil: ['还剩 {{span}}，至 {{when}}', '{{span}} left, until {{when}}'],
  overdue: ['已逾期 {{span}}', '{{span}} overdue'],
  overdueSince: ['已逾期 {{span}}，截止于 {{when}}', '{{span}} overdue, was due {{when}}'],
  standsStill: [
    '期限中止，恢复后顺延（中止前为 {{when}}）',
    'paused, and later by as long as that lasts (was {{when}})',
  ],
  heldUp: ['期限已满（{{when}}），等候异议办结', 'over since {{when}}; waits for the objection'],
  waitsForObjection: ['有异议，办结后才期满', 'an objection is open; it does not end before that is settled'],
  ended: ['已期满，{{when}}', 'ended {{when}}'],
  why: ['如何计算', 'How it is counted'],
  clause: ['依据', 'Rests on'],
  counted: ['起算', 'Counted from'],
  countedAfter: ['{{date}} 的次日起', 'the day after {{date}}'],
  days: ['期限', 'Length'],
  working_days: ['{{n}} 个工作日', '{{n}} working days'],
  calendar_days: ['{{n}} 日', '{{n}} days'],
  as_written: ['按通知写明的时间', 'as the notice fixes it'],
  skipped: ['不计入的日子', 'Days not counted'],
  moved: ['变更', 'Moved'],
  extension: ['经批准延期', 'extension granted'],
  toll: ['因中止顺延', 'paused'],
  policy: ['因政策修订延后', 'policy amended'],
  calendar: ['因工作日历更新重新计算', 'counted anew on an updated calendar'],
  policy_and_calendar: ['因政策修订和工作日历更新重新计算', 'policy amended, counted anew on an updated calendar'],
  calendarVersion: ['日历版本', 'Calendar version'],
  provisional: ['暂定', 'provisional'],
  provisionalMore: [
    '该年度节假日安排尚未公布，日期只会延后不会提前。',
    'The holidays of that year are not announced yet; the date can only move later.',
  ],
  noDeadline: ['目前没有截止时间', 'No deadline is running'],
});
