import { isConferred } from '../application/isConferred.js';
import { lifecycle, type Status, statuses } from '../application/lifecycle.js';
import { type Instant, type LocalDate, localDateOf } from '../calendar/instant.js';

/** One kind of personal data: how long it is kept after its application ended, and why. */
export interface RetentionPeriod {
  readonly years: number;
  readonly clause: string;
  readonly reason: string;
}

/**
 * How long personal data are kept (个人信息保护法 第十九条: the shortest time the purpose needs; 第四十七条: then they are
 * erased). The notice names no period: these are the longest for which it may still need the data.
 */
export const retentionPeriods = {
  /** Form and files of people none of whose applications led to a title. */
  applicant: {
    years: 5,
    clause: '个人信息保护法 第十九条、第四十七条；处罚期限',
    reason: '弄虚作假的处理期为5年，期内需要核实申报材料；未取得资格的材料此后不再需要',
  },
  /** How an objector can be reached, and their evidence. */
  objector: {
    years: 3,
    clause: '个人信息保护法 第十九条、第四十七条',
    reason: '异议办结后的复查与申诉在此期间可能需要联系提出人',
  },
  /** By which parcel originals were sent: carrier, number and day. */
  parcel: {
    years: 3,
    clause: '个人信息保护法 第十九条、第四十七条',
    reason: '申报办结后的复查与申诉在此期间可能需要核实材料的寄送，此后不再需要快递单号',
  },
  /** Who paid and what they wrote, in lines of bank statements; counted from the end of the year. */
  payer: {
    years: 10,
    clause: '会计档案管理办法 附表（银行对账单）',
    reason: '银行对账单的保管期限为10年，自会计年度终了起算；此后不再需要付款人的户名和附言',
  },
} as const satisfies Record<string, RetentionPeriod>;

/** Ends after which nothing is left to prove. Who has a title keeps the file it rests on. */
export const endsWithoutTitle: readonly Status[] = statuses.filter(
  (status) => lifecycle[status].final && !isConferred(status),
);
/** All ends of an application. */
export const ends: readonly Status[] = statuses.filter((status) => lifecycle[status].final);

/** Applications that ended before this day have been kept for their time; `now` is campaign time. */
export function endedBefore(now: Instant, { years }: RetentionPeriod): LocalDate {
  const today = localDateOf(now);
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0');
  // The anniversary of a leap day is the day before March.
  return today.endsWith('02-29') ? `${year}-02-28` : `${year}${today.slice(4)}`;
}
