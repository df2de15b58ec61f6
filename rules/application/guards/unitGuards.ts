import { recommendationAttachments } from '../../dossier/checklist.js';
import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';
import { named } from './named.js';

/** Conditions on what the unit publishes and recommends. */
export const unitGuards = {
  publicity_still_valid: onFacts('公示内容未变', 'what was published has not changed', ({ facts, clause }) =>
    facts.publishedHash !== null && facts.publishedHash === facts.publishableHash
      ? null
      : refuse('publicity_not_valid', clause, {
          zh: '公示内容有变化或尚未公示期满，须重新公示。',
          en: 'What was published has changed, or its period has not run to the end; it has to be published again.',
        }),
  ),
  recommendation_attached: onAct(
    '公示结果、推荐意见、承诺书齐全',
    'publicity result, Annex 2 and Annex 3 attached',
    ({ act, policy, clause }) => {
      const { attached } = dataOf('attachments', act);
      const lacking = recommendationAttachments(policy).filter((kind) => !attached.includes(kind));
      return lacking.length
        ? refuse(
            'attachments_missing',
            clause,
            { zh: `还缺：${named(lacking).zh}。`, en: `Still missing: ${named(lacking).en}.` },
            { field: 'attached' },
          )
        : null;
    },
  ),
} satisfies Record<string, Guard>;
