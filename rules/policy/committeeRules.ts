import { byDefault, fromNationalRule } from './campaigns/ruled.js';
import type { CommitteeLaw, CommitteeRules, Policy, Ruled } from './policy.js';

/** The committees that 人社部令第40号 sets a size for: those that judge senior titles. */
export const nationalMinimum = { series: 25, specialty: 11 } as const;

/** The section as national rules and common practice have it, for the committees a campaign names. Nothing is confirmed. */
export function usualCommitteeRules(committees: Ruled<readonly CommitteeLaw[]>): CommitteeRules {
  return {
    committees,
    minimumSeries: fromNationalRule(nationalMinimum.series, '人社部令第40号（按系列组建的高级评审委员会人数）'),
    minimumSpecialty: fromNationalRule(nationalMinimum.specialty, '人社部令第40号（按专业组建的高级评审委员会人数）'),
    odd: fromNationalRule(true, '人社部令第40号（评审委员会人数为单数）'),
    alternates: byDefault(3, '人社部令第40号未规定：候补专家3名，按抽取顺序递补'),
    termYears: fromNationalRule(3, '人社部令第40号（评审专家任期）'),
    planFiled: byDefault(false, '通知未规定：评审方案不呈报；当地人社部门要求呈报的改为是'),
    resultsFiled: fromNationalRule(true, '人社部令第40号（评审结果备案）'),
    reexaminationWorkingDays: byDefault(5, '人社部令第40号（评审结果复查）未规定日数：5个工作日'),
    maskPublicNotice: byDefault(true, '个人信息保护：公示页遮蔽证件号码等，附件1原样仅限单位张贴'),
    criteria: byDefault(
      [
        { code: 'knowledge', name: '专业理论水平', weight: 30 },
        { code: 'ability', name: '解决实际问题能力', weight: 40 },
        { code: 'results', name: '业绩成果', weight: 20 },
        { code: 'expression', name: '表达与应答', weight: 10 },
      ],
      '通知 四（四）未规定：答辩评分项与权重',
    ),
    scoreDecimals: byDefault(2, '通知 四（四）未规定：成绩保留两位小数，四舍五入'),
  };
}

/** A campaign's section; for a policy stored before there was one, the usual rules with one committee for every specialty. */
export function committeeRules(policy: Pick<Policy, 'reviewCommittee' | 'committee' | 'specialties'>): CommitteeRules {
  if (policy.reviewCommittee) return policy.reviewCommittee;
  const specialties = policy.specialties.map(({ code }) => code);
  const only = { code: 'committee', name: policy.committee, kind: 'specialty' as const, specialties };
  return usualCommitteeRules(byDefault([only], '通知未规定：由一个评审委员会评审全部专业'));
}

/** The policy with its section filled in, so that the office can see, confirm and change each value. */
export function withCommitteeRules(policy: Policy): Policy {
  return policy.reviewCommittee ? policy : { ...policy, reviewCommittee: committeeRules(policy) };
}

/** The committee that judges a specialty, or null. */
export function committeeOf(
  specialty: string,
  policy: Pick<Policy, 'reviewCommittee' | 'committee' | 'specialties'>,
): CommitteeLaw | null {
  return committeeRules(policy).committees.value.find(({ specialties }) => specialties.includes(specialty)) ?? null;
}

/** The fewest members a committee may have, alternates not counted. */
export function minimumMembers({ kind }: Pick<CommitteeLaw, 'kind'>, rules: CommitteeRules): number {
  return kind === 'series' ? rules.minimumSeries.value : rules.minimumSpecialty.value;
}
