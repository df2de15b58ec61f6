import type { LocalDate } from '../calendar/instant.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Policy } from '../policy/policy.js';

/** The first day after which too little of a year is left for it to be asked for. */
function lastStart(year: number, months: number): LocalDate {
  return months === 0 ? `${year}-12-31` : `${year}-${String(13 - months).padStart(2, '0')}-01`;
}

/**
 * Of these years, those a candidate is asked about: the years they worked. The year in which they began counts where enough
 * of it was left, by the policy. A form that does not say when they began has all of them.
 */
export function workedYears(
  years: readonly number[],
  { basicInformation }: Dossier,
  { evidence }: Pick<Policy, 'evidence'>,
): readonly number[] {
  const began = basicInformation?.startedWorkOn;
  if (!began) return years;
  return years.filter((year) => began <= lastStart(year, evidence.firstYearMonths.value));
}
