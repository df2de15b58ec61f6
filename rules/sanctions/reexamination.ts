import { workingDayPeriod } from '../application/counting/periods.js';
import type { Facts } from '../application/facts.js';
import type { Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Calendar } from '../calendar/calendar.js';
import { dueInDigits, formatDueZh, type Instant, localDateOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';

// 复查 is a record of its own beside the lifecycle: an application that was not passed has ended, and its result stays. A
// reexamination that is upheld puts the same papers before the meeting in a new application.
export const reexaminationStates = ['requested', 'upheld', 'dismissed'] as const;
export type ReexaminationState = (typeof reexaminationStates)[number];
export const reexaminationOutcomes = ['upheld', 'dismissed'] as const satisfies readonly ReexaminationState[];
export type ReexaminationOutcome = (typeof reexaminationOutcomes)[number];
export const reexaminationLabels: Readonly<Record<ReexaminationState, BilingualText>> = {
  requested: { zh: '待答复', en: 'To be answered' },
  upheld: { zh: '重新提交评审', en: 'Before the meeting again' },
  dismissed: { zh: '维持原结果', en: 'The result stands' },
};

/** The end after which an applicant may ask for a reexamination. */
const reexaminable: Status = 'not_passed';

/** Until when a reexamination may be asked for, and how that is counted. */
export interface ReexaminationPeriod {
  /** The first instant that is too late. */
  readonly due: Instant;
  readonly clause: string;
  /** One sentence. */
  readonly explanation: BilingualText;
}

/**
 * The period of an application, counted from the day its result was registered; null where the end
 * allows no reexamination.
 */
export function reexaminationPeriod(
  { status, lastAt }: Pick<Facts, 'status' | 'lastAt'>,
  policy: Policy,
  calendar: Calendar,
): ReexaminationPeriod | null {
  if (status !== reexaminable || lastAt === null) return null;
  const rule = policy.reviewCommittee.reexaminationWorkingDays;
  const { due, clause, countedFrom, days } = workingDayPeriod(localDateOf(lastAt), rule, policy, calendar);
  const explanation = {
    zh: `复查申请截止：${formatDueZh(due)}（${clause}），自${countedFrom}次日起算${days}个工作日。`,
    en: `A reexamination can be asked for until ${dueInDigits(due)} (${clause}), ${days} working days after ${countedFrom}.`,
  };
  return { due, clause, explanation };
}

/** Why an applicant may not ask for a reexamination now, or null. `requested`: they have asked before. */
export function reexaminationRefusal(
  period: ReexaminationPeriod | null,
  { requested: asked, at }: { readonly requested: boolean; readonly at: Instant },
): Refusal | null {
  if (period === null) {
    return refuse('event_not_allowed', '人社部令第40号（评审结果复查）', {
      zh: '只有未通过评审的申报可以申请复查。',
      en: 'Only applications that were not passed can be reexamined.',
    });
  }
  if (asked) {
    return refuse('already_done', period.clause, {
      zh: '已经申请过复查，不能重复申请。',
      en: 'A reexamination has been asked for already, and cannot be asked for twice.',
    });
  }
  if (at < period.due) return null;
  const { zh, en } = period.explanation;
  return refuse('deadline_passed', period.clause, {
    zh: `申请复查的期限已过。${zh}`,
    en: `The time to ask for a reexamination is over. ${en}`,
  });
}
