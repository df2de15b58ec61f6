import type { UnmatchedPayment } from '../api/fees.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';

type Code = UnmatchedPayment['code'];
const description = [
  ...(['not_found', 'amount_mismatch', 'overpaid', 'key_reused', 'deadline_passed'] as const),
  ...(['window_not_open', 'event_not_allowed', 'already_final', 'already_done', 'date_in_future'] as const),
] as const satisfies readonly Code[];

/** Why a payment matches no fee, as text; the code itself for problems a bank payment never has. */
export function useWhyUnmatched(): (code: Code) => string {
  const t = useLabels(finance);
  return (code) => {
    const known = description.find((one) => one === code);
    return known === undefined ? code : t(known);
  };
}
