import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';
import { type Refusal, refuse } from '../refusal.js';

/** How a payment came to be registered. */
export const paymentWays = {
  message: { zh: '银行到账通知', en: "Bank's message" },
  statement: { zh: '银行对账单', en: 'Bank statement' },
  hand: { zh: '人工登记', en: 'By hand' },
} as const satisfies Record<string, BilingualText>;
export type PaymentWay = keyof typeof paymentWays;

/** The way by the key of the act that confirmed a payment. */
export function wayOf(key: string): PaymentWay {
  if (key.startsWith('bank:')) return 'message';
  return key.startsWith('statement:') ? 'statement' : 'hand';
}

/**
 * The refusal to close a day, or null. Days are closed in their order, a day may be left out, and a closed one stays as it is: what is
 * registered later, or put right, belongs to the next close. `last` is the last day that is closed.
 */
export function dayCloseProblem(
  { day, today, last }: { readonly day: LocalDate; readonly today: LocalDate; readonly last: LocalDate | null },
  clause: string,
): Refusal | null {
  if (day > today)
    return refuse(
      'date_in_future',
      clause,
      { zh: '这一天还没有到，不能日结。', en: 'That day has not come; it cannot be closed.' },
      { field: 'day' },
    );
  if (last === null || day > last) return null;
  return refuse(
    'already_done',
    clause,
    {
      zh: `${last} 及以前已经日结，不再更改；之后登记或更正的款项计入下一次日结。`,
      en: `The days until ${last} are closed and are not changed; what is registered or put right later belongs to the next close.`,
    },
    { field: 'day' },
  );
}
