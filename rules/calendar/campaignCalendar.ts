import type { Calendar } from './calendar.js';
import { buildCalendar } from './nationalCalendar.js';
import { xinjiangOverlays } from './overlays/xinjiang.js';

/** The calendar a campaign of a year is counted on: its year and those beside it, with the festivals that are known. */
export function campaignCalendar(year: number): Calendar {
  const years = [year - 1, year, year + 1];
  return buildCalendar({ years, overlays: years.flatMap((one) => xinjiangOverlays[one] ?? []) });
}
