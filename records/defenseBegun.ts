import type { Statements } from './database.js';

/** Whether anything has happened in a session: a turn has come to something, or a sheet has been handed in. */
export async function hasBegun(statements: Statements, sessionId: string): Promise<boolean> {
  const { rows } = await statements.query<{ begun: boolean }>({
    name: 'defense_begun',
    text: `SELECT EXISTS (SELECT FROM defense_slots WHERE session_id = $1 AND outcome IS NOT NULL)
             OR EXISTS (SELECT FROM score_sheets WHERE session_id = $1 AND submitted_at IS NOT NULL) AS begun`,
    values: [sessionId],
  });
  return rows[0]?.begun ?? false;
}
