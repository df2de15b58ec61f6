import { refuse } from '../../refusal.js';
import { holdsUp } from '../objections.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';

/** Conditions on objections, in the unit and after the meeting. */
export const objectionGuards = {
  no_open_objection: onFacts('无未处理异议', 'no open objection', ({ facts, policy, clause }) =>
    facts.objections.some((objection) => holdsUp(objection, policy))
      ? refuse('objection_open', clause, {
          zh: '尚有异议未处理完毕。',
          en: 'An objection has not been resolved yet.',
        })
      : null,
  ),
  objection_waiting: onFacts('有异议待处理', 'an objection waits', ({ facts, clause }) =>
    facts.objections.some(({ outcome }) => outcome === null)
      ? null
      : refuse('objection_unknown', clause, { zh: '没有待处理的异议。', en: 'No objection is waiting.' }),
  ),
  objection_is_open: onAct('异议待处理', 'the objection is open', ({ facts, act, clause }) => {
    const { objectionId } = dataOf('objectionOutcome', act);
    return facts.objections.some(({ id, outcome }) => id === objectionId && outcome === null)
      ? null
      : refuse(
          'objection_unknown',
          clause,
          { zh: '没有这条待处理的异议。', en: 'There is no such objection, or it is no longer waiting.' },
          { field: 'objectionId' },
        );
  }),
} satisfies Record<string, Guard>;
