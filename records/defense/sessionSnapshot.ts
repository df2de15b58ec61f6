import type { SessionSnapshot } from '../../rules/defense/sessionLaw.js';
import type { Statements } from '../database.js';
import type { DefenseSession } from './defenseSessions.js';

/** The facts about a session that decide which acts it takes. Read it under the session's lock before acting on it. */
export async function sessionSnapshotOf(
  statements: Statements,
  { id, state, revision }: Pick<DefenseSession, 'id' | 'state' | 'revision'>,
): Promise<SessionSnapshot> {
  const { rows } = await statements.query<Omit<SessionSnapshot, 'state'>>({
    name: 'defense_session_snapshot',
    text: `WITH sheets AS (
             SELECT EXISTS (SELECT FROM score_sheets WHERE session_id = $1 AND submitted_at IS NOT NULL) AS scored)
           SELECT scored,
             scored OR EXISTS (SELECT FROM defense_slots WHERE session_id = $1 AND outcome IS NOT NULL) AS begun,
             (SELECT count(*)::int FROM defense_slots WHERE session_id = $1 AND outcome IS NULL
                AND appointed_revision IS DISTINCT FROM $2) AS unnotified
           FROM sheets`,
    values: [id, revision],
  });
  return { state, ...(rows[0] ?? { begun: false, scored: false, unnotified: 0 }) };
}
