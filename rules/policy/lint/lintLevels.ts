import { labelOfCode } from '../../campaign/codes.js';
import type { CommitteeLaw, Policy } from '../policy.js';
import type { LintFinding } from './lintFinding.js';

/** Levels that candidates may apply for, and nobody judges or has set a fee for. */
export function lintLevels(policy: Policy): readonly LintFinding[] {
  return [...lintFees(policy), ...lintJudges(policy)];
}

function named(levels: readonly string[], { codes }: Policy) {
  const labels = levels.map((level) => labelOfCode(codes.levels, level));
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

/** Fees that are missing, or nothing: the campaign's where a committee goes by them, and those of single committees. */
function lintFees(policy: Policy): readonly LintFinding[] {
  if (!policy.stages.payment.value) return [];
  const { fees, reviewCommittee, levels } = policy;
  const { value: committees, clause } = reviewCommittee.committees;
  const byCampaign = committees.some((one) => one.fees === undefined);
  const lists = [
    ...(byCampaign ? [{ of: null, fees: fees.value, clause: fees.clause, path: 'fees' }] : []),
    ...committees.flatMap((one: CommitteeLaw) =>
      one.fees ? [{ of: one.name, fees: one.fees, clause, path: 'reviewCommittee.committees' }] : [],
    ),
  ];
  return lists.flatMap(({ of, fees: list, clause: basis, path }): LintFinding[] => {
    const about = { code: 'level_without_fee', clause: basis, date: null, path } as const;
    const missing = levels.value.filter((level) => list[level] === undefined);
    const free = levels.value.filter((level) => list[level] === 0);
    const [by, byEn] = of === null ? ['', ''] : [`${of}的`, `${of}: `];
    return [
      ...(missing.length > 0
        ? [
            {
              ...about,
              severity: 'error' as const,
              message: `${by}收费标准没有${named(missing, policy).zh}，而本次受理该级别并须缴费。`,
              messageEn: `${byEn}no fee is set for ${named(missing, policy).en}, which can be applied for and has to be paid for.`,
            },
          ]
        : []),
      ...(free.length > 0
        ? [
            {
              ...about,
              severity: 'warning' as const,
              message: `${by}${named(free, policy).zh}的收费标准为0元，而本次须缴费；请确认是否免费。`,
              messageEn: `${byEn}the fee for ${named(free, policy).en} is 0 yuan, though a fee is asked for; please confirm that it is free.`,
            },
          ]
        : []),
    ];
  });
}

/** Levels offered though no committee judges any specialty of the campaign. */
function lintJudges(policy: Policy): readonly LintFinding[] {
  const { reviewCommittee, specialties, levels } = policy;
  const { value: committees, clause } = reviewCommittee.committees;
  const known = new Set(specialties.map(({ code }) => code));
  if (committees.some((one) => one.specialties.some((code) => known.has(code)))) return [];
  const { zh, en } = named(levels.value, policy);
  return [
    {
      code: 'level_without_committee',
      severity: 'error',
      clause,
      date: null,
      message: `受理${zh}，而没有评审委员会评审本次的专业。`,
      messageEn: `${en} can be applied for, and no committee judges the specialties of this review.`,
      path: 'reviewCommittee.committees',
    },
  ];
}
