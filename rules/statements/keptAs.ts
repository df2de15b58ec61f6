import type { LineMatch, MatchedFee } from './matchLines.js';
import type { LineReason, LineVerdict } from './verdicts.js';

/** Under which code the money of a line is kept (`rules/fees/paymentOutcomes.ts`), and the fee it is kept for; null: for none. */
interface Kept {
  readonly code: string;
  readonly fee: MatchedFee | null;
}

/** Codes by why a line is not the payment of the fee it names; of the others it is not certain that they name it. */
const codes: Readonly<Partial<Record<LineReason, string>>> = {
  amount: 'amount_mismatch',
  paid_already: 'already_done',
  taken: 'already_done',
  not_due: 'event_not_allowed',
};

/** Whether money of such a line may be kept: what matches is confirmed, what is registered is not kept twice, what went out is gone. */
export const isKeepable = (verdict: LineVerdict): boolean => keepable.includes(verdict);
const keepable: readonly LineVerdict[] = ['differs', 'candidates', 'none'];

/** As what the money of a line is kept, to be assigned or paid back later; null: it cannot be kept. */
export function keptAs({ verdict, reason, candidates }: LineMatch): Kept | null {
  if (!isKeepable(verdict)) return null;
  const code = reason === null ? undefined : codes[reason];
  const [fee] = candidates;
  return code === undefined || fee === undefined ? { code: 'not_found', fee: null } : { code, fee };
}
