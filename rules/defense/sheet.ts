import { type Cited, cite } from '../policy/clauses.js';
import { wholeWeight } from '../policy/lint/lintCommittees.js';
import type { Criterion } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';

/** An expert's points by criterion, in hundredths of a point. A criterion's full marks are its weight. */
export type Points = Readonly<Record<string, number>>;

/** The full marks of a criterion, in hundredths of a point. */
export function fullMarks({ weight }: Criterion): number {
  return weight * 100;
}

/** Why criteria cannot be used: their weights must add up to 100, or a sheet would not be out of 100 points. */
export function criteriaProblem(criteria: readonly Criterion[], policy: Cited): Refusal | null {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const whole = criteria.every(({ weight }) => Number.isInteger(weight) && weight > 0);
  return whole && sum === wholeWeight
    ? null
    : refuse('policy_not_in_order', cite(policy, 'defense'), {
        zh: `答辩评分项的权重合计须为${wholeWeight}，请先更正评审政策。`,
        en: `The weights of the criteria have to be ${wholeWeight} in sum. Please correct the policy first.`,
      });
}

/** Why points are refused: an unknown criterion, or out of its range. Gaps are for `sheetTotal`. */
export function pointsProblem(points: Points, criteria: readonly Criterion[], policy: Cited): Refusal | null {
  const clause = cite(policy, 'defense');
  for (const [code, given] of Object.entries(points)) {
    const field = `points.${code}`;
    const criterion = criteria.find((one) => one.code === code);
    if (!criterion) {
      const message = { zh: '评分表中没有这一项。', en: 'The score sheet has no such criterion.' };
      return refuse('score_invalid', clause, message, { field });
    }
    if (!Number.isInteger(given) || given < 0 || given > fullMarks(criterion)) {
      const { name, weight } = criterion;
      const message = {
        zh: `“${name}”应在0至${weight}分之间，最多两位小数。`,
        en: `“${name}” has to lie between 0 and ${weight} points, with at most two decimals.`,
      };
      return refuse('score_invalid', clause, message, { field });
    }
  }
  return null;
}

/** A whole sheet's total in hundredths of a point, 0 to 10000: a plain sum, so nothing is rounded. Or what is missing. */
export function sheetTotal(points: Points, criteria: readonly Criterion[], policy: Cited): number | Refusal {
  const problem = criteriaProblem(criteria, policy) ?? pointsProblem(points, criteria, policy);
  if (problem) return problem;
  let total = 0;
  for (const { code, name } of criteria) {
    const given = points[code];
    if (given === undefined) {
      const message = {
        zh: `“${name}”还没有评分，请逐项评分后提交。`,
        en: `“${name}” has no score yet. Please score every criterion, then hand in.`,
      };
      return refuse('score_invalid', cite(policy, 'defense'), message, { field: `points.${code}` });
    }
    total += given;
  }
  return total;
}
