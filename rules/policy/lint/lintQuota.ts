import type { Policy } from '../policy.js';
import { policyValues } from '../policyValues.js';
import type { LintFinding } from './lintFinding.js';

const saysQuota = /名额|指标数|指标控制|限额|限报|岗位数/;

/**
 * Quotas that a notice speaks of and sets no number for: with 评聘结合 units state their positions, without it nothing limits
 * a recommendation.
 */
export function lintQuota(policy: Policy): readonly LintFinding[] {
  const { value: limited, clause } = policy.positions;
  const about = { code: 'quota_without_numbers', severity: 'warning', date: null } as const;
  if (limited) {
    if (/\d+\s*(名|个|人)/.test(clause)) return [];
    return [
      {
        ...about,
        clause,
        path: 'positions',
        message: '按岗位空缺推荐，而通知没有写明岗位数：以各单位填报、主管部门确认的为准，没有填报的单位不能推荐。',
        messageEn:
          'Recommendations are limited to vacant positions, and the notice states no numbers: those count that units state and departments confirm, and a unit that states none cannot recommend.',
      },
    ];
  }
  return policyValues(policy)
    .filter(([path, { clause: words }]) => !path.startsWith('clauses.') && saysQuota.test(words))
    .map(([path, { clause: words }]) => ({
      ...about,
      clause: words,
      path,
      message: `依据提到名额（${words}），而本政策没有名额：各单位推荐人数不受限制。有名额的，请改为评聘结合，由单位填报岗位数。`,
      messageEn: `The clause speaks of a quota (${words}), and the policy has none: units recommend without limit. Where there is one, please limit recommendations to the positions that units state.`,
    }));
}
