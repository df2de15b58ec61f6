import type { BilingualText } from '../bilingualText.js';
import { instantOf, type LocalDate, localDateOf } from '../calendar/instant.js';
import type { Dossier } from '../dossier/dossier.js';
import { birthDateOf, genderOf } from '../dossier/idNumber.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { referenceDay } from './referenceDay.js';
import { gradualRetirement } from './retirementTable.js';

/** Months since year 0. */
const monthOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstDelayed = monthOf(`${gradualRetirement.from}-01`);

/** How many months later than the earlier age a person of this day of birth retires. */
function delayOf(birth: LocalDate, age: number): number {
  const delay = gradualRetirement.delays[age];
  const waited = monthOf(birth) + age * 12 - firstDelayed;
  return delay && waited >= 0 ? Math.min(Math.floor(waited / delay.step) + 1, delay.most) : 0;
}

/** The day on which a person reaches the statutory retirement age, of which `age` is the one before the delay. */
export function retirementDate(birth: LocalDate, age: number): LocalDate {
  const month = monthOf(birth) + age * 12 + delayOf(birth, age);
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  const lastDay = new Date(Date.UTC(year, ofYear, 0)).getUTCDate();
  const day = Math.min(Number(birth.slice(8)), lastDay);
  return `${year}-${String(ofYear).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The day on which a candidate reaches the statutory retirement age, by ID number and kind of post; null while the form does
 * not say it, or for who sees it masked.
 */
export function retiresOn({ basicInformation }: Dossier, { evidence }: Pick<Policy, 'evidence'>): LocalDate | null {
  const { idNumber, postKind } = basicInformation ?? {};
  if (!idNumber || idNumber.includes('*')) return null;
  const { male, female, femaleWorker } = evidence.retirementAge.value;
  const ofWoman = postKind === 'worker' ? femaleWorker : female;
  return retirementDate(birthDateOf(idNumber), genderOf(idNumber) === 'male' ? male : ofWoman);
}

/** That a candidate reaches the retirement age while the review is under way. */
export interface RetirementNote extends BilingualText {
  readonly clause: string;
  /** The day on which the age is reached, where the reader may know it: it tells the day of birth. */
  readonly on: LocalDate | null;
}

/**
 * The note on a candidate who may apply, and reaches the retirement age between the submission and the meeting; null: they do
 * not. Who has reached it by the submission is refused there; here nothing follows by itself. `submittedOn`: the day by which
 * they had not reached it; `metOn`: the day of the meeting, null while it is only expected; `exact`: the reader may know the day.
 */
export function retirementNote(
  dossier: Dossier,
  policy: Policy,
  given: { readonly submittedOn: LocalDate; readonly metOn: LocalDate | null; readonly exact: boolean },
): RetirementNote | null {
  const { retirementReference, retirementSeenUntil, retirementAge } = policy.evidence;
  const retires = retiresOn(dossier, policy);
  if (retires === null || referenceDay(retirementReference, given.submittedOn) >= retires) return null;
  const until = given.metOn ?? localDateOf(instantOf(retirementSeenUntil.value));
  if (retires > until) return null;
  const [when, whenEn] = given.exact ? [`于${retires}`, ` on ${retires}`] : ['', ''];
  const [met, metEn] =
    given.metOn === null ? [`预计评审时间（${until}）前`, 'meeting is expected'] : [`评审会（${until}）前`, 'meeting'];
  return {
    zh: `申报人在提交申报之后、${met}${when}达到法定退休年龄。申报照常办理；是否仍在评审范围，由评委会办事机构核实。`,
    en: `The candidate reaches the statutory retirement age${whenEn}, after the submission and before the ${metEn} (${until}). The application goes on; the office of the committee looks into whether it still lies within the scope.`,
    clause: [cite(policy, 'scope'), retirementAge.clause, retirementSeenUntil.clause].join('、'),
    on: given.exact ? retires : null,
  };
}
