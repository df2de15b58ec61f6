import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BilingualText } from '../bilingualText.js';
import { canonical } from '../canonical.js';
import { yearsWithEveryFestival } from './announcedYears.js';
import type { Calendar, SpecialDay } from './calendar.js';
import { provisionalMark } from './dayLabels.js';
import { addDays, type LocalDate } from './instant.js';
import type { Region } from './overlays/regions.js';

/** What an office enters of a day: a day off, a make-up working day, or that what was entered of it before is void. */
export const enteredDayKinds = ['holiday', 'makeup', 'none'] as const;
export type EnteredDayKind = (typeof enteredDayKinds)[number];
export const enteredDayLabels: Readonly<Record<EnteredDayKind, BilingualText>> = {
  holiday: { zh: '放假', en: 'Day off' },
  makeup: { zh: '调休上班', en: 'Make-up working day' },
  none: { zh: '取消此前录入', en: 'Takes back what was entered' },
};

/** Where an entered day stands: it counts once a second person has confirmed it. */
export const enteredDayStates = ['proposed', 'confirmed', 'withdrawn'] as const;
export type EnteredDayState = (typeof enteredDayStates)[number];
export const enteredDayStateLabels: Readonly<Record<EnteredDayState, BilingualText>> = {
  proposed: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** Before the hash of what was entered, in the version of a calendar. */
const ownMark = '+own-';

/** A day just announced, as an office enters it before the product knows it. */
export interface EnteredDay {
  readonly date: LocalDate;
  /** For whom it counts; `national`: for everybody. */
  readonly region: Region;
  readonly kind: EnteredDayKind;
  readonly name: string;
  /** Read in an announcement; false: expected, and marked so. */
  readonly official: boolean;
}

/**
 * A calendar with the days that were entered for its region and its years; of several for one day the last counts. A
 * festival that is announced takes the place of its derived days, and a year is announced once every national festival is
 * entered. The version names what was entered, so that the same version always holds the same days.
 */
export function withEnteredDays(calendar: Calendar, region: Region, entered: readonly EnteredDay[]): Calendar {
  const covered = yearsIn(calendar);
  const own = entered.filter(
    (day) => (day.region === region || day.region === 'national') && covered.has(day.date.slice(0, 4)),
  );
  const last = [...new Map(own.map((day) => [day.date, day])).values()]
    .filter(({ kind }) => kind !== 'none')
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  if (last.length === 0) return calendar;
  const days = last.map((day) => [day.date, specialDay(day)] as const);
  const hash = bytesToHex(sha256(utf8ToBytes(canonical(days)))).slice(0, 12);
  const announced = last.filter(({ kind, official }) => kind === 'holiday' && official);
  const known = Object.entries(calendar.days).filter(([date, day]) => !isReplaced(date, day, announced));
  const years = yearsWithEveryFestival(announced.filter((day) => day.region === 'national'));
  return {
    version: `${calendar.version}${ownMark}${hash}`,
    days: { ...Object.fromEntries(known), ...Object.fromEntries(days) },
    officialYears: [...new Set([...calendar.officialYears, ...years])].toSorted((one, other) => one - other),
  };
}

/** Whether a calendar has days that an office entered. */
export function hasEnteredDays({ version }: Calendar): boolean {
  return version.includes(ownMark);
}

/** A derived day is a day or two beside the one announced in its place; festivals of a name are months apart. */
const besides = 14;

/** Whether a day was derived for a festival whose days have been announced since. */
function isReplaced(date: LocalDate, { name, source }: SpecialDay, announced: readonly EnteredDay[]): boolean {
  return announced.some(
    (day) =>
      source === 'regional' &&
      name === `${day.name}${provisionalMark}` &&
      addDays(day.date, -besides) <= date &&
      date <= addDays(day.date, besides),
  );
}

/** The years a calendar was built for, which its version names: `cn-1.5.7+2025_2026_2027`. */
function yearsIn({ version }: Calendar): ReadonlySet<string> {
  return new Set(version.match(/(?<=[+_])\d{4}(?=[+_]|$)/g) ?? []);
}

function specialDay({ kind, name, region, official }: EnteredDay): SpecialDay {
  // Only a festival of a region can be expected and not announced; a national day is entered when it is announced.
  const isExpected = region !== 'national' && !official;
  return {
    kind: kind === 'makeup' ? 'makeup' : 'holiday',
    name: isExpected ? `${name}${provisionalMark}` : name,
    source: region === 'national' ? 'national' : 'regional',
  };
}
