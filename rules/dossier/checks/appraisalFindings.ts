import { askedAppraisals } from '../../candidate/appraisalYears.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier } from '../dossier.js';
import { type Finding, findingOf } from './finding.js';

/** Years with two results, and years between two appraisals that have none; those the notice asks for are missing, not found here. */
export function appraisalFindings(dossier: Dossier, policy: Policy): readonly Finding[] {
  const entries = dossier.appraisals?.entries ?? [];
  const years = entries.flatMap(({ year }) => year ?? []);
  const twice = entries.flatMap(({ year }, index) =>
    year !== undefined && entries.findIndex((one) => one.year === year) < index
      ? [
          findingOf(
            'appraisal_twice',
            { section: 'appraisals', field: `entries.${index}.year` },
            { zh: `${year}年度填写了两次，请核对。`, en: `There are two entries for ${year}; please check.` },
            policy,
          ),
        ]
      : [],
  );
  const asked = askedAppraisals(dossier, policy);
  const between = Array.from(
    { length: Math.max(0, Math.max(...years) - Math.min(...years) - 1) },
    (_, index) => Math.min(...years) + 1 + index,
  );
  const gaps = (years.length < 2 ? [] : between).filter((year) => !years.includes(year) && !asked.includes(year));
  return [
    ...twice,
    ...gaps.map((year) =>
      findingOf(
        'appraisal_gap',
        { section: 'appraisals', field: 'entries' },
        {
          zh: `没有${year}年度的考核结果；当年未参加考核的，请在备注中说明原因。`,
          en: `There is no appraisal of ${year}; say why in the remarks if there was none.`,
        },
        policy,
      ),
    ),
  ];
}
