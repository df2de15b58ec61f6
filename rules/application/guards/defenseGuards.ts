import { addDays, localDateOf } from '../../calendar/instant.js';
import { defenseNotice } from '../../defense/defenseNotice.js';
import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';

/** Conditions on the defense. */
export const defenseGuards = {
  defense_notice_given: onAct('提前通知答辩', "at least the policy's notice ahead", ({ act, policy }) => {
    const { value, clause } = policy.defense.noticeDays;
    const earliest = addDays(localDateOf(act.receivedAt), value);
    return localDateOf(dataOf('appointment', act).at) >= earliest
      ? null
      : refuse('notice_too_short', clause, defenseNotice(value, earliest), { field: 'at' });
  }),
  defense_appointed: onFacts('已安排答辩', 'a defense is appointed', ({ facts, clause }) =>
    facts.defenseAt === null
      ? refuse('defense_not_held', clause, {
          zh: '没有已安排的答辩，不必撤下。',
          en: 'No defense is appointed, so there is none to call off.',
        })
      : null,
  ),
  defense_held: onFacts('已到答辩时间', 'after the scheduled time', ({ facts, act, clause }) =>
    facts.defenseAt !== null && act.receivedAt >= facts.defenseAt
      ? null
      : refuse('defense_not_held', clause, {
          zh: '答辩尚未安排或尚未到时间。',
          en: 'The defense is not scheduled, or its time has not come.',
        }),
  ),
  panel_scored: onAct('评分出自答辩组', "scores of the panel's own sheets", ({ act, clause }) => {
    const { panel, sheets } = dataOf('scores', act);
    if (!panel) {
      return refuse('experts_too_few', clause, {
        zh: '这名申报人没有排入答辩场次，没有答辩组的评分表。请先安排场次，由专家本人提交评分表。',
        en: 'This candidate stands in no session, so there are no sheets of a panel. Plan a session; its experts hand in their own sheets.',
      });
    }
    const scorers = panel.experts.filter((expert) => !panel.recused.includes(expert));
    const from = new Set(sheets.map(({ expertId }) => expertId));
    const strangers = [...from].filter((expert) => !scorers.includes(expert));
    const missing = scorers.filter((expert) => !from.has(expert));
    if (strangers.length > 0) {
      return refuse('experts_too_few', clause, {
        zh: '评分表须出自答辩组中不需回避的专家。',
        en: 'Only members of the panel who are not recused may score.',
      });
    }
    return missing.length > 0
      ? refuse('experts_too_few', clause, {
          zh: `还有${missing.length}名专家没有提交评分表。`,
          en: `Experts whose score sheet is still to come: ${missing.length}.`,
        })
      : null;
  }),
  experts_enough: onAct('至少3名专家，无应回避者', 'enough experts, none recused', ({ act, policy }) => {
    const { value, clause } = policy.defense.minimumExperts;
    const { sheets } = dataOf('scores', act);
    const panel = new Set(sheets.filter(({ recused }) => !recused).map(({ expertId }) => expertId));
    return panel.size === sheets.length && panel.size >= value
      ? null
      : refuse(
          'experts_too_few',
          clause,
          {
            zh: `须有至少${value}名不需回避的专家各评一份。`,
            en: `At least ${value} experts who are not recused have to score, one sheet each.`,
          },
          { field: 'sheets' },
        );
  }),
  scores_valid: onAct('分数有效', 'scores valid', ({ act, clause }) =>
    dataOf('scores', act).sheets.every(({ points }) => Number.isInteger(points) && points >= 0 && points <= 10_000)
      ? null
      : refuse(
          'score_invalid',
          clause,
          {
            zh: '每份评分应在0至100分之间，最多两位小数。',
            en: 'Each score has to lie between 0 and 100 points, with at most two decimals.',
          },
          { field: 'sheets' },
        ),
  ),
} satisfies Record<string, Guard>;
