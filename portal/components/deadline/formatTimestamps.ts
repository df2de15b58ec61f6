import { addDays, localDateOf, weekdayOf } from '../../../rules/calendar/instant.js';

const minute = 60_000;
const zhDays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const enDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
type Language = 'zh' | 'en';

/** A day in Beijing with its weekday, `8月30日 周五`; with the year when it is not `thisYear`. */
export function formatDay(date: string, language: Language, thisYear?: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = weekdayOf(date);
  const other = year !== thisYear;
  if (language === 'zh') return `${other ? `${year}年` : ''}${Number(month)}月${Number(day)}日 ${zhDays[weekday]}`;
  return `${enDays[weekday]} ${Number(day)} ${enMonths[Number(month) - 1]}${other ? ` ${year}` : ''}`;
}

interface Description {
  readonly language: Language;
  /** campaign time in ms: another year is shown */
  readonly now: number;
  /** a due instant: midnight is shown as 24:00 of the day before */
  readonly due?: boolean;
}

/** An instant in Beijing time, `8月30日 周五 18:00`. */
export function formatInstant(iso: string, { language, now, due = false }: Description): string {
  const at = Date.parse(iso);
  const date = localDateOf(at);
  const clock = new Date(at + 8 * 60 * minute).toISOString().slice(11, 16);
  const thisYear = localDateOf(now).slice(0, 4);
  if (due && clock === '00:00') return `${formatDay(addDays(date, -1), language, thisYear)} 24:00`;
  return `${formatDay(date, language, thisYear)} ${clock}`;
}

/** A duration in its two largest units: `2 天 3 小时`, `25 分钟`. */
export function formatSpan(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / minute));
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(minutes / 1440), '天', 'd'],
    [Math.floor((minutes % 1440) / 60), '小时', 'h'],
    [minutes % 60, '分钟', 'min'],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, zh, en]) => `${n} ${language === 'zh' ? zh : en}`)
    .join(' ');
}
