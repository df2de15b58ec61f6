import { createEvents, type EventAttributes } from 'ics';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import type { CalendarEntry } from '../../rules/notifications/calendarEntries.js';
import type { Language } from '../../rules/people/membership.js';

/** A file for the calendar of whoever reads a letter. */
export interface CalendarFile {
  readonly filename: string;
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

/** Whose entries they are, and where they lead. */
export interface CalendarOwner {
  /** The short number of the application, or the campaign's title: what tells two entries apart. */
  readonly reference: string;
  /** The committee. */
  readonly sender: string;
  /** The page of the portal, with its host. */
  readonly link: string;
  readonly language: Language;
}

/** China has one time without daylight saving; programs that do not know its name read it here. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * The files of a letter's entries: one with those that stand, and one that takes out those that are gone, because a file has
 * one method. `at`: the instant of the letter, so that the same letter makes the same bytes.
 */
export function calendarFiles(
  entries: readonly CalendarEntry[],
  owner: CalendarOwner,
  at: Instant,
): readonly CalendarFile[] {
  const [standing, gone] = [false, true].map((state) => entries.filter(({ cancelled }) => cancelled === state));
  return [
    ...(standing?.length ? [calendarFile(ownedBy(owner, standing), at, 'PUBLISH')] : []),
    ...(gone?.length ? [calendarFile(ownedBy(owner, gone), at, 'CANCEL')] : []),
  ];
}

const ownedBy = (owner: CalendarOwner, entries: readonly CalendarEntry[]) => entries.map((entry) => ({ entry, owner }));

/** One file of entries, whosever they are. */
export function calendarFile(
  entries: readonly { readonly entry: CalendarEntry; readonly owner: CalendarOwner }[],
  at: Instant,
  method: CalendarFile['method'] = 'PUBLISH',
): CalendarFile {
  const productId = '-//pingshen//pingshen//ZH';
  const events = entries.map(({ entry, owner }) => eventOf(entry, owner, at));
  const { error, value } = createEvents(events, { productId, method });
  if (error || value == null) throw new Error('no calendar file', { cause: error });
  const content = value
    .replace(/^(DTSTART|DTEND):(\d{8}T\d{6})\r$/gm, '$1;TZID=Asia/Shanghai:$2\r')
    .replace(/BEGIN:VEVENT|END:VCALENDAR/, `${timeZone}\r\n$&`);
  return { filename: method === 'CANCEL' ? 'cancelled.ics' : 'calendar.ics', method, content };
}

function eventOf(
  entry: CalendarEntry,
  owner: CalendarOwner,
  at: Instant,
): EventAttributes & { readonly timestamp: number } {
  const { uid, sequence, label, from, to, place, cancelled } = entry;
  const { reference, sender, link, language } = owner;
  const host = new URL(link).hostname;
  return {
    uid: `${uid}@pingshen`,
    sequence,
    timestamp: at,
    title: `${label[language]}${language === 'zh' ? '：' : ': '}${oneLine(reference)}`,
    description: language === 'zh' ? `以系统中的期限为准：${link}` : `The date in the system counts: ${link}`,
    url: link,
    start: wallClock(from),
    end: wallClock(to),
    startInputType: 'local',
    startOutputType: 'local',
    endInputType: 'local',
    endOutputType: 'local',
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    classification: 'PRIVATE',
    // A calendar file has to say whose entries they are; nobody reads what is sent there.
    organizer: { name: oneLine(sender).replaceAll('"', ''), email: `no-reply@${host}` },
    ...(place === null ? {} : { location: oneLine(place) }),
    ...(cancelled
      ? {}
      : { alarms: [{ action: 'display', description: label[language], trigger: { hours: 24, before: true } }] }),
  };
}

/** A line break in a text would start a line of the file. */
const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ');

/** Year, month, day, hour and minute in Beijing. */
function wallClock(instant: Instant): [number, number, number, number, number] {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = isoInBeijing(instant).match(/\d+/g)?.map(Number) ?? [];
  return [year, month, day, hours, minutes];
}
