import { addDays, type LocalDate } from './instant.js';

/**
 * The corresponding day `years` later: the day on which a period of years counted from `date` is full. Where there is no
 * such day (02-29), the last day of the month (民法典 第二百零二条).
 */
export function addYears(date: LocalDate, years: number): LocalDate {
  const year = Number(date.slice(0, 4)) + years;
  const candidate = `${String(year).padStart(4, '0')}${date.slice(4)}`;
  return date.endsWith('-02-29') && addDays(candidate, 0) !== candidate ? addDays(candidate, -1) : candidate;
}
