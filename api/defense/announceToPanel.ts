import { writeDefenseLetters } from '../../records/defense/defenseLetters.js';
import { panelsOf } from '../../records/defense/defensePanels.js';
import { type DefenseSession, lockSession, noteState } from '../../records/defense/defenseSessions.js';
import { inTransaction } from '../../records/inTransaction.js';
import { isAnnounced, type SessionState } from '../../rules/defense/sessionLaw.js';
import type { Deps } from '../deps.js';

/**
 * Records that a session is published, and notifies its panel when it was not before: each member learns when and where,
 * and how many candidates are heard. A change of a published session is notified when it happens.
 */
export async function announceToPanel(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  given: { readonly session: DefenseSession; readonly next: SessionState; readonly candidates: number },
): Promise<void> {
  const { session, next, candidates } = given;
  const { id, revision } = session;
  const at = await clock();
  const to = (await panelsOf(db, [id])).map(({ expertId }) => expertId);
  await inTransaction(db, async (statements) => {
    const present = await lockSession(statements, id);
    await noteState(statements, { id, state: next });
    if (!present || isAnnounced(present.state)) return;
    const detail = { at, announced: { at: session.startsAt, room: session.room, candidates } };
    await writeDefenseLetters(statements, { session, to, revision, kind: 'defense_announced', detail });
  });
}
