import { entryOf } from '../../campaign/codes.js';
import { minimumMembers } from '../committees.js';
import { committeeKinds, type Policy } from '../policy.js';
import { policyTable } from '../policyTable.js';
import type { LintFinding } from './lintFinding.js';

/** The sum of the weights of a defense's criteria. */
export const wholeWeight = 100;

/** Committees whose specialties, sizes or criteria do not fit the campaign or the national rule. */
export function lintCommittees(policy: Policy): readonly LintFinding[] {
  return [...lintSpecialties(policy), ...lintSizes(policy), ...lintCriteria(policy)];
}

/** Specialties that no committee or two committees judge, and those of a committee that the campaign does not have. */
function lintSpecialties(policy: Policy): readonly LintFinding[] {
  const { value: committees, clause } = policy.reviewCommittee.committees;
  const about = { severity: 'error', clause, date: null, path: 'reviewCommittee.committees' } as const;
  const judged = policy.specialties.flatMap(({ code, name }): LintFinding[] => {
    const by = committees.filter(({ specialties }) => specialties.includes(code));
    if (by.length === 1) return [];
    return by.length === 0
      ? [
          {
            ...about,
            code: 'specialty_without_committee',
            message: `“${name}”没有评审委员会。`,
            messageEn: `No committee judges “${name}”.`,
          },
        ]
      : [
          {
            ...about,
            code: 'specialty_in_two_committees',
            message: `“${name}”归了${by.length}个评审委员会：${by.map((one) => one.name).join('、')}。`,
            messageEn: `“${name}” belongs to ${by.length} committees: ${by.map((one) => one.name).join(', ')}.`,
          },
        ];
  });
  const known = new Set(policy.specialties.map(({ code }) => code));
  const unknown = committees.flatMap(({ name, specialties }) =>
    specialties
      .filter((code) => !known.has(code))
      .map((code) => ({
        ...about,
        code: 'committee_specialty_unknown' as const,
        message: `${name}的专业“${code}”不在本次评审的专业之中。`,
        messageEn: `“${code}”, a specialty of ${name}, is none of this review.`,
      })),
  );
  return [...judged, ...unknown];
}

/** Sizes that are even where the policy asks for odd ones, or below the national rule or the policy's own meeting. */
function lintSizes(policy: Policy): readonly LintFinding[] {
  const rules = policy.reviewCommittee;
  const senior = policy.levels.value.some((level) => entryOf(policy.codes.levels, level)?.senior);
  const kinds = new Set(rules.committees.value.map(({ kind }) => kind));
  const meeting = policy.meeting.minimumCommittee;
  return committeeKinds
    .filter((kind) => kinds.has(kind))
    .flatMap((kind): LintFinding[] => {
      const path = kind === 'series' ? 'minimumSeries' : 'minimumSpecialty';
      const size = minimumMembers({ kind }, rules);
      const { clause } = rules[path];
      const about = { clause, date: null, path: `reviewCommittee.${path}` } as const;
      const even = rules.odd.value && size % 2 === 0;
      const least = Math.max(senior ? policyTable.reviewCommittee[path].usual.value : 0, meeting.value);
      return [
        ...(even
          ? [
              {
                ...about,
                code: 'committee_size_even' as const,
                severity: 'error' as const,
                message: `评委会人数应为单数，最少人数${size}人为双数。`,
                messageEn: `A committee has an odd number of members, and the fewest, ${size}, is even.`,
              },
            ]
          : []),
        ...(size < least
          ? [
              {
                ...about,
                code: 'committee_size_below_minimum' as const,
                severity: 'error' as const,
                message: `评委会最少人数${size}人，少于规定的${least}人。`,
                messageEn: `The fewest members of a committee, ${size}, are fewer than the ${least} the rule asks for.`,
              },
            ]
          : []),
      ];
    });
}

/** Criteria that are missing where defenses are held, named twice, or whose weights are not 100 in sum. */
function lintCriteria(policy: Policy): readonly LintFinding[] {
  if (!policy.stages.defense.value) return [];
  const { value: criteria, clause } = policy.reviewCommittee.criteria;
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const distinct = new Set(criteria.map(({ code }) => code)).size === criteria.length;
  if (sum === wholeWeight && distinct) return [];
  const message = distinct
    ? {
        message: `答辩评分项的权重合计${sum}，应为${wholeWeight}。`,
        messageEn: `The weights of the criteria are ${sum} in sum and should be ${wholeWeight}.`,
      }
    : {
        message: '答辩评分项的编号有重复，每项应各有编号。',
        messageEn: 'Two criteria have the same code; each should have its own.',
      };
  const path = 'reviewCommittee.criteria';
  return [{ code: 'criteria_weights_wrong', severity: 'error', clause, date: null, ...message, path }];
}
