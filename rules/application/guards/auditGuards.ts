import { clauseOfConditions, explainUnmet } from '../../candidate/unmetConditions.js';
import { refuse } from '../../refusal.js';
import { beforeWindow } from './beforeWindow.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';
import { incomplete } from './incomplete.js';

/** Conditions on the committee's audit and on corrections. */
export const auditGuards = {
  audit_open: onFacts('审核已开始', 'audit has opened', ({ facts, act, policy }) =>
    beforeWindow('audit', act.receivedAt, facts.profile, policy),
  ),
  exception_reasoned: onAct(
    '不符合任职资格条件的，写明例外通过的理由',
    'reasons given where the conditions are not met',
    ({ facts, act, policy }) => {
      const unmet = facts.unmetConditions ?? [];
      if (unmet.length === 0 || act.freeTextHash !== null) return null;
      const { zh, en } = explainUnmet(unmet, policy);
      const { clause } = policy.evidence.conditionsByOffice;
      return refuse(
        'free_text_missing',
        `${clauseOfConditions(facts.profile, policy)}、${clause}`,
        {
          zh: `${zh}例外通过的，请写明理由，申报人和单位会看到；否则请退回补正或不予受理。`,
          en: `${en} To accept it as an exception, please give your reasons, which the applicant and the unit will read; otherwise return or refuse it.`,
        },
        { field: 'reason' },
      );
    },
  ),
  defects_given: onAct('列出全部补正内容', 'at least one defect', ({ act, clause }) =>
    dataOf('defects', act).defects.length === 0
      ? refuse(
          'defects_missing',
          clause,
          {
            zh: '请一次性列出需要补正的全部内容。',
            en: 'Please list everything that has to be corrected, all at once.',
          },
          { field: 'defects' },
        )
      : null,
  ),
  submissions_left: onFacts('上报未满3次', 'submissions left', ({ facts, policy }) => {
    const { value, clause } = policy.maxSubmissions;
    return facts.submissions < value
      ? null
      : refuse('submissions_used_up', clause, {
          zh: `已上报${facts.submissions}次，仍不符合的不再受理，不能再退回补正。`,
          en: `All ${facts.submissions} submissions are used up. What still falls short is not accepted any more and cannot be returned for correction again.`,
        });
  }),
  defects_answered: onAct('逐条答复补正内容', 'every defect answered', ({ facts, act, clause }) => {
    const { answered } = dataOf('resubmission', act);
    const open = facts.defects.filter((defect) => !answered.includes(defect));
    return open.length
      ? refuse(
          'defects_unanswered',
          clause,
          {
            zh: `还有${open.length}条补正内容没有答复。`,
            en: `Points to correct that are still without an answer: ${open.length}.`,
          },
          { field: 'answers' },
        )
      : null;
  }),
  corrected_dossier_complete: onAct('材料齐全', 'checklist complete', ({ act }) =>
    incomplete(dataOf('resubmission', act).missing),
  ),
} satisfies Record<string, Guard>;
