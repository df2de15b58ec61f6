import { decideSession, type SlotOutcome } from '../../rules/defense/sessionLaw.js';
import { uncited } from '../../rules/policy/clauses.js';
import type { Statements } from '../database.js';
import { lockSession, noteState } from './defenseSessions.js';
import { anyToCome, finalizeSlot } from './defenseSlots.js';
import { sessionSnapshotOf } from './sessionSnapshot.js';

/** Sets the outcome of a slot that has none; with the last one the session is closed. Runs within a transaction. */
export async function closeSlot(
  statements: Statements,
  finalized: { readonly sessionId: string; readonly applicationId: string; readonly outcome: SlotOutcome },
): Promise<void> {
  const session = await lockSession(statements, finalized.sessionId);
  await finalizeSlot(statements, finalized);
  if (!session || (await anyToCome(statements, session.id))) return;
  const state = decideSession(await sessionSnapshotOf(statements, session), 'close', uncited);
  if (typeof state === 'string') await noteState(statements, { id: session.id, state });
}
