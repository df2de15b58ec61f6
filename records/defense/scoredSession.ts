import type { SlotOutcome } from '../../rules/defense/sessionLaw.js';
import type { Database } from '../database.js';

/** The id of the session that scored an application; null: none did. */
export async function scoredSession({ pool }: Pick<Database, 'pool'>, applicationId: string): Promise<string | null> {
  const scored: SlotOutcome = 'scored';
  const { rows } = await pool.query<{ id: string }>({
    name: 'scored_session',
    text: 'SELECT session_id AS id FROM defense_slots WHERE application_id = $1::uuid AND outcome = $2 LIMIT 1',
    values: [applicationId, scored],
  });
  return rows[0]?.id ?? null;
}
