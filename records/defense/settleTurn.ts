import { decideSession, type SlotOutcome } from '../../rules/defense/sessionLaw.js';
import type { Statements } from '../database.js';
import { lockSession, noteState } from './defenseSessions.js';
import { anyToCome, settleSlot } from './defenseSlots.js';
import { standingOf } from './defenseStanding.js';

/** Notes what became of a candidate's turn, if nothing had; with the last one the session is over. Within a transaction. */
export async function settleTurn(
  statements: Statements,
  settled: { readonly sessionId: string; readonly applicationId: string; readonly outcome: SlotOutcome },
): Promise<void> {
  const session = await lockSession(statements, settled.sessionId);
  await settleSlot(statements, settled);
  if (!session || (await anyToCome(statements, session.id))) return;
  const state = decideSession(await standingOf(statements, session), 'close');
  if (typeof state === 'string') await noteState(statements, { id: session.id, state });
}
