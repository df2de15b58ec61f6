import type { LocalDate } from '../calendar/instant.js';

/**
 * 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13): who would reach the earlier age in January 2025 or later
 * retires one month later for every `step` months, up to `most` months. By the earlier age, in years.
 */
const delays: Readonly<Record<number, { readonly step: number; readonly most: number }>> = {
  60: { step: 4, most: 36 },
  55: { step: 4, most: 36 },
  50: { step: 2, most: 60 },
};

/** Months since year 0. */
const monthOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstDelayed = monthOf('2025-01-01');

/** How many months later than the earlier age a person of this day of birth retires. */
function delayOf(birth: LocalDate, age: number): number {
  const delay = delays[age];
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
