import type { BilingualText } from '../bilingualText.js';

/** What becomes of a fee, as the electronic non-tax bill has it (财库〔2021〕31号), and how it may end without. */
export const feeStateLabels = {
  coded: { zh: '已赋码', en: 'Coded' },
  issued: { zh: '已生成', en: 'Issued' },
  paid: { zh: '已缴', en: 'Paid' },
  checked: { zh: '已核对', en: 'Checked' },
  written_off: { zh: '已核销', en: 'Written off' },
  exempt: { zh: '免缴', en: 'Exempt' },
  void: { zh: '作废', en: 'Void' },
  refunded: { zh: '已退费', en: 'Refunded' },
} as const satisfies Record<string, BilingualText>;
export type FeeState = keyof typeof feeStateLabels;

/** What happens to a fee. */
export const feeEventLabels = {
  arise: { zh: '赋码', en: 'Give the pay code' },
  exempt: { zh: '免缴', en: 'Exempt' },
  issue: { zh: '生成缴款通知', en: 'Issue the notice of payment' },
  pay: { zh: '到账', en: 'Pay' },
  check: { zh: '核对到账', en: 'Check against the bank' },
  write_off: { zh: '财政核销', en: 'Write off with the treasury' },
  refund: { zh: '退费', en: 'Refund' },
  end: { zh: '作废', en: 'End unpaid' },
} as const satisfies Record<string, BilingualText>;
export type FeeEvent = keyof typeof feeEventLabels;

/**
 * 赋码 → 生成 → 已缴 → 核对 → 核销: state → event → state. A fee that ended unpaid arises again, under its code, when an
 * amendment asks for it once more.
 */
export const feeLaw = {
  coded: { issue: 'issued', pay: 'paid', end: 'void', exempt: 'exempt' },
  issued: { pay: 'paid', end: 'void', exempt: 'exempt' },
  paid: { check: 'checked', refund: 'refunded' },
  checked: { write_off: 'written_off', refund: 'refunded' },
  written_off: { refund: 'refunded' },
  exempt: { arise: 'coded' },
  void: { arise: 'coded' },
  refunded: {},
} as const satisfies Record<FeeState, Readonly<Partial<Record<FeeEvent, FeeState>>>>;

/** In which state a fee is that an event is the first of. */
export const firstStates = {
  arise: 'coded',
  exempt: 'exempt',
  pay: 'paid',
  end: 'void',
} as const satisfies Partial<Record<FeeEvent, FeeState>>;

/** The states an event leads from, each with the state it leads to; a fee in another state is left as it is. */
export function statesBy(event: FeeEvent): Readonly<Partial<Record<FeeState, FeeState>>> {
  const law: Readonly<Record<FeeState, Readonly<Partial<Record<FeeEvent, FeeState>>>>> = feeLaw;
  const states = Object.keys(law) as readonly FeeState[];
  return Object.fromEntries(states.flatMap((state) => (law[state][event] ? [[state, law[state][event]]] : [])));
}

/** The state after an event; null where the fee's state does not take it. */
export const stateAfter = (state: FeeState, event: FeeEvent): FeeState | null => statesBy(event)[state] ?? null;

/** Whether a fee can still be paid. */
export const isPayable = (state: FeeState): boolean => stateAfter(state, 'pay') !== null;
