import { byDefault } from '../campaigns/ruled.js';
import type { FieldTree } from '../policyFields.js';
import { days } from '../ranges.js';

/** Calendar days after which the office, and later the supervisor, is told that something stands still: a section of `policyTable`. */
export const alarmsTable = {
  /** Also the farthest that the planned end of a pause may lie ahead. */
  pauseDays: {
    ...days,
    zh: '期限中止最长计划日数',
    en: 'Most days a pause may be planned for',
    usual: byDefault(30, '通知未规定：期限中止须写明30日内的计划恢复或复核日期，逾期提醒'),
  },
  objectionDays: {
    ...days,
    zh: '异议办结日数',
    en: 'Days to resolve an objection',
    usual: byDefault(15, '通知未规定：异议登记15日后仍未办结的，提醒办事机构'),
  },
  correctionReviewDays: {
    ...days,
    zh: '单位复核补正日数',
    en: 'Days for the unit to review a correction',
    usual: byDefault(3, '通知未规定：补正送单位复核3日后仍未转报的，提醒单位和办事机构'),
  },
  defenseDays: {
    ...days,
    zh: '答辩安排与评分日数',
    en: 'Days to hold and score a defense',
    usual: byDefault(60, '通知未规定答辩的最迟时间：60日后仍未安排或未评分的，提醒办事机构'),
  },
  reviewDays: {
    ...days,
    zh: '提交评审会日数',
    en: 'Days until the meeting',
    usual: byDefault(90, '通知未规定评审会议的最迟时间：90日后仍无结果的，提醒办事机构'),
  },
  postingDays: {
    ...days,
    zh: '单位确认公示日数',
    en: 'Days for the unit to confirm its posting',
    usual: byDefault(2, '通知未规定用人单位确认公示的时间：公示开始2日后仍未确认的，提醒用人单位'),
  },
  escalationDays: {
    ...days,
    zh: '提醒后报监督日数',
    en: 'Days after which the supervisor is told',
    usual: byDefault(7, '通知未规定：提醒7日后仍未办理的，报监督'),
  },
} as const satisfies FieldTree;
