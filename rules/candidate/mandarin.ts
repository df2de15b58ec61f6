import type { Profile } from '../application/facts.js';
import { entryOf } from '../campaign/codes.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';

/** Whether candidates of this kind of employer prove their Mandarin (通知 四（六）). */
export function mandarinRequired(profile: Profile, { codes }: Policy): boolean {
  return entryOf(codes.employerKinds, profile.employerKind)?.mandarin ?? false;
}

/** Whether a grade is at least the lowest the policy accepts; a grade it does not list is not. */
export function mandarinEnough(grade: string, policy: Policy): boolean {
  const { minimum, grades } = policy.evidence.mandarin.value;
  return grades.indexOf(grade) >= grades.indexOf(minimum);
}

/** The missing grade, or one that is too low. */
export function missingMandarin(dossier: Dossier, profile: Profile, policy: Policy): readonly MissingItem[] {
  if (!mandarinRequired(profile, policy)) return [];
  const { value, clause } = policy.evidence.mandarin;
  const grade = dossier.mandarin?.grade;
  if (grade && mandarinEnough(grade, policy)) return [];
  const { minimum } = value;
  const { zh: message, en: messageEn } = grade
    ? { zh: `普通话水平不得低于${minimum}。`, en: `Mandarin has to be at least ${inEnglish(minimum)}.` }
    : {
        zh: `请填写普通话等级，不得低于${minimum}。`,
        en: `Please fill in the grade of your Mandarin; it has to be at least ${inEnglish(minimum)}.`,
      };
  return [{ section: 'mandarin', field: 'grade', clause, message, messageEn }];
}

/** `三级乙等` as level 3-B; a grade with another name stays in Chinese, as on the certificate. */
function inEnglish(grade: string): string {
  const [, level = '', class_ = ''] = /^([一二三])级([甲乙])等$/.exec(grade) ?? [];
  return level === '' ? grade : `level ${'一二三'.indexOf(level) + 1}-${class_ === '甲' ? 'A' : 'B'}`;
}
