import { addDays, type LocalDate } from '../calendar/instant.js';

/** What is not seen: control characters, halves of characters, changes of direction, and spaces without width. */
const unseen = /[\p{Cc}\p{Cs}\u200B\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

/** The text of a cell without what exports wrap around it: tabs, `="…"`, apostrophes, and any kind of space at its ends. */
export function plainCell(cell: string): string {
  const text = cell.replaceAll(unseen, '').trim();
  return (/^="(.*)"$/s.exec(text)?.[1] ?? text).replace(/^'/, '').trim();
}

/** Money in fen, below 0 with a minus; 0 for an empty cell; null where it is no amount. */
export function parseMoney(cell: string): number | null {
  const text = plainCell(cell)
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[¥￥]|元$|CNY$/gi, '');
  if (text === '' || text === '-' || text === '--') return 0;
  const [, sign = '', whole, rest = ''] = /^([+\-−]?)(\d{1,13})(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const fen = fenOf(rest);
  if (fen === null) return null;
  const amount = Number(whole) * 100 + fen;
  return sign === '' || sign === '+' ? amount : -amount;
}

/** Two decimals; further ones only as the noise of a sum in floating point leaves them. */
function fenOf(decimals: string): number | null {
  const further = decimals.slice(2);
  const fen = Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (/^0*$/.test(further)) return fen;
  if (further.length < 6) return null;
  if (/^0{4}/.test(further)) return fen;
  return /^9{4}/.test(further) ? fen + 1 : null;
}

const datePattern = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]?(.+))?$/;

/**
 * When a line was booked, `2024-09-11` or `2024-09-11T10:02:03`: of the forms banks use, `20240911 10:02:03` and the day number
 * of a spreadsheet (from 1899-12-30) too. Null where it is no time between 2000 and 2099.
 */
export function parseTime(cell: string): string | null {
  const text = plainCell(cell).normalize('NFKC').replaceAll(/\s+/g, ' ');
  if (/^\d{5}(\.\d+)?$/.test(text)) return timeOfSerial(Number(text));
  const compact = /^(\d{8})(\d{6})$/.exec(text);
  const parts = datePattern.exec(compact ? `${compact[1]} ${compact[2]}` : text);
  if (!parts) return null;
  const [, year = '', month = '', dayOfMonth = '', clock] = parts;
  const date = [year, month.padStart(2, '0'), dayOfMonth.padStart(2, '0')].join('-');
  if (!isDate(date)) return null;
  if (clock === undefined) return date;
  const time = parseClock(clock);
  return time && `${date}T${time}`;
}

/** A time of day, `10:02:03`: `100203`, `10:02` and a fraction of a day are read too; null where it is none. */
export function parseClock(cell: string): string | null {
  const text = plainCell(cell).normalize('NFKC');
  if (/^0?\.\d+$/.test(text)) return clockOf(Math.round(Number(text) * 86_400));
  const [, hours = '', minutes = '', seconds = '00'] =
    /^(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(/^\d{5}$/.test(text) ? `0${text}` : text) ??
    [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
}

const clockOf = (seconds: number) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

function timeOfSerial(serial: number): string | null {
  const date = addDays('1899-12-30', Math.floor(serial));
  const seconds = Math.round((serial % 1) * 86_400);
  if (!isDate(date) || seconds >= 86_400) return null;
  return seconds === 0 ? date : `${date}T${clockOf(seconds)}`;
}

function isDate(date: LocalDate): boolean {
  return /^20\d\d-/.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().slice(0, 10) === date;
}
