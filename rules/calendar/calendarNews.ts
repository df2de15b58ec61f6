import { canonical } from '../canonical.js';
import type { Calendar } from './calendar.js';
import type { LocalDate } from './instant.js';

export const yearChanges = ['announced', 'corrected'] as const;

/** A year that a later calendar announces or corrects. */
export interface YearNews {
  readonly year: number;
  readonly change: (typeof yearChanges)[number];
}

/** The years a later calendar changes. */
export interface CalendarNews {
  readonly version: string;
  readonly years: readonly YearNews[];
}

/**
 * The years in which a calendar differs from the one in force; null when none does, or when it knows less: an announced
 * year never becomes provisional again.
 */
export function calendarNews(inForce: Calendar, later: Calendar): CalendarNews | null {
  if (inForce.version === later.version) return null;
  if (lastOfficial(later) < lastOfficial(inForce)) return null;
  const years = yearsOf(later).flatMap((year): YearNews[] => {
    const announced = later.officialYears.includes(year) && !inForce.officialYears.includes(year);
    if (announced) return [{ year, change: 'announced' }];
    return canonical(daysOf(inForce, year)) === canonical(daysOf(later, year)) ? [] : [{ year, change: 'corrected' }];
  });
  return years.length > 0 ? { version: later.version, years } : null;
}

function lastOfficial({ officialYears }: Calendar): number {
  return Math.max(0, ...officialYears);
}

function yearsOf({ days, officialYears }: Calendar): readonly number[] {
  const years = new Set([...officialYears, ...Object.keys(days).map(yearOf)]);
  return [...years].toSorted((one, other) => one - other);
}

function daysOf({ days }: Calendar, year: number): Calendar['days'] {
  return Object.fromEntries(Object.entries(days).filter(([date]) => yearOf(date) === year));
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
