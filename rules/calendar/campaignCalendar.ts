import type { Calendar } from './calendar.js';
import { buildCalendar } from './nationalCalendar.js';
import { overlaysOf, type Region } from './overlays/regions.js';

/** What a campaign's calendar follows from. */
export interface CalendarBasis {
  readonly year: number;
  readonly region: Region;
}

/** The calendar a campaign is counted on: its year and those beside it, with the festivals of its region that are known. */
export function campaignCalendar({ year, region }: CalendarBasis): Calendar {
  const years = [year - 1, year, year + 1];
  return buildCalendar({ years, overlays: overlaysOf(region, years) });
}
