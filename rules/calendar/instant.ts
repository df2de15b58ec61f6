/** Milliseconds since the epoch: the one form in which rules and engine exchange an instant. */
export type Instant = number;
/** A day in Beijing, `2024-08-30`. */
export type LocalDate = string;
/** A minute in Beijing, `2024-08-30T18:00`. `24:00` names the end of its day. */
export type LocalDateTime = string;

/** China has kept +08:00 without daylight saving since 1992, so a fixed offset is exact for every campaign. */
const beijingOffset = 8 * 60 * 60 * 1000;
export const hour: Instant = 60 * 60 * 1000;
export const day: Instant = 24 * hour;

/** The day in Beijing on which an instant falls. */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(instant + beijingOffset).toISOString().slice(0, 10);
}

/** The first instant of a day in Beijing. */
export function startOfDay(date: LocalDate): Instant {
  return Date.parse(`${date}T00:00:00.000Z`) - beijingOffset;
}

/** The first instant after a day in Beijing: 24:00 of it. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(date) + day;
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOf(startOfDay(date) + days * day);
}

/** The instant of a minute in Beijing; `T24:00` is the end of the day. */
export function instantOf(dateTime: LocalDateTime): Instant {
  const [date = '', time = '00:00'] = dateTime.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(date) + hours * hour + minutes * 60_000;
}

/** ISO text with the Beijing offset, to the millisecond: `2024-08-30T18:00:00.000+08:00`. */
export function isoInBeijing(instant: Instant): string {
  return `${new Date(instant + beijingOffset).toISOString().slice(0, -1)}+08:00`;
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The weekday of a day, 0 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00.000Z`).getUTCDay();
}

/** An instant as people say it: `2024年8月10日 周六 00:00`. */
export function formatInstantZh(instant: Instant): string {
  return labelsOf(localDateOf(instant), new Date(instant + beijingOffset).toISOString().slice(11, 16));
}

/** An instant in digits, for English sentences: `2024-08-10 00:00`. */
export function inDigits(instant: Instant): string {
  return isoInBeijing(instant).slice(0, 16).replace('T', ' ');
}

/**
 * A due instant as people say it. Midnight is written as 24:00 of the day before, because a period that ends on the 29th
 * ends with that day.
 */
export function formatDueZh(due: Instant): string {
  const date = localDateOf(due);
  return startOfDay(date) === due ? labelsOf(addDays(date, -1), '24:00') : formatInstantZh(due);
}

/** A due instant in digits, midnight as 24:00 of the day before. */
export function dueInDigits(due: Instant): string {
  const date = localDateOf(due);
  return startOfDay(date) === due ? `${addDays(date, -1)} 24:00` : inDigits(due);
}

const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const monthsEn = 'January February March April May June July August September October November December'.split(' ');

/** The same in English: `Friday 30 August 2024, 18:00`. */
export function formatDueEn(due: Instant): string {
  const date = localDateOf(due);
  return startOfDay(date) === due ? labelsEn(addDays(date, -1), '24:00') : formatInstantEn(due);
}

/** An instant in English: `Saturday 10 August 2024, 00:00`. */
export function formatInstantEn(instant: Instant): string {
  return labelsEn(localDateOf(instant), new Date(instant + beijingOffset).toISOString().slice(11, 16));
}

function labelsEn(date: LocalDate, time: string): string {
  const [year, month = 1, dayOfMonth] = date.split('-').map(Number);
  return `${weekdaysEn[weekdayOf(date)]} ${dayOfMonth} ${monthsEn[month - 1]} ${year}, ${time}`;
}

function labelsOf(date: LocalDate, time: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日 ${weekdays[weekdayOf(date)]} ${time}`;
}
