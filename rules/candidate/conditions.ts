import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import { type Condition, entryOf, labelOfCode } from '../campaign/codes.js';
import { codesOf } from '../codesOf.js';
import { type DegreeLevel, degreeLevels } from '../dossier/choices.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';
import { asksForDiploma } from './diploma.js';

/** From low to high, as the table lists them. */
const degrees = codesOf(degreeLevels);

function conditionsOf(profile: Profile, policy: Policy): readonly Condition[] {
  const { track, level } = profile;
  const own = (entryOf(policy.codes.tracks, track)?.conditions ?? []).filter(({ levels }) => levels.includes(level));
  if (asksForDiploma(profile, policy)) return own;
  // Whatever their education: what a condition asks beside the degree remains.
  return own.filter(({ holds }) => holds !== null).map((condition) => ({ ...condition, degree: null }));
}

/** Whether some condition of the candidate's track and level asks for a title held before. */
export function asksForTitle(profile: Profile, policy: Policy): boolean {
  return conditionsOf(profile, policy).some(({ holds }) => holds !== null);
}

type Graduation = NonNullable<NonNullable<Dossier['education']>['entries']>[number];

/** Entries of the education that reach a degree. */
function reaching(dossier: Dossier, degree: DegreeLevel | null): readonly Graduation[] {
  const least = degree === null ? -1 : degrees.indexOf(degree);
  return (dossier.education?.entries ?? []).filter(
    ({ level }) => degree === null || (level !== undefined && degrees.indexOf(level) >= least),
  );
}

/** The day from which a condition's years count for this candidate; null when they do not meet its degree or title. */
function countedFrom(condition: Condition, dossier: Dossier, { codes }: Policy): LocalDate | null {
  const { degree, holds, obtainedBefore, obtainedFrom } = condition;
  const graduated = reaching(dossier, degree);
  if (degree !== null && graduated.length === 0) return null;
  const inCohort = (day: LocalDate | undefined): day is LocalDate =>
    day !== undefined &&
    (obtainedBefore === null || day < obtainedBefore) &&
    (obtainedFrom === null || day >= obtainedFrom);
  if (holds === null) {
    const days = graduated.map(({ graduatedOn }) => graduatedOn).filter(inCohort);
    return days.toSorted()[0] ?? null;
  }
  const { held, level, obtainedOn } = dossier.presentQualification ?? {};
  const rankOf = (code: string | undefined) => (code === undefined ? 0 : (entryOf(codes.levels, code)?.rank ?? 0));
  return held === true && rankOf(level) >= rankOf(holds) && inCohort(obtainedOn) ? obtainedOn : null;
}

/** One condition in words: `本科及以上学历，取得助理级资格满4年`. */
function inWords(condition: Condition, { codes }: Policy): BilingualText {
  const { degree, holds, years, obtainedBefore, obtainedFrom } = condition;
  const title = holds === null ? null : labelOfCode(codes.levels, holds);
  const bounds = {
    zh: `${obtainedBefore === null ? '' : `${obtainedBefore}前取得的`}${obtainedFrom === null ? '' : `${obtainedFrom}起取得的`}`,
    en: `${obtainedBefore === null ? '' : ` obtained before ${obtainedBefore}`}${obtainedFrom === null ? '' : ` obtained from ${obtainedFrom} on`}`,
  };
  const zh = [
    ...(degree === null ? [] : [`${degreeLevels[degree].zh}及以上学历`]),
    title === null ? `${bounds.zh}学历满${years}年` : `${bounds.zh}${title.zh}资格满${years}年`,
  ];
  const en = [
    ...(degree === null ? [] : [`at least: ${degreeLevels[degree].en}`]),
    title === null
      ? `a degree${bounds.en} for ${years} full years`
      : `the level “${title.en}”${bounds.en} for ${years} full years`,
  ];
  return { zh: zh.join('，'), en: en.join(', ') };
}

/**
 * Why a candidate meets none of the conditions (任职资格条件) of their track and level on this day, naming all of them and, where
 * only time lacks, the day from which they meet one; null when they meet one, none is set, or the form does not say yet.
 */
export function unmetConditions(dossier: Dossier, profile: Profile, policy: Policy, on: LocalDate): MissingItem | null {
  const conditions = conditionsOf(profile, policy);
  const { education, presentQualification } = dossier;
  // Fields not filled in yet are for the checklist.
  const unsaid = asksForDiploma(profile, policy) && !education?.entries?.length;
  if (conditions.length === 0 || unsaid || presentQualification?.held === undefined) return null;
  const full = conditions.flatMap((condition) => {
    const from = countedFrom(condition, dossier, policy);
    return from === null ? [] : [addYears(from, condition.years)];
  });
  const first = full.toSorted()[0];
  if (first !== undefined && first <= on) return null;
  const words = conditions.map((condition) => inWords(condition, policy));
  const later =
    first === undefined ? { zh: '', en: '' } : { zh: `${first}起符合。`, en: ` You meet it from ${first}.` };
  return {
    section: 'presentQualification',
    field: 'obtainedOn',
    clause: entryOf(policy.codes.tracks, profile.track)?.clause ?? '',
    message: `不符合申报条件，须符合下列之一：${words.map(({ zh }) => zh).join('；')}。${later.zh}`,
    messageEn: `The conditions are not met. One of these is needed: ${words.map(({ en }) => en).join('; ')}.${later.en}`,
  };
}
