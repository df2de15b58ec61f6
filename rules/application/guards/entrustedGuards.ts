import { localDateOf } from '../../calendar/instant.js';
import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';

/** Conditions on a review that another committee carries out. */
export const entrustedGuards = {
  entrustment_not_sent: onFacts('委托函尚未寄出', 'the entrustment is not sent yet', ({ facts, clause }) =>
    facts.entrustedAt === null
      ? null
      : refuse('already_done', clause, {
          zh: '委托评审函和材料已经寄出。',
          en: 'The letter that entrusts the review has been sent, with the files.',
        }),
  ),
  sent_by_today: onAct('寄出日期不晚于今天', 'sent by today', ({ act, clause }) =>
    dataOf('entrustment', act).sentOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'date_in_future',
          clause,
          {
            zh: '寄出日期在登记之后，请核对年月日。',
            en: 'The day it was sent lies after today. Please check the date.',
          },
          { field: 'sentOn' },
        ),
  ),
  entrustment_sent: onFacts('委托函已寄出', 'the entrustment is sent', ({ facts, clause }) =>
    facts.entrustedAt === null
      ? refuse('event_not_allowed', clause, {
          zh: '请先登记委托评审函和材料已寄出。',
          en: 'Please record first that the letter and the files were sent.',
        })
      : null,
  ),
  decided_by_today: onAct('评审日期不晚于今天', 'decided by today', ({ act, clause }) =>
    dataOf('entrustedResult', act).decidedOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'date_in_future',
          clause,
          {
            zh: '受托评委会的评审日期在登记之后，请核对年月日。',
            en: 'The day of the decision lies after today. Please check the date.',
          },
          { field: 'decidedOn' },
        ),
  ),
  decision_attached: onAct('附评审结果文件扫描件', 'scan of the decision', ({ act, clause }) =>
    dataOf('entrustedResult', act).decision === undefined
      ? refuse(
          'attachments_missing',
          clause,
          {
            zh: '请先上传受托评委会的评审结果文件，再登记结果。',
            en: "Upload the scan of the other committee's decision first, then record the result.",
          },
          { field: 'decision' },
        )
      : null,
  ),
  entrusted_result_recorded: onFacts('委托评审结果已登记', 'a result is recorded', ({ facts, clause }) =>
    facts.entrustedResult === null
      ? refuse('event_not_allowed', clause, {
          zh: '还没有登记委托评审结果。',
          en: 'No result of the entrusted review has been recorded yet.',
        })
      : null,
  ),
  recorded_by_another: onFacts('由另一人确认', 'confirmed by a second person', ({ facts, act, clause }) =>
    facts.entrustedResult?.recordedBy === act.actor.personId
      ? refuse('second_person_needed', clause, {
          zh: '委托评审结果须由另一位工作人员核对原件后确认。',
          en: 'The result has to be checked against the decision and confirmed by another member of staff.',
        })
      : null,
  ),
} satisfies Record<string, Guard>;
