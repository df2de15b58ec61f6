import type { Profile } from '../../rules/application/facts.js';
import type { Level } from '../../rules/campaign/codes.js';
import { type Condition, entryOf, labelOfCode } from '../../rules/campaign/codes.js';
import { appraisalYears } from '../../rules/candidate/appraisalYears.js';
import { examinationOf } from '../../rules/candidate/examination.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { SamplePerson } from './people.js';
import { achievementOf, type Work, workOf } from './work.js';

/** Whose dossier, for which title, in which campaign. */
export interface Candidacy {
  readonly profile: Profile;
  readonly person: SamplePerson;
  /** Name of the unit. */
  readonly employer: string;
  readonly policy: Policy;
}

/** The title a candidate for a level holds; none for a level that is not named. */
const presentTitles: Readonly<Record<Level, string>> = { mid: '助理工程师', deputy_senior: '工程师' };

/** Whether a certificate of a skilled worker opens the level to the candidate. */
const bySkill = ({ profile: { track }, policy: { codes } }: Candidacy): boolean =>
  entryOf(codes.tracks, track)?.bySkillCertificate ?? false;

/** Whether candidates of this kind of employer prove their Mandarin. */
const provesMandarin = ({ profile: { employerKind }, policy: { codes } }: Candidacy): boolean =>
  entryOf(codes.employerKinds, employerKind)?.mandarin ?? false;

/** The year in which the candidate graduated and began to work. */
const firstYear = ({ birth }: SamplePerson): number => Number(birth.slice(0, 4)) + 22;

/** The first condition of the candidate's track and level; null where the notice sets none. */
function conditionOf({ profile: { track, level }, policy }: Pick<Candidacy, 'profile' | 'policy'>): Condition | null {
  const conditions = entryOf(policy.codes.tracks, track)?.conditions ?? [];
  return conditions.find(({ levels }) => levels.includes(level)) ?? null;
}

/** A year in which what a condition counts from was obtained: full a year ago, within its cohort. */
function countedYear({ years, obtainedBefore }: Condition, { year }: Policy): number {
  const full = year - years - 2;
  return obtainedBefore === null ? full : Math.min(full, Number(obtainedBefore.slice(0, 4)) - 1);
}

/** First-time applicants and skilled workers hold no title yet; some of the others obtained theirs outside Xinjiang. */
function presentQualification(candidacy: Candidacy): NonNullable<Dossier['presentQualification']> {
  const { profile, person, policy } = candidacy;
  const condition = conditionOf(candidacy);
  const title = (profile.track === 'regular' ? presentTitles[profile.level] : null) ?? null;
  const yearsInProfession = policy.year - firstYear(person);
  if (condition !== null && condition.holds !== null) {
    const obtainedOn = `${countedYear(condition, policy)}-12-01`;
    const { zh } = labelOfCode(policy.codes.levels, condition.holds);
    const level = condition.holds;
    return { held: true, title: `${zh}资格`, level, obtainedOn, obtainedIn: 'xinjiang', yearsInProfession };
  }
  if (title === null || condition !== null) return { held: false, yearsInProfession };
  const year = Math.max(policy.year - 6, firstYear(person) + 2);
  return {
    held: true,
    title,
    obtainedOn: `${year}-12-01`,
    obtainedIn: person.index % 4 === 1 ? 'elsewhere' : 'xinjiang',
    yearsInProfession,
  };
}

/** The certificate that leads to this level, held a year longer than required. */
function skilledCertificate({ profile, policy }: Candidacy): NonNullable<Dossier['skilledCertificate']> {
  const grades = Object.entries(policy.evidence.skilled.value);
  const [grade, { years }] = grades.find(([, { level }]) => level === profile.level) ?? ['senior_worker', { years: 2 }];
  return { grade, obtainedOn: `${policy.year - years - 1}-06-15` };
}

const exemptionDetails = (policy: Policy) =>
  `${policy.year - 1}年7月起参加“访惠聚”驻村工作，任驻村工作队队员，现仍在村。`;

function exemption(policy: Policy): NonNullable<Dossier['defenseExemption']> {
  const [ground] = policy.codes.exemptionGrounds;
  return { ...(ground ? { ground: ground.code } : {}), details: exemptionDetails(policy) };
}

function continuingEducation({ profile, policy }: Candidacy): NonNullable<Dossier['continuingEducation']> {
  if (profile.defenseExempt) return { mode: 'exempt' };
  const { continuingEducationYears, continuingEducationHours } = policy.evidence;
  const years = continuingEducationYears.value;
  const hours = continuingEducationHours?.value;
  return {
    mode: 'certificates',
    years,
    ...(hours === undefined ? {} : { hours: years.map((year) => ({ year, hours })) }),
  };
}

function aboutPerson(candidacy: Candidacy, work: Work): Dossier {
  const { person, policy } = candidacy;
  const condition = conditionOf(candidacy);
  const began = Math.min(firstYear(person), condition === null ? policy.year : countedYear(condition, policy));
  const { name, gender, ethnicity, politicalStatus, idNumber, phone } = person;
  return {
    basicInformation: {
      name,
      gender,
      ethnicity,
      politicalStatus,
      idNumber,
      phone,
      position: bySkill(candidacy) ? work.trade : work.position,
      startedWorkOn: `${began}-07-15`,
      employmentStatus: 'employed',
    },
    education: {
      entries: [
        {
          level: condition?.degree ?? (bySkill(candidacy) ? 'college' : 'bachelor'),
          school: person.index % 3 === 0 ? '塔里木大学' : '新疆大学',
          major: work.major,
          graduatedOn: `${began}-06-30`,
          verifiable: person.index % 6 !== 5,
        },
      ],
    },
  };
}

/** A complete form: with `sampleEvidence`, nothing is missing and the candidate is eligible. */
export function sampleDossier(candidacy: Candidacy): Dossier {
  const { profile, person, employer, policy } = candidacy;
  const work = workOf(profile.specialty);
  const achievement = achievementOf(work, person.index, employer);
  const obtainedOn = `${policy.year - 1}-05-20`;
  return {
    ...aboutPerson(candidacy, work),
    presentQualification: presentQualification(candidacy),
    workHistory: {
      entries: [
        {
          from: `${firstYear(person)}-07-15`,
          to: null,
          employer,
          work: work.work,
          ...(entryOf(policy.codes.tracks, profile.track)?.grassrootsYears === undefined ? {} : { grassroots: true }),
        },
      ],
    },
    achievements: { entries: [{ ...achievement, obtainedOn }] },
    appraisals: {
      entries: appraisalYears(policy).map((year) => ({
        year,
        result: (year + person.index) % 4 === 0 ? ('excellent' as const) : ('passed' as const),
      })),
    },
    workSummary: { text: `任现职以来，在${employer}从事${work.work}。${achievement.description}` },
    ...(person.index % 2 === 0 ? { publications: { entries: [{ ...work.publication, obtainedOn }] } } : {}),
    otherAttachments: {
      commitmentSigned: true,
      ...(examinationOf(profile, policy) ? { examinationOn: `${policy.year}-01-10` } : {}),
    },
    masking: { confidential: false },
    continuingEducation: continuingEducation(candidacy),
    ...(provesMandarin(candidacy) ? { mandarin: { grade: policy.evidence.mandarin.value.minimum } } : {}),
    ...(bySkill(candidacy) ? { skilledCertificate: skilledCertificate(candidacy) } : {}),
    ...(profile.defenseExempt ? { defenseExemption: exemption(policy) } : {}),
  };
}
