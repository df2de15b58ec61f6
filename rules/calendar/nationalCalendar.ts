import arrangement from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar, SpecialDay } from './calendar.js';
import { provisionalMark } from './dayLabels.js';
import { addDays, type LocalDate } from './instant.js';
import type { Overlay } from './overlays/overlay.js';

/** The release of `chinese-days` the national days come from; a test compares it with the installed one. */
export const nationalSource = 'cn-1.5.7';

/** Days by date, each as `National Day,国庆节,3`: the English name, the Chinese one, and the days off it gives. */
type NamedDays = Readonly<Record<LocalDate, string>>;

/*
 * The data and not the library's functions: those read a date in the machine's own time zone, and their module form does
 * not load in a workflow bundle.
 */
const holidays: NamedDays = arrangement.holidays;
const makeupDays: NamedDays = arrangement.workdays;

function specialDay(kind: SpecialDay['kind'], named: string): SpecialDay {
  const [, chinese = named] = named.split(',');
  return { kind, name: chinese, source: 'national' };
}

/** What the national arrangement says of a day, or null when it is an ordinary one. */
function nationalDay(date: LocalDate): SpecialDay | null {
  const [makeup, holiday] = [makeupDays[date], holidays[date]];
  if (makeup !== undefined) return specialDay('makeup', makeup);
  return holiday === undefined ? null : specialDay('holiday', holiday);
}

/** A year is announced when its National Day is named; a year that is not announced has no days at all. */
function isAnnounced(year: number): boolean {
  return holidays[`${year}-10-01`] !== undefined;
}

function datesOf(year: number): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function festivalDays({ festivals, status }: Overlay): readonly (readonly [LocalDate, SpecialDay])[] {
  const suffix = status === 'official' ? '' : provisionalMark;
  return festivals.flatMap(({ name, days }) =>
    days.map((date) => [date, { kind: 'holiday', name: `${name}${suffix}`, source: 'regional' }] as const),
  );
}

/**
 * The calendar of these years: the national holidays and make-up days, with the overlays' festivals added. A national
 * holiday keeps its name; a make-up day on a festival becomes a holiday. The version names every source, so the same
 * version always holds the same days. A holiday on a weekend is listed too, so that an explanation can name it.
 */
export function buildCalendar({
  years,
  overlays,
}: {
  readonly years: readonly number[];
  readonly overlays: readonly Overlay[];
}): Calendar {
  const days: Record<LocalDate, SpecialDay> = {};
  for (const date of years.flatMap(datesOf)) {
    const special = nationalDay(date);
    if (special) days[date] = special;
  }
  for (const [date, festival] of overlays.flatMap(festivalDays)) {
    if (years.includes(Number(date.slice(0, 4))) && days[date]?.kind !== 'holiday') days[date] = festival;
  }
  const versions = [nationalSource, years.join('_'), ...overlays.map(({ version }) => version)];
  return { version: versions.join('+'), days, officialYears: years.filter(isAnnounced) };
}
