import type { Profile } from '../application/facts.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Examination, Policy, Ruled } from '../policy/policy.js';

/** The examination this candidate has to have passed, or null. */
export function examinationOf({ track, level }: Profile, { evidence }: Policy): Ruled<Examination> | null {
  const { examination } = evidence;
  if (!examination) return null;
  const { tracks, levels } = examination.value;
  const names = (codes: readonly string[] | null, code: string) => codes === null || codes.includes(code);
  return names(tracks, track) && names(levels, level) ? examination : null;
}

/** A result whose validity is over, or that lies in the future; null while the form does not say. */
export function examinationRefusal(
  { otherAttachments }: Dossier,
  profile: Profile,
  policy: Policy,
  on: LocalDate,
): MissingItem | null {
  const examination = examinationOf(profile, policy);
  const passedOn = otherAttachments?.examinationOn;
  if (!examination || passedOn === undefined) return null;
  const { name, years } = examination.value;
  const about = { section: 'otherAttachments', field: 'examinationOn', clause: examination.clause } as const;
  if (passedOn > on) {
    const message = `${name}合格的日期${passedOn}晚于今天，请核对。`;
    return { ...about, message, messageEn: `${name}: ${passedOn} lies in the future. Please check the date.` };
  }
  const expired = addYears(passedOn, years);
  if (on < expired) return null;
  return {
    ...about,
    message: `${name}的成绩${years}年内有效，您的成绩自${expired}起失效。`,
    messageEn: `${name}: a result is valid for ${years} years, and yours is not any more since ${expired}.`,
  };
}

/** The date of the result, where it is asked for and the form does not say it. */
export function missingExamination(
  { otherAttachments }: Dossier,
  profile: Profile,
  policy: Policy,
): readonly MissingItem[] {
  const examination = examinationOf(profile, policy);
  if (!examination || otherAttachments?.examinationOn !== undefined) return [];
  const { name } = examination.value;
  return [
    {
      section: 'otherAttachments',
      field: 'examinationOn',
      clause: examination.clause,
      message: `请填写${name}合格的日期。`,
      messageEn: `Please fill in: when you passed the examination (${name}).`,
    },
  ];
}
