import type { BilingualText } from '../bilingualText.js';

/** What a line of a statement is to the fees of a campaign. */
export const lineVerdicts = {
  certain: { zh: '相符', en: 'Matches' },
  differs: { zh: '有码不符', en: 'Named, but differs' },
  candidates: { zh: '待辨认', en: 'To be recognised' },
  none: { zh: '无从对应', en: 'No match' },
  known: { zh: '已登记', en: 'Already registered' },
  outgoing: { zh: '支出', en: 'Money out' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type LineVerdict = keyof typeof lineVerdicts;

/** Why a line that names a fee is not its payment, or was counted already. */
export const lineReasons = {
  amount: { zh: '金额与应缴不同', en: 'Another amount than the fee' },
  paid_already: { zh: '该费用已缴，可能重复缴费', en: 'The fee is paid already: perhaps paid twice' },
  not_due: { zh: '该费用现在不收', en: 'The fee is not due now' },
  several: { zh: '写了几个编码', en: 'It names several codes' },
  taken: { zh: '另一笔流水已对应该费用', en: 'Another line is the payment of this fee' },
  date_like: { zh: '编码也可能是日期，户名又不同', en: 'The code may be a date, and the name is another' },
  same_line: { zh: '同一笔流水已导入', en: 'The same line was imported already' },
  bank_message: { zh: '银行到账通知已登记', en: "Already registered by the bank's message" },
  confirmed: { zh: '已由本笔流水确认', en: 'Confirmed from this line' },
  under_way: { zh: '正在确认', en: 'Being confirmed' },
  kept: { zh: '已留作待核款项', en: 'Kept to be matched' },
  registered: { zh: '同日同额已登记', en: 'Registered with the same amount and day' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type LineReason = keyof typeof lineReasons;

/** What became of a line that somebody decided about. */
export const lineOutcomes = ['confirmed', 'kept', 'refused'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** Lines of one statement: a year of a busy account. */
export const mostStatementLines = 30_000;
/** Lines that one request carries. */
export const linesSentAtOnce = 1_000;
/** Lines that one request confirms. */
export const confirmedAtOnce = 50;
