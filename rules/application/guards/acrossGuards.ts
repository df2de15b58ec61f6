import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';
import { unplannedPause } from './unplannedPause.js';

/** Conditions on acts in any status: reasons, extensions, tolling. */
export const acrossGuards = {
  free_text_given: onAct('说明理由', 'reasons given', ({ act, clause }) =>
    act.freeTextHash === null
      ? refuse(
          'free_text_missing',
          clause,
          { zh: '请写明理由，对方会看到这段文字。', en: 'Please give your reasons; the other side will read them.' },
          { field: 'reason' },
        )
      : null,
  ),
  deadline_running: onAct('期限正在进行', 'the deadline is running', ({ facts, act, clause }) =>
    facts.deadlines[dataOf('extension', act).deadline]
      ? null
      : refuse(
          'deadline_unknown',
          clause,
          { zh: '这项期限没有在进行。', en: 'This deadline is not running.' },
          { field: 'deadline' },
        ),
  ),
  due_later: onAct('只能延后', 'later than before', ({ facts, act, clause }) => {
    const { deadline, due } = dataOf('extension', act);
    const running = facts.deadlines[deadline];
    return running && due > running.due
      ? null
      : refuse(
          'not_later',
          clause,
          {
            zh: '延期后的截止时间须晚于现在的截止时间。',
            en: 'The new deadline has to be later than the present one.',
          },
          { field: 'due' },
        );
  }),
  extension_pending: onFacts('有待批准的延期', 'an extension is pending', ({ facts, clause }) =>
    facts.pendingExtension
      ? null
      : refuse('extension_missing', clause, { zh: '没有待批准的延期。', en: 'No extension waits for approval.' }),
  ),
  second_person: onFacts('由另一人批准', 'a second person', ({ facts, act, clause }) =>
    facts.pendingExtension?.requestedBy === act.actor.personId
      ? refuse('second_person_needed', clause, {
          zh: '延期须由另一位工作人员批准。',
          en: 'An extension has to be approved by another member of staff.',
        })
      : null,
  ),
  extension_later: onFacts('延期仍晚于现在的期限', 'the extension is still later', ({ facts, clause }) => {
    const { pendingExtension, deadlines } = facts;
    const running = pendingExtension ? deadlines[pendingExtension.deadline] : undefined;
    return running && pendingExtension && pendingExtension.due <= running.due
      ? refuse('not_later', clause, {
          zh: '这项期限已经延后到申请的时间以后，批准不会再改变什么。',
          en: 'The deadline has meanwhile moved beyond what was asked for; an approval would change nothing.',
        })
      : null;
  }),
  pause_planned: onAct('写明计划恢复或复核日期', 'a planned end or review', ({ act, policy }) =>
    unplannedPause(policy, dataOf('pause', act).until, act.receivedAt),
  ),
  pause_pending: onFacts('有待批准的中止', 'a pause is pending', ({ facts, clause }) =>
    facts.pendingPause
      ? null
      : refuse('pause_missing', clause, { zh: '没有待批准的中止。', en: 'No pause waits for approval.' }),
  ),
  second_person_to_pause: onFacts('由另一人批准', 'a second person', ({ facts, act, clause }) =>
    facts.pendingPause?.requestedBy === act.actor.personId
      ? refuse('second_person_needed', clause, {
          zh: '中止期限须由另一位工作人员批准。',
          en: 'A pause has to be approved by another member of staff.',
        })
      : null,
  ),
  not_tolled: onFacts('期限未中止', 'not tolled', ({ facts, clause }) =>
    facts.tolledSince === null
      ? null
      : refuse('tolled', clause, { zh: '期限已经中止。', en: 'The deadlines are paused already.' }),
  ),
  is_tolled: onFacts('期限已中止', 'tolled', ({ facts, clause }) =>
    facts.tolledSince === null
      ? refuse('not_tolled', clause, { zh: '期限没有中止。', en: 'The deadlines are not paused.' })
      : null,
  ),
} satisfies Record<string, Guard>;
