import type { Calendar } from '../calendar/calendar.js';
import { type CalendarNews, calendarNews } from '../calendar/calendarNews.js';
import { type CalendarBasis, campaignCalendar } from '../calendar/campaignCalendar.js';
import type { Policy } from './policy.js';

// Building a calendar takes milliseconds, and every page of a campaign asks for it.
const built = new Map<string, Calendar>();

/** The calendar the product ships for campaigns of a year and region. */
export function shippedCalendar({ year, region }: CalendarBasis): Calendar {
  const key = `${region} ${year}`;
  const calendar = built.get(key) ?? campaignCalendar({ year, region });
  built.set(key, calendar);
  return calendar;
}

/** The calendar there is now for campaigns of a year and region: the shipped one, with the days that were entered. */
export type PresentCalendar = (basis: CalendarBasis) => Calendar;

/** What the present calendar adds to the one a campaign is counted on; null when it adds nothing. */
export function newerCalendar(
  { policy, calendar }: { readonly policy: Policy; readonly calendar: Calendar },
  present: PresentCalendar,
): CalendarNews | null {
  return calendarNews(calendar, present(policy));
}
