import type { Transition } from '../../rules/application/act.js';
import { type TurnAhead, turnAfter } from '../../rules/defense/slotLaw.js';
import type { Statements } from '../database.js';
import { instantFrom } from '../timestamps.js';
import { closeSlot } from './closeSlot.js';

interface Row extends Omit<TurnAhead, 'startsAt'> {
  readonly sessionId: string;
  readonly startsAt: Date;
}

/**
 * Updates the slots of an application after a transition that changes or withdraws its appointment, marks the candidate
 * absent, scores or ends it. It runs in the transaction that records the transition, so that no session waits for a
 * candidate who does not come.
 */
export async function applyAppointment(
  statements: Statements,
  applicationId: string,
  transition: Transition,
): Promise<void> {
  const { rows } = await statements.query<Row>({
    name: 'turns_ahead',
    text: `SELECT session.id AS "sessionId", session.state, slot.starts_at AS "startsAt", slot.outcome,
             COALESCE(slot.appointed_revision = session.revision, false) AS notified,
             (SELECT count(*)::int FROM score_sheets AS sheet WHERE sheet.session_id = slot.session_id
                AND sheet.application_id = slot.application_id AND sheet.submitted_at IS NOT NULL) AS submitted
           FROM defense_slots AS slot JOIN defense_sessions AS session ON session.id = slot.session_id
           WHERE slot.application_id = $1 AND slot.outcome IS NULL ORDER BY session.id`,
    values: [applicationId],
  });
  for (const { sessionId, startsAt, ...turn } of rows) {
    const outcome = turnAfter(transition, { ...turn, startsAt: instantFrom(startsAt) });
    if (outcome !== null) await closeSlot(statements, { sessionId, applicationId, outcome });
  }
}
