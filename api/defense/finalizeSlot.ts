import { closeSlot } from '../../records/defense/closeSlot.js';
import { inTransaction } from '../../records/inTransaction.js';
import type { SlotOutcome } from '../../rules/defense/sessionLaw.js';
import type { Deps } from '../deps.js';

/** Notes what became of a candidate's turn; with the last one the session is over. */
export async function finalize(
  { db }: Pick<Deps, 'db'>,
  finalized: { readonly sessionId: string; readonly applicationId: string; readonly outcome: SlotOutcome },
): Promise<void> {
  await inTransaction(db, (statements) => closeSlot(statements, finalized));
}
