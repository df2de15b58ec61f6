import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import { type Condition, entryOf, labelOfCode } from '../campaign/codes.js';
import { degreeLevels } from '../dossier/choices.js';
import type { Policy } from '../policy/policy.js';

/** What a candidate lacks of a condition: the first of these that is not there. */
const lackLabels = {
  degree: { zh: '学历未达到', en: 'the degree is not reached' },
  title: { zh: '未取得相应资格', en: 'the title is not held' },
  cohort: { zh: '不属于这一取得时间', en: 'obtained at another time' },
  years: { zh: '年限未满', en: 'the years are not full' },
} as const satisfies Record<string, BilingualText>;
export type Lack = keyof typeof lackLabels;

/** The verdict on one condition that is not met: the condition as it was, and what lacks. Codes only, nothing of the person. */
export interface UnmetCondition extends Omit<Condition, 'levels'> {
  readonly lacks: Lack;
}

/** One condition in words: `本科及以上学历，取得助理级资格满4年`. */
export function conditionInWords(condition: Omit<Condition, 'levels'>, { codes }: Policy): BilingualText {
  const { degree, holds, years, obtainedBefore, obtainedFrom } = condition;
  const title = holds === null ? null : labelOfCode(codes.levels, holds);
  const bounds = {
    zh: `${obtainedBefore === null ? '' : `${obtainedBefore}前取得的`}${obtainedFrom === null ? '' : `${obtainedFrom}起取得的`}`,
    en: `${obtainedBefore === null ? '' : ` obtained before ${obtainedBefore}`}${obtainedFrom === null ? '' : ` obtained from ${obtainedFrom} on`}`,
  };
  const zh = [
    ...(degree === null ? [] : [`${degreeLevels[degree].zh}及以上学历`]),
    title === null ? `${bounds.zh}学历满${years}年` : `${bounds.zh}${title.zh}资格满${years}年`,
  ];
  const en = [
    ...(degree === null ? [] : [`at least: ${degreeLevels[degree].en}`]),
    title === null
      ? `a degree${bounds.en} for ${years} full years`
      : `the level “${title.en}”${bounds.en} for ${years} full years`,
  ];
  return { zh: zh.join('，'), en: en.join(', ') };
}

/** Where the notice has the conditions (任职资格条件) of a candidate's track. */
export function clauseOfConditions({ track }: Pick<Profile, 'track'>, policy: Policy): string {
  return entryOf(policy.codes.tracks, track)?.clause ?? '';
}

/** Why a candidate meets none of the conditions, each with what lacks; one sentence. */
export function explainUnmet(unmet: readonly UnmetCondition[], policy: Policy): BilingualText {
  const each = unmet.map((condition) => ({
    ...conditionInWords(condition, policy),
    lacks: lackLabels[condition.lacks],
  }));
  return {
    zh: `不符合任职资格条件，须符合下列之一：${each.map(({ zh, lacks }) => `${zh}（${lacks.zh}）`).join('；')}。`,
    en: `The conditions are not met. One of these is needed: ${each.map(({ en, lacks }) => `${en} (${lacks.en})`).join('; ')}.`,
  };
}
