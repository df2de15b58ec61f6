import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import { entryOf, labelOfCode } from '../campaign/codes.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { askedAppraisals } from './appraisalYears.js';
import { conditionsNote } from './conditions.js';
import { examinationRefusal } from './examination.js';
import { grassrootsYears } from './grassroots.js';
import { referenceDay } from './referenceDay.js';
import { retiresOn } from './retirement.js';

type Rule = (dossier: Dossier, profile: Profile, policy: Policy, on: LocalDate) => MissingItem | null;

const trackIn = ({ codes }: Policy, { track }: Pick<Profile, 'track'>) => entryOf(codes.tracks, track);
const bySkill = (policy: Policy, profile: Pick<Profile, 'track'>) =>
  trackIn(policy, profile)?.bySkillCertificate ?? false;

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
const belowRetirementAge: Rule = (dossier, _profile, policy, on) => {
  const { clause } = policy.evidence.retirementAge;
  // Reviewers see the number masked: their pages cannot tell, and the API refused whoever is too old at the submission.
  const retires = retiresOn(dossier, policy);
  return retires !== null && referenceDay(policy.evidence.retirementReference, on) >= retires
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

const trackOffered: Rule = (_dossier, profile, policy) =>
  trackIn(policy, profile) !== null
    ? null
    : aboutPerson('profile.track', cite(policy, 'scope'), {
        zh: '本次评审没有这种申报途径。',
        en: 'This review has no such track.',
      });

/** Labels of codes as one list, in both languages. */
function listed(entries: Parameters<typeof labelOfCode>[0], codes: readonly string[]): BilingualText {
  const labels = codes.map((code) => labelOfCode(entries, code));
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

const levelOfTrack: Rule = (_dossier, profile, policy) => {
  const track = trackIn(policy, profile);
  if (!track?.levels || track.levels.includes(profile.level)) return null;
  const open = listed(policy.codes.levels, track.levels);
  return aboutPerson('profile.level', track.clause, {
    zh: `${track.fullZh}仅限${open.zh}。`,
    en: `The track “${track.en}” is open to these levels only: ${open.en}.`,
  });
};

const employerOfTrack: Rule = (_dossier, profile, policy) => {
  const track = trackIn(policy, profile);
  if (!track?.employerKinds || track.employerKinds.includes(profile.employerKind)) return null;
  const open = listed(policy.codes.employerKinds, track.employerKinds);
  return aboutPerson('profile.track', track.clause, {
    zh: `${track.fullZh}仅限${open.zh}专业技术人员。`,
    en: `The track “${track.en}” is open to the professional staff of these employers only: ${open.en}.`,
  });
};

const rankOfEmployer: Rule = (_dossier, profile, policy) => {
  const track = trackIn(policy, profile);
  const asked = track?.employerRanks?.find(({ levels }) => levels.includes(profile.level));
  if (!track || !asked || (profile.employerRank !== undefined && asked.ranks.includes(profile.employerRank)))
    return null;
  const [level, open] = [listed(policy.codes.levels, [profile.level]), listed(policy.codes.employerRanks, asked.ranks)];
  const [own, ownEn] =
    profile.employerRank === undefined
      ? ['未登记单位层级', 'has no rank registered']
      : [
          `登记为${listed(policy.codes.employerRanks, [profile.employerRank]).zh}`,
          `is registered as: ${listed(policy.codes.employerRanks, [profile.employerRank]).en}`,
        ];
  return aboutPerson('profile.employerRank', track.clause, {
    zh: `${track.fullZh}的${level.zh}仅限${open.zh}单位，您所在单位${own}。`,
    en: `On the track “${track.en}” the level “${level.en}” is open to the staff of units of these ranks only: ${open.en}. Your unit ${ownEn}.`,
  });
};

const employerInScope: Rule = (_dossier, { employerKind }, policy) =>
  entryOf(policy.codes.employerKinds, employerKind) !== null
    ? null
    : aboutPerson('profile.employerKind', cite(policy, 'scope'), {
        zh: '所在单位的类别不在本次评审的申报范围内。',
        en: 'Employers of this kind are outside the scope of this review.',
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

const gradeFitsLevel: Rule = ({ skilledCertificate }, profile, policy) => {
  const { skilled } = policy.evidence;
  const pairs = Object.entries(skilled.value).map(([grade, { level }]) => ({
    of: labelOfCode(policy.codes.skillGrades, grade),
    to: labelOfCode(policy.codes.levels, level),
  }));
  const grade = skilledCertificate?.grade;
  return !bySkill(policy, profile) || grade === undefined || skilled.value[grade]?.level === profile.level
    ? null
    : aboutCertificate('grade', skilled.clause, {
        zh: `证书等级与申报级别不对应：${pairs.map(({ of, to }) => `${of.zh}申报${to.zh}`).join('，')}。`,
        en: `The grade of the certificate does not fit the level: ${pairs.map(({ of, to }) => `${of.en} for ${to.en}`).join(', ')}.`,
      });
};

const heldLongEnough: Rule = ({ skilledCertificate }, profile, policy, on) => {
  const { skilled } = policy.evidence;
  const { grade, obtainedOn } = skilledCertificate ?? {};
  if (!bySkill(policy, profile) || grade === undefined || obtainedOn === undefined) return null;
  const years = skilled.value[grade]?.years;
  if (years === undefined) return null;
  const full = addYears(obtainedOn, years);
  return referenceDay(policy.evidence.yearsReference, on) >= full
    ? null
    : aboutCertificate('obtainedOn', skilled.clause, {
        zh: `取得证书后从事技术技能工作须满${years}年，${full}起可申报。`,
        en: `The certificate has to be followed by ${years} full years of skilled work; you can apply from ${full}.`,
      });
};

const appraisalsPassed: Rule = (dossier, profile, policy) => {
  const years = askedAppraisals(dossier, policy);
  const failed = (dossier.appraisals?.entries ?? []).find(
    ({ year, result }) => year !== undefined && years.includes(year) && result === 'failed',
  );
  return bySkill(policy, profile) && failed
    ? {
        section: 'appraisals',
        field: 'entries',
        clause: policy.evidence.skilled.clause,
        message: `近${years.length}年考核须合格，${failed.year}年度不合格。`,
        messageEn: `The appraisals of the last ${years.length} years have to be passed; that of ${failed.year} was not.`,
      }
    : null;
};

const grassrootsLongEnough: Rule = (dossier, profile, policy, on) => {
  const track = trackIn(policy, profile);
  const needed = track?.grassrootsYears;
  if (!track || needed === undefined || !dossier.workHistory?.entries?.length) return null;
  const full = grassrootsYears(dossier, referenceDay(policy.evidence.yearsReference, on));
  return full >= needed
    ? null
    : {
        section: 'workHistory',
        field: 'entries',
        clause: track.clause,
        message: `${track.fullZh}的基层工作经历须满${needed}年，表中标明的累计满${full}年。`,
        messageEn: `The track “${track.en}” asks for ${needed} full years of work at the grass roots; the entries marked as such add up to full years: ${full}.`,
      };
};

const rules: readonly Rule[] = [
  inScope,
  belowRetirementAge,
  levelOffered,
  specialtyOffered,
  trackOffered,
  levelOfTrack,
  employerOfTrack,
  rankOfEmployer,
  employerInScope,
  gradeFitsLevel,
  heldLongEnough,
  appraisalsPassed,
  grassrootsLongEnough,
  examinationRefusal,
  // Where the office decides, the submission carries the verdict instead of being refused.
  (dossier, profile, policy, on) =>
    policy.evidence.conditionsByOffice.value ? null : conditionsNote(dossier, profile, policy, on),
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
