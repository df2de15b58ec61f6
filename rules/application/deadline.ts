import type { BilingualText } from '../bilingualText.js';
import type { SkippedDay } from '../calendar/calendar.js';
import { dayInEnglish } from '../calendar/dayLabels.js';
import { dueInDigits, formatDueZh, type Instant, type LocalDate } from '../calendar/instant.js';
import { type CutoffOwner, cutoffLabel } from '../policy/filingCutoffs.js';
import { type DeadlineName, deadlineLabels } from './deadlines.js';

/** The periods in which names are published. */
export const publicPeriods = ['publicity_period', 'notice_period'] as const satisfies readonly DeadlineName[];
export type PublicPeriod = (typeof publicPeriods)[number];

/** What makes a running deadline later: an extension, a tolled period, or an amendment that counts it anew. */
export const moveReasons = ['extension', 'toll', 'policy', 'calendar', 'policy_and_calendar'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** A due instant later than the one notified before, and why. */
export interface Moved {
  readonly from: Instant;
  readonly to: Instant;
  readonly why: MoveReason;
}

/** Each reason as it reads in an explanation. */
export const moveLabels: Readonly<Record<MoveReason, BilingualText>> = {
  extension: { zh: '经批准延期', en: 'extended with approval' },
  toll: { zh: '因中止顺延', en: 'put off by a pause' },
  policy: { zh: '因政策修订延后', en: 'put off by an amended policy' },
  calendar: { zh: '因工作日历更新重新计算延后', en: 'counted anew on an updated calendar' },
  policy_and_calendar: {
    zh: '因政策修订和工作日历更新重新计算延后',
    en: 'counted anew under an amended policy and an updated calendar',
  },
};

/** How a deadline is counted: fixed by the notice, or in days after an act. */
export const countingRules = ['as_written', 'working_days', 'calendar_days'] as const;
export type CountingRule = (typeof countingRules)[number];

/** A deadline that explains itself: what is due, under which clause, and how the day was counted. */
export interface Deadline {
  readonly name: DeadlineName;
  /** Of a cutoff of filing: whose it is. */
  readonly whose?: CutoffOwner;
  /** The first instant that is too late; a period ends at this instant. */
  readonly due: Instant;
  readonly clause: string;
  readonly rule: CountingRule;
  /** The day the count starts after; null when the notice fixes the date. */
  readonly countedFrom: LocalDate | null;
  readonly days: number | null;
  readonly skipped: readonly SkippedDay[];
  readonly calendarVersion: string;
  /** Whether the count touches a year, or a festival of the region, that has not been announced. */
  readonly provisional: boolean;
  readonly moved: readonly Moved[];
  /** Only in a reminder: since when it stands still. */
  readonly pausedSince?: Instant;
}

/** What a running deadline is called: of a cutoff of filing, whose it is. */
export function labelOfDeadline({ name, whose }: Pick<Deadline, 'name' | 'whose'>): BilingualText {
  return whose ? cutoffLabel(whose) : deadlineLabels[name];
}

/** The explanation in one sentence a clerk can read out on the telephone; `label` is what the deadline is called. */
export function explain(deadline: Deadline, label: BilingualText = labelOfDeadline(deadline)): BilingualText {
  return { zh: inChinese(deadline, label.zh), en: inEnglish(deadline, label.en) };
}

function inChinese(deadline: Deadline, label: string): string {
  const what = `${label}：${formatDueZh(deadline.due)}（${deadline.clause}）`;
  const counted =
    deadline.rule === 'as_written'
      ? '，按通知写明的时间'
      : `，自${deadline.countedFrom}次日起算${deadline.days}${deadline.rule === 'working_days' ? '个工作日' : '日'}`;
  const skipped = deadline.skipped.length
    ? `，其中${deadline.skipped.map(({ date, reason }) => `${date.slice(5)}${reason}`).join('、')}不计`
    : '';
  const moved = deadline.moved.map(({ why }) => `，${moveLabels[why].zh}`).join('');
  const provisional = deadline.provisional ? '；涉及的节假日安排尚未公布，日期为暂定，只会延后不会提前' : '';
  return `${what}${counted}${skipped}${moved}${provisional}。`;
}

function inEnglish(deadline: Deadline, label: string): string {
  const what = `${label}: ${dueInDigits(deadline.due)} (${deadline.clause})`;
  const counted =
    deadline.rule === 'as_written'
      ? ', as the notice fixes it'
      : `, ${deadline.days} ${deadline.rule === 'working_days' ? 'working days' : 'days'} after ${deadline.countedFrom}`;
  const skipped = deadline.skipped.length
    ? `, not counting ${deadline.skipped.map(({ date, reason }) => `${date.slice(5)} ${dayInEnglish(reason)}`).join(', ')}`
    : '';
  const moved = deadline.moved.map(({ why }) => `, ${moveLabels[why].en}`).join('');
  const provisional = deadline.provisional
    ? '. Holidays that it touches are not announced yet: the date is provisional, and can only become later'
    : '';
  return `${what}${counted}${skipped}${moved}${provisional}.`;
}
