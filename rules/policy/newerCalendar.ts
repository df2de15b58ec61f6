import type { Calendar } from '../calendar/calendar.js';
import { type CalendarNews, calendarNews } from '../calendar/calendarNews.js';
import { campaignCalendar } from '../calendar/campaignCalendar.js';
import type { Policy } from './policy.js';

// Building a calendar takes milliseconds, and every page of a campaign asks for it.
const built = new Map<number, Calendar>();

/** The calendar the product ships for campaigns of a year. */
export function shippedCalendar(year: number): Calendar {
  const calendar = built.get(year) ?? campaignCalendar(year);
  built.set(year, calendar);
  return calendar;
}

/** What the shipped calendar adds to the one a campaign is counted on; null when it adds nothing. */
export function newerCalendar({
  policy,
  calendar,
}: {
  readonly policy: Policy;
  readonly calendar: Calendar;
}): CalendarNews | null {
  return calendarNews(calendar, shippedCalendar(policy.year));
}
