import type { Profile } from '../application/facts.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import { type Condition, entryOf } from '../campaign/codes.js';
import { codesOf } from '../codesOf.js';
import { type DegreeLevel, degreeLevels } from '../dossier/choices.js';
import type { Dossier, MissingItem } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';
import { asksForDiploma } from './diploma.js';
import { referenceDay } from './referenceDay.js';
import { clauseOfConditions, explainUnmet, type Lack, type UnmetCondition } from './unmetConditions.js';

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

/** The day from which a condition's years count for this candidate, or what they lack of its degree or title. */
function countedFrom(
  condition: Condition,
  dossier: Dossier,
  { codes }: Policy,
): { readonly from: LocalDate } | { readonly lacks: Lack } {
  const { degree, holds, obtainedBefore, obtainedFrom } = condition;
  const graduated = reaching(dossier, degree);
  if (degree !== null && graduated.length === 0) return { lacks: 'degree' };
  const inCohort = (day: LocalDate | undefined): day is LocalDate =>
    day !== undefined &&
    (obtainedBefore === null || day < obtainedBefore) &&
    (obtainedFrom === null || day >= obtainedFrom);
  if (holds === null) {
    const days = graduated.map(({ graduatedOn }) => graduatedOn).filter(inCohort);
    const [from] = days.toSorted();
    return from === undefined ? { lacks: 'cohort' } : { from };
  }
  const { held, level, obtainedOn } = dossier.presentQualification ?? {};
  const rankOf = (code: string | undefined) => (code === undefined ? 0 : (entryOf(codes.levels, code)?.rank ?? 0));
  if (held !== true || rankOf(level) < rankOf(holds)) return { lacks: 'title' };
  return inCohort(obtainedOn) ? { from: obtainedOn } : { lacks: 'cohort' };
}

/** Each condition with the day on which it is met, or what lacks; none where none is set or the form does not say yet. */
function judged(dossier: Dossier, profile: Profile, policy: Policy) {
  const { education, presentQualification } = dossier;
  // Fields not filled in yet are for the checklist.
  const unsaid = asksForDiploma(profile, policy) && !education?.entries?.length;
  if (unsaid || presentQualification?.held === undefined) return [];
  return conditionsOf(profile, policy).map((condition) => {
    const counted = countedFrom(condition, dossier, policy);
    return 'lacks' in counted
      ? { condition, lacks: counted.lacks, metOn: null }
      : { condition, lacks: 'years' as const, metOn: addYears(counted.from, condition.years) };
  });
}

/**
 * The verdict on every condition (任职资格条件) of the candidate's track and level, where they meet none on this day; empty when
 * they meet one, none is set, or the form does not say yet.
 */
function unmetConditions(dossier: Dossier, profile: Profile, policy: Policy, on: LocalDate): readonly UnmetCondition[] {
  const all = judged(dossier, profile, policy);
  if (all.some(({ metOn }) => metOn !== null && metOn <= on)) return [];
  return all.map(({ condition: { levels: _, ...condition }, lacks }) => ({ ...condition, lacks }));
}

/**
 * What a form handed in carries to the office, where the policy lets it decide on those who do not meet the conditions;
 * nothing where the submission is refused instead. `on` is the day it is handed in, in Beijing.
 */
export function carriedConditions(
  dossier: Dossier,
  profile: Profile,
  policy: Policy,
  on: LocalDate,
): { readonly unmet?: readonly UnmetCondition[] } {
  const { conditionsByOffice, yearsReference } = policy.evidence;
  return conditionsByOffice.value
    ? { unmet: unmetConditions(dossier, profile, policy, referenceDay(yearsReference, on)) }
    : {};
}

/**
 * Why a candidate meets none of the conditions of their track and level on this day, naming all of them with what lacks and,
 * where only time lacks, the day from which they meet one; null when they do, none is set, or the form does not say yet.
 */
export function conditionsNote(dossier: Dossier, profile: Profile, policy: Policy, on: LocalDate): MissingItem | null {
  const { conditionsByOffice, yearsReference } = policy.evidence;
  const unmet = unmetConditions(dossier, profile, policy, referenceDay(yearsReference, on));
  if (unmet.length === 0) return null;
  const { zh, en } = explainUnmet(unmet, policy);
  const [first] = judged(dossier, profile, policy)
    .flatMap(({ metOn }) => metOn ?? [])
    .toSorted();
  const later =
    first === undefined ? { zh: '', en: '' } : { zh: `${first}起符合。`, en: ` You meet it from ${first}.` };
  const decided = conditionsByOffice.value ? byOffice : { zh: '', en: '' };
  const own = clauseOfConditions(profile, policy);
  return {
    section: 'presentQualification',
    field: 'obtainedOn',
    clause: conditionsByOffice.value ? `${own}、${conditionsByOffice.clause}` : own,
    message: `${zh}${later.zh}${decided.zh}`,
    messageEn: `${en}${later.en}${decided.en}`,
  };
}

const byOffice = {
  zh: '可以提交，由办事机构审核时决定，例外通过须说明理由。',
  en: ' The application can be submitted; the office decides in its audit, and an exception has a stated reason.',
};

/** The note on the conditions where the office decides on them; where the submission is refused, it is an ineligibility. */
export function decidedByOffice(
  dossier: Dossier,
  profile: Profile,
  policy: Policy,
  on: LocalDate,
): readonly MissingItem[] {
  const note = policy.evidence.conditionsByOffice.value ? conditionsNote(dossier, profile, policy, on) : null;
  return note === null ? [] : [note];
}
