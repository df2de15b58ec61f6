import { canonical } from '../canonical.js';
import type { Calendar } from './calendar.js';
import type { LocalDate } from './instant.js';

export const yearChanges = ['announced', 'corrected'] as const;

/** A year of which a later calendar says more than the one in force: its holidays are out, or days were put right. */
export interface YearNews {
  readonly year: number;
  readonly change: (typeof yearChanges)[number];
}

/** What a later calendar brings. */
export interface CalendarNews {
  readonly version: string;
  readonly years: readonly YearNews[];
}

/**
 * What a calendar says otherwise than the one something is counted on, by year; null when it says nothing new, or knows
 * less: nobody goes back from an announced year to a provisional one.
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
