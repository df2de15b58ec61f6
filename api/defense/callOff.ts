import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { DefenseSession } from '../../records/defense/defenseSessions.js';
import type { DefenseSlot } from '../../records/defense/defenseSlots.js';
import { findLaw } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import type { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { performOnce } from './performOnce.js';

/**
 * Withdraws the appointment of a notified candidate, once, by the act of the law, which writes to them. Does nothing for a
 * candidate who was not notified or is past the defense meanwhile. Returns the problem that prevents it, or null.
 */
export async function callOff(
  deps: Services,
  given: {
    readonly caller: Caller;
    readonly session: Pick<DefenseSession, 'id' | 'room'>;
    readonly slot: Pick<DefenseSlot, 'applicationId' | 'startsAt' | 'appointedRevision'>;
    readonly reason: string | undefined;
  },
): Promise<Problem | null> {
  const { caller, session, slot, reason } = given;
  const { applicationId, startsAt, appointedRevision } = slot;
  const facts = (await lookUpApplication(deps.db, applicationId))?.facts;
  if (!facts || facts.defenseAt === null || findLaw(facts.status, 'call_off_defense') === null) return null;
  // Notified and not yet recorded: the process ended before it could record it.
  const sameTime = facts.defenseAt === startsAt;
  if (appointedRevision === null && !sameTime) return null;
  const place = sameTime ? { place: session.room } : {};
  const key = `calloff-${session.id}-${applicationId}`;
  const body = reason === undefined ? place : { ...place, reason };
  return await performOnce(deps, { caller, applicationId, event: 'call_off_defense', key, body });
}
