import type { LocalDate } from '../calendar/instant.js';
import type { Dossier } from '../dossier/dossier.js';
import { birthDateOf, genderOf } from '../dossier/idNumber.js';
import type { Policy } from '../policy/policy.js';
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
