import { addDays, type LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import type { Dossier } from '../dossier/dossier.js';

/** A number that grows by one a day. */
function dayNumber(date: LocalDate): number {
  return Date.parse(date) / 86_400_000;
}

/** Days of work at the grass roots up to a day, each counted once, and the first of them; null: none. */
function grassrootsDays({ workHistory }: Dossier, on: LocalDate) {
  const periods = (workHistory?.entries ?? []).flatMap(({ from, to, grassroots }) => {
    if (grassroots !== true || from === undefined || to === undefined || from >= on) return [];
    return [{ from, until: to === null || to >= on ? on : addDays(to, 1) }];
  });
  const sorted = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const [first] = sorted;
  if (!first) return null;
  let reached = 0;
  let days = 0;
  for (const { from, until } of sorted) {
    days += Math.max(0, dayNumber(until) - Math.max(dayNumber(from), reached));
    reached = Math.max(reached, dayNumber(until));
  }
  return { first: first.from, days };
}

/** Full years of work at the grass roots up to a day: the periods laid end to end from the first day of the first. */
export function grassrootsYears(dossier: Dossier, on: LocalDate): number {
  const worked = grassrootsDays(dossier, on);
  if (!worked) return 0;
  const end = addDays(worked.first, worked.days);
  let years = 0;
  while (addYears(worked.first, years + 1) <= end) years += 1;
  return years;
}
