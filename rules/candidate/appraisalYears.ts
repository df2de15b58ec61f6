import type { Profile } from '../application/facts.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';
import { workedYears } from './workedYears.js';

/** The years 近3年 means: the last full years before the campaign's own, oldest first (通知 四（一）6). */
export function appraisalYears(policy: Policy): readonly number[] {
  const count = policy.evidence.appraisalYears.value;
  return Array.from({ length: count }, (_, index) => policy.year - count + index);
}

/** Those of them in which the candidate worked. */
export function askedAppraisals(dossier: Dossier, policy: Policy): readonly number[] {
  return workedYears(appraisalYears(policy), dossier, policy);
}

/** The years whose appraisal result has not been filled in. */
export function missingAppraisals(dossier: Dossier, _profile: Profile, policy: Policy): readonly MissingItem[] {
  const entries = dossier.appraisals?.entries ?? [];
  const { clause } = policy.evidence.appraisalYears;
  return askedAppraisals(dossier, policy)
    .filter((year) => !entries.some((entry) => entry.year === year && entry.result !== undefined))
    .map((year) => ({
      section: 'appraisals',
      field: 'entries',
      clause,
      message: `请填写${year}年度考核结果。`,
      messageEn: `Please fill in the result of the appraisal of ${year}.`,
    }));
}
