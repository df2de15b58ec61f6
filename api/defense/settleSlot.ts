import { lockSession, noteState } from '../../records/defenseSessions.js';
import { anyToCome, settleSlot } from '../../records/defenseSlots.js';
import { standingOf } from '../../records/defenseStanding.js';
import { inTransaction } from '../../records/inTransaction.js';
import { decideSession, type SlotOutcome } from '../../rules/defense/sessionLaw.js';
import type { Deps } from '../deps.js';

/** Notes what became of a candidate's turn; with the last one the session is over. */
export async function settle(
  { db }: Pick<Deps, 'db'>,
  settled: { readonly sessionId: string; readonly applicationId: string; readonly outcome: SlotOutcome },
): Promise<void> {
  await inTransaction(db, async (statements) => {
    const session = await lockSession(statements, settled.sessionId);
    await settleSlot(statements, settled);
    if (!session || (await anyToCome(statements, session.id))) return;
    const state = decideSession(await standingOf(statements, session), 'close');
    if (typeof state === 'string') await noteState(statements, { id: session.id, state });
  });
}
