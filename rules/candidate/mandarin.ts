import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Profile } from '../facts.js';
import type { Policy } from '../policy/policy.js';

/** Only candidates of public institutions prove their Mandarin (通知 四（六）). */
export function mandarinRequired(profile: Profile): boolean {
  return profile.employerKind === 'public_institution';
}

/** Whether a grade is at least the lowest the policy accepts; a grade it does not list is not. */
export function mandarinEnough(grade: string, policy: Policy): boolean {
  const { minimum, grades } = policy.evidence.mandarin.value;
  return grades.indexOf(grade) >= grades.indexOf(minimum);
}

/** What the section still needs: a grade, and one high enough. */
export function missingMandarin(dossier: Dossier, profile: Profile, policy: Policy): readonly MissingItem[] {
  if (!mandarinRequired(profile)) return [];
  const { value, clause } = policy.evidence.mandarin;
  const grade = dossier.mandarin?.grade;
  if (grade && mandarinEnough(grade, policy)) return [];
  const message = grade
    ? `普通话水平不得低于${value.minimum}。`
    : `请填写普通话等级，事业单位不得低于${value.minimum}。`;
  return [{ section: 'mandarin', field: 'grade', clause, message }];
}
