import type { BilingualText } from '../bilingualText.js';
import type { Instant } from '../calendar/instant.js';
import type { CalendarEntry } from '../notifications/calendarEntries.js';
import type { SlotTime } from './counterSlots.js';

const visit: BilingualText = { zh: '现场递交原件', en: 'Handing in the originals' };

/** The entry of a booked slot for the applicant's calendar: the same one, however often it is moved. */
export function visitEntry(
  applicationId: string,
  { startsAt: from, endsAt: to }: SlotTime,
  bookedAt: Instant,
): CalendarEntry {
  const sequence = Math.floor(bookedAt / 1000);
  return { uid: `originals.${applicationId}`, sequence, label: visit, from, to, place: null, cancelled: false };
}
