import type { BilingualText } from '../bilingualText.js';
import { type Calendar, isWorkingDay, reasonNotWorking } from './calendar.js';
import { dayInEnglish, provisionalMark } from './dayLabels.js';
import { hasEnteredDays } from './enteredDays.js';
import { addDays, type LocalDate, weekdayOf } from './instant.js';
import { festivalsOf, overlaysOf, type Region, regions } from './overlays/regions.js';

export const dayKinds = ['workday', 'weekend', 'holiday', 'makeup', 'regional'] as const;
export type DayKind = (typeof dayKinds)[number];
export const dayKindLabels: Readonly<Record<DayKind, BilingualText>> = {
  workday: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '全国节假日', en: 'National holiday' },
  makeup: { zh: '调休上班', en: 'Make-up working day' },
  regional: { zh: '地方节日', en: 'Regional holiday' },
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
  /** The region whose festivals are counted. */
  readonly region: Region;
  /** Those festivals: unknown where the calendar has no overlay for the year, null where only the national ones count. */
  readonly regional: YearState | null;
  readonly days: readonly CalendarDay[];
}

/** A year of the calendar of a campaign in that region, every day of it. */
export function calendarYear(calendar: Calendar, region: Region, year: number): CalendarYear {
  const days: CalendarDay[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(dayOf(calendar, date));
  const national = calendar.officialYears.includes(year) ? 'official' : 'unknown';
  const regional =
    regions[region].overlays === null
      ? null
      : regionalState(
          days,
          hasEnteredDays(calendar) && overlaysOf(region, [year]).length === 0 ? festivalsOf(region) : [],
        );
  const known = regional === null || regional === 'official';
  const state = national === 'official' ? (known ? 'official' : 'provisional') : 'unknown';
  return { year, version: calendar.version, state, national, region, regional, days };
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
  const kind = special.kind === 'makeup' ? 'makeup' : special.source === 'regional' ? 'regional' : 'holiday';
  return { ...about, kind, name: special.name, nameEn: dayInEnglish(special.name) };
}

/** `awaited`: festivals that have to be there, where an office enters them one after the other. */
function regionalState(days: readonly CalendarDay[], awaited: readonly string[]): YearState {
  const names = days.filter(({ kind }) => kind === 'regional').map(({ name }) => name ?? '');
  if (names.length === 0) return 'unknown';
  const isKnown = awaited.every((festival) => names.some((name) => name.includes(festival)));
  return isKnown && names.every((name) => !name.endsWith(provisionalMark)) ? 'official' : 'provisional';
}
