import type { ReminderKind } from '../../rules/notifications/reminders.js';
import { obligationsAround } from '../../rules/policy/stagePlan.js';
import type { LetterContent, LetterFacts, Write } from './letter.js';
import { candidate, endOf } from './phrases.js';

/** What the supervisor does about something that the office was told days before. */
const supervised = '请了解原因并督促办理。';

/** A letter to whoever has to act, or to the supervisor once the office has not. */
function overdue(title: string, happened: string, todo: string): Write {
  return (letter: LetterFacts): LetterContent => ({
    title: `${candidate(letter)}${title}`,
    happened: `${candidate(letter)}${happened}`,
    todo: letter.to === 'supervisor' ? supervised : todo,
  });
}

const paysLater = ({ profile, policy }: LetterFacts) => obligationsAround('after', profile, policy).includes('payment');

/** Letters about what stands still without a deadline of the law. Nothing lapses for it. */
export const overdueLetters = {
  audit_overdue: (letter) => ({
    title: `${candidate(letter)}的审核已超过审核时间`,
    happened: `审核时间已于${endOf('audit', letter) ?? ''}结束，${candidate(letter)}的申报仍未审核完毕。`,
    todo: `请尽快审核。延误不由申报人承担${paysLater(letter) ? '，缴费期限将相应顺延' : ''}。`,
  }),
  entrusted_overdue: overdue(
    '的委托评审尚无结果',
    '进入委托评审环节后至今没有经确认的评审结果。',
    '委托函尚未寄出的，请寄出并登记；已寄出的，请向受托评委会了解情况；结果已返回的，请登记并由另一人确认。',
  ),
  pause_overdue: overdue(
    '的期限中止超过计划日期',
    '的申报期限仍在中止，已超过计划恢复或复核的日期。',
    '请核实中止的原因是否仍然存在，由监督或运维恢复期限；仍需中止的，恢复后重新申请。',
  ),
  objection_overdue: overdue(
    '的异议尚未办结',
    '的异议登记后至今没有办结，公示不能结束。',
    '请督促核查并办结异议，结论须写明理由。',
  ),
  correction_review_overdue: (letter) =>
    letter.to === 'unit'
      ? {
          title: `请复核${candidate(letter)}的补正`,
          happened: `${candidate(letter)}的补正已送本单位复核，尚未转报评委会。`,
          todo: '请尽快复核并转报；仍不符合的，写明理由退回申报人。',
        }
      : overdue(
          '的补正单位尚未转报',
          '的补正送用人单位复核后至今没有转报或退回。',
          '请联系用人单位尽快复核。延误不由申报人承担。',
        )(letter),
  defense_overdue: overdue(
    '的答辩尚未完成',
    '进入答辩环节后至今没有安排答辩，或答辩后没有评分。',
    '请安排答辩，或督促专家评分。',
  ),
  review_overdue: overdue(
    '的申报尚未提交评审会',
    '进入评审环节后至今没有评审结果。',
    '请安排评审会议，或登记评审结果。',
  ),
  posting_overdue: (letter) =>
    letter.to === 'unit'
      ? {
          title: `请确认已在本单位公示${candidate(letter)}的结果`,
          happened: `${candidate(letter)}的结果公示已经开始，系统中没有本单位同步公示的确认。`,
          todo: '请在本单位公示，并在系统中确认。',
        }
      : overdue(
          '的用人单位尚未确认公示',
          '的结果公示已经开始，用人单位至今没有确认在本单位同步公示。',
          '请联系用人单位同步公示并确认。',
        )(letter),
} as const satisfies Record<Extract<ReminderKind, `${string}_overdue`>, Write>;
