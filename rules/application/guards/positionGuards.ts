import type { BilingualText } from '../../bilingualText.js';
import { labelOfCode } from '../../campaign/codes.js';
import { asksPositions, vacantPositions } from '../../campaign/positions.js';
import { thresholdMet } from '../../meeting/meeting.js';
import { cite } from '../../policy/clauses.js';
import type { Policy } from '../../policy/policy.js';
import { type Refusal, refuse } from '../../refusal.js';
import type { PositionCount } from '../act.js';
import type { Facts } from '../facts.js';
import { dataOf, type Guard, onAct } from './guard.js';

/** The refusal of an act that needs a position, unless one is vacant; `remedy` says what to do. */
function withoutPosition(
  { profile }: Facts,
  counted: PositionCount | null | undefined,
  policy: Policy,
  remedy: BilingualText,
): Refusal | null {
  if (!asksPositions(policy, profile.employerKind)) return null;
  const clause = cite(policy, 'positions');
  const { zh, en } = labelOfCode(policy.codes.levels, profile.level);
  // Counted for another level, or before the policy asked for it: nothing is known of this one.
  if (!counted || counted.level !== profile.level) {
    return refuse('positions_not_stated', clause, {
      zh: `用人单位尚未填报${zh}岗位。请先填报核准数和已聘数，再办理。`,
      en: `The unit has not stated its positions of the level ${en}. Please state how many are approved and occupied first.`,
    });
  }
  const { approved, occupied, held } = counted;
  const vacant = vacantPositions(counted);
  if (held < vacant) return null;
  return refuse('no_vacant_position', clause, {
    zh: `${zh}岗位核准${approved}个、已聘${occupied}人，空缺${vacant}个；本次已推荐${held}人，没有空缺。${remedy.zh}`,
    en: `${en}: ${approved} positions approved, ${occupied} occupied, ${vacant} vacant; ${held} held by others recommended in this review, so none is left. ${remedy.en}`,
  });
}

/** 评聘结合: nobody is recommended, and nobody passes the meeting, without a vacant position of the unit. */
export const positionGuards = {
  position_vacant: onAct(
    '评聘结合：单位该级别岗位有空缺',
    'where positions are asked for: the unit has a vacant one of the level',
    ({ facts, act, policy }) =>
      withoutPosition(facts, dataOf('attachments', act).positions, policy, {
        zh: '请核对岗位数，或不予推荐；已推荐者撤回后可再推荐。',
        en: 'Check the numbers, or decline; once one of the others has withdrawn, you can recommend again.',
      }),
  ),
  position_left: onAct(
    '评聘结合：评审通过的，岗位仍有空缺',
    'where positions are asked for: a position is left for whom the meeting passes',
    ({ facts, act, policy }) => {
      const { tally, positions } = dataOf('meeting', act);
      if (!thresholdMet(tally, policy)) return null;
      return withoutPosition(facts, positions, policy, {
        zh: '结果暂不登记，由评委会办事机构决定：核实岗位数后重新登记，或缓议。',
        en: 'The result is not recorded until the committee office has decided: have the numbers settled and record it again, or defer.',
      });
    },
  ),
} satisfies Record<string, Guard>;
