import type { LocalDate } from './instant.js';

/** The festivals of 《全国年节及纪念日放假办法》, each by the part of its name that every notice has. */
const nationalFestivals = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

interface NamedHoliday {
  readonly date: LocalDate;
  readonly name: string;
}

/**
 * The years whose national holidays have been entered: a day off of each of the seven festivals is among them, so that
 * nobody takes a year for announced of which one day is known.
 */
export function yearsWithEveryFestival(holidays: readonly NamedHoliday[]): readonly number[] {
  const years = [...new Set(holidays.map(({ date }) => Number(date.slice(0, 4))))];
  return years.filter((year) => {
    const names = holidays.filter(({ date }) => Number(date.slice(0, 4)) === year).map(({ name }) => name);
    return nationalFestivals.every((festival) => names.some((name) => name.includes(festival)));
  });
}
