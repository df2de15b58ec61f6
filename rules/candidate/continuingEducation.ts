import type { Profile } from '../application/facts.js';
import { entryOf } from '../campaign/codes.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { workedYears } from './workedYears.js';

/** How a candidate meets 通知 四（五）. */
export type ContinuingEducation = 'certificates' | 'exempt' | 'not_required';

/** The years of continuing education a candidate is asked for: those of the campaign in which they worked. */
export function educationYears(dossier: Dossier, policy: Policy): readonly number[] {
  return workedYears(policy.evidence.continuingEducationYears.value, dossier, policy);
}

/**
 * Whether a private enterprise's candidate applies to a review (评审) for the first time (通知 四（五）): they hold no title yet,
 * or one that came without a review, by 初次确定 or by examination.
 */
export function isPrivateFirstTimer(profile: Profile, dossier: Dossier, { codes }: Policy): boolean {
  const exempt = entryOf(codes.employerKinds, profile.employerKind)?.firstTimersExempt ?? false;
  const { held, obtainedBy } = dossier.presentQualification ?? {};
  return exempt && (held === false || (obtainedBy !== undefined && obtainedBy !== 'review'));
}

/**
 * Which way of 通知 四（五） applies: an approved exemption form, nothing for a private enterprise's first-timer, else the
 * certificates of each year. A claim to be a first-timer that the dossier contradicts changes nothing.
 */
export function continuingEducationOf(profile: Profile, dossier: Dossier, policy: Policy): ContinuingEducation {
  if (educationYears(dossier, policy).length === 0) return 'not_required';
  if (dossier.continuingEducation?.mode === 'exempt') return 'exempt';
  return isPrivateFirstTimer(profile, dossier, policy) ? 'not_required' : 'certificates';
}

/** The years whose hours the form does not say, or that have too few; none where the notice counts certificates. */
function missingHours(dossier: Dossier, policy: Policy): readonly MissingItem[] {
  const asked = policy.evidence.continuingEducationHours;
  if (!asked) return [];
  return educationYears(dossier, policy).flatMap((year): MissingItem[] => {
    const hours = dossier.continuingEducation?.hours?.find((one) => one.year === year)?.hours;
    if (hours !== undefined && hours >= asked.value) return [];
    const about = { section: 'continuingEducation', field: 'hours', clause: asked.clause } as const;
    return hours === undefined
      ? [
          {
            ...about,
            message: `请填写${year}年度继续教育学时，须满${asked.value}学时。`,
            messageEn: `Please fill in the hours of continuing education in ${year}; ${asked.value} are asked for.`,
          },
        ]
      : [
          {
            ...about,
            message: `${year}年度继续教育${hours}学时，少于规定的${asked.value}学时。`,
            messageEn: `The hours of continuing education in ${year} are ${hours}, fewer than the ${asked.value} asked for.`,
          },
        ];
  });
}

/** The missing choice, or one the candidate is not entitled to. A first-timer need not choose. */
export function missingContinuingEducation(dossier: Dossier, profile: Profile, policy: Policy): readonly MissingItem[] {
  if (educationYears(dossier, policy).length === 0 || isPrivateFirstTimer(profile, dossier, policy)) return [];
  const mode = dossier.continuingEducation?.mode;
  if (mode === 'exempt') return [];
  if (mode === 'certificates') return missingHours(dossier, policy);
  const { zh: message, en: messageEn } = mode
    ? {
        zh: '只有民营企业专业技术人员初次参加职称评审不作硬性要求，请改选合格证书或免学审批表。',
        en: 'Only staff of private enterprises who apply for the first time are free of it. Please choose certificates or the approved exemption form instead.',
      }
    : { zh: '请选择继续教育的证明方式。', en: 'Please choose how continuing education is proved.' };
  const clause = cite(policy, 'continuing_education');
  return [{ section: 'continuingEducation', field: 'mode', clause, message, messageEn }];
}
