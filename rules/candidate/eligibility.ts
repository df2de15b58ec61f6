import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import { type Track, tracks } from '../campaign/codes.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import { birthDateOf, genderOf } from '../dossier/idNumber.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { appraisalYears } from './appraisalYears.js';
import { retirementDate } from './retirement.js';

type Rule = (dossier: Dossier, profile: Profile, policy: Policy, on: LocalDate) => MissingItem | null;

const reservedFor = (track: Track) => tracks[track]?.reservedFor ?? null;
const bySkill = (track: Track) => tracks[track]?.bySkillCertificate ?? false;

const aboutPerson = (field: string, clause: string, { zh: message, en: messageEn }: BilingualText): MissingItem => ({
  section: 'basicInformation',
  field,
  clause,
  message,
  messageEn,
});

const employmentStatusLabels = {
  civil_servant: {
    zh: '公务员（含参照公务员管理的事业单位工作人员）不在评审范围。',
    en: 'Civil servants, and staff of institutions run like the civil service, are outside the scope of this review.',
  },
  retired: {
    zh: '已办理离退休手续的人员不在评审范围。',
    en: 'People who have retired are outside the scope of this review.',
  },
  under_discipline: {
    zh: '受记过以上处分且尚在处分期间的人员不在评审范围。',
    en: 'People under a disciplinary measure of a recorded demerit or more, while it stands, are outside the scope of this review.',
  },
} as const;

const inScope: Rule = ({ basicInformation }, _profile, policy) => {
  const employmentStatus = basicInformation?.employmentStatus;
  return employmentStatus === undefined || employmentStatus === 'employed'
    ? null
    : aboutPerson('employmentStatus', cite(policy, 'scope'), employmentStatusLabels[employmentStatus]);
};

/** By the ID number where there is one; the day on which the age is reached counts as reached. */
const belowRetirementAge: Rule = ({ basicInformation }, _profile, policy, on) => {
  const idNumber = basicInformation?.idNumber;
  // Reviewers see it masked: their pages cannot tell, and the API refused whoever is too old at the submission.
  if (!idNumber || idNumber.includes('*')) return null;
  const { value, clause } = policy.evidence.retirementAge;
  const retires = retirementDate(birthDateOf(idNumber), value[genderOf(idNumber)]);
  return on >= retires
    ? aboutPerson('idNumber', `${cite(policy, 'scope')}、${clause}`, {
        zh: `${retires}已达到法定退休年龄，不在评审范围。`,
        en: `The statutory retirement age was reached on ${retires}, which is outside the scope of this review.`,
      })
    : null;
};

const levelOffered: Rule = (_dossier, { level }, { levels }) =>
  levels.value.includes(level)
    ? null
    : aboutPerson('profile.level', levels.clause, {
        zh: '本次评审不受理该级别的申报。',
        en: 'This review takes no applications for that level.',
      });

const specialtyOffered: Rule = (_dossier, { specialty }, policy) =>
  policy.specialties.some(({ code }) => code === specialty)
    ? null
    : aboutPerson('profile.specialty', cite(policy, 'scope'), {
        zh: '本次评审不受理该专业的申报。',
        en: 'This review takes no applications for that specialty.',
      });

const privateSpecialLevel: Rule = (_dossier, { track, level }, { privateSpecialLevels: { value, clause } }) =>
  reservedFor(track) === null || value.includes(level)
    ? null
    : aboutPerson('profile.level', clause, {
        zh: '民营企业专项评审仅限初、中级职称。',
        en: 'The special review for private enterprises is for junior and mid levels only.',
      });

const privateSpecialEmployer: Rule = (_dossier, { track, employerKind }, { privateSpecialLevels: { clause } }) =>
  [null, employerKind].includes(reservedFor(track))
    ? null
    : aboutPerson('profile.track', clause, {
        zh: '民营企业专项评审仅限民营企业专业技术人员。',
        en: 'The special review for private enterprises is for their own professional staff only.',
      });

const aboutCertificate = (
  field: string,
  clause: string,
  { zh: message, en: messageEn }: BilingualText,
): MissingItem => ({
  section: 'skilledCertificate',
  field,
  clause,
  message,
  messageEn,
});

const gradeFitsLevel: Rule = ({ skilledCertificate }, { track, level }, { evidence: { skilled } }) => {
  const grade = skilledCertificate?.grade;
  return !bySkill(track) || grade === undefined || skilled.value[grade]?.level === level
    ? null
    : aboutCertificate('grade', skilled.clause, {
        zh: '证书等级与申报级别不对应：高级工、技师、高级技师分别申报助理级、中级、副高级。',
        en: 'The grade of the certificate does not fit the level: senior skilled workers apply for the assistant level, technicians for the mid level, senior technicians for the deputy-senior level.',
      });
};

const heldLongEnough: Rule = ({ skilledCertificate }, { track }, { evidence: { skilled } }, on) => {
  const { grade, obtainedOn } = skilledCertificate ?? {};
  if (!bySkill(track) || grade === undefined || obtainedOn === undefined) return null;
  const years = skilled.value[grade]?.years;
  if (years === undefined) return null;
  const full = addYears(obtainedOn, years);
  return on >= full
    ? null
    : aboutCertificate('obtainedOn', skilled.clause, {
        zh: `取得证书后从事技术技能工作须满${years}年，${full}起可申报。`,
        en: `The certificate has to be followed by ${years} full years of skilled work; you can apply from ${full}.`,
      });
};

const appraisalsPassed: Rule = ({ appraisals }, { track }, policy) => {
  const years = appraisalYears(policy);
  const failed = (appraisals?.entries ?? []).find(
    ({ year, result }) => year !== undefined && years.includes(year) && result === 'failed',
  );
  return bySkill(track) && failed
    ? {
        section: 'appraisals',
        field: 'entries',
        clause: policy.evidence.skilled.clause,
        message: `近${years.length}年考核须合格，${failed.year}年度不合格。`,
        messageEn: `The appraisals of the last ${years.length} years have to be passed; that of ${failed.year} was not.`,
      }
    : null;
};

const rules: readonly Rule[] = [
  inScope,
  belowRetirementAge,
  levelOffered,
  specialtyOffered,
  privateSpecialLevel,
  privateSpecialEmployer,
  gradeFitsLevel,
  heldLongEnough,
  appraisalsPassed,
];

/**
 * Why this candidate may not apply in this campaign on this day, each with its clause; empty when
 * eligible. Fields not filled in yet are for the checklist and refuse nothing here.
 */
export function ineligibilities(
  dossier: Dossier,
  profile: Profile,
  policy: Policy,
  on: LocalDate,
): readonly MissingItem[] {
  return rules.flatMap((rule) => rule(dossier, profile, policy, on) ?? []);
}
