import type { BilingualText } from '../bilingualText.js';
import { type Calendar, isWorkingDay, reasonNotWorking } from './calendar.js';
import { dayInEnglish, provisionalMark } from './dayLabels.js';
import { addDays, type LocalDate, weekdayOf } from './instant.js';

export const dayKinds = ['workday', 'weekend', 'holiday', 'makeup', 'regional'] as const;
export type DayKind = (typeof dayKinds)[number];
export const dayKindLabels: Readonly<Record<DayKind, BilingualText>> = {
  workday: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '全国节假日', en: 'National holiday' },
  makeup: { zh: '调休上班', en: 'Make-up working day' },
  regional: { zh: '自治区节日', en: 'Regional holiday' },
};

/** How sure the days of a year are: announced, derived from a calendar, or not known yet. */
export const yearStates = ['official', 'provisional', 'unknown'] as const;
export type YearState = (typeof yearStates)[number];
export const yearStateLabels: Readonly<Record<YearState, BilingualText>> = {
  official: { zh: '已公布', en: 'official' },
  provisional: { zh: '暂定', en: 'provisional' },
  unknown: { zh: '尚未公布', en: 'not announced' },
};

/** One day as a calendar shows it. */
export interface CalendarDay {
  readonly date: LocalDate;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly kind: DayKind;
  readonly working: boolean;
  /** The festival it belongs to, or what it makes up for; null on ordinary days. */
  readonly name: string | null;
  readonly nameEn: string | null;
}

export interface CalendarYear {
  readonly year: number;
  readonly version: string;
  readonly state: YearState;
  readonly national: YearState;
  /** The festivals of the autonomous region; unknown where the calendar has no overlay for the year. */
  readonly regional: YearState;
  readonly days: readonly CalendarDay[];
}

/** A year of a campaign's calendar, every day of it. */
export function calendarYear(calendar: Calendar, year: number): CalendarYear {
  const days: CalendarDay[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(dayOf(calendar, date));
  const national = calendar.officialYears.includes(year) ? 'official' : 'unknown';
  const regional = regionalState(days);
  const state = national === 'official' ? (regional === 'official' ? 'official' : 'provisional') : 'unknown';
  return { year, version: calendar.version, state, national, regional, days };
}

function dayOf(calendar: Calendar, date: LocalDate): CalendarDay {
  const special = calendar.days[date];
  const working = isWorkingDay(calendar, date);
  const about = { date, weekday: weekdayOf(date), working };
  if (!special)
    return {
      ...about,
      kind: reasonNotWorking(calendar, date) === null ? 'workday' : 'weekend',
      name: null,
      nameEn: null,
    };
  const kind = special.kind === 'makeup' ? 'makeup' : special.source === 'xinjiang' ? 'regional' : 'holiday';
  return { ...about, kind, name: special.name, nameEn: dayInEnglish(special.name) };
}

function regionalState(days: readonly CalendarDay[]): YearState {
  const names = days.filter(({ kind }) => kind === 'regional').map(({ name }) => name ?? '');
  if (names.length === 0) return 'unknown';
  return names.some((name) => name.endsWith(provisionalMark)) ? 'provisional' : 'official';
}
