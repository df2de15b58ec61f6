import type { Database } from '../database.js';

/** A member of a session's panel. */
export interface PanelMember {
  readonly sessionId: string;
  readonly expertId: string;
  readonly name: string;
  readonly leader: boolean;
}

/** The panels of sessions, the leader first. */
export async function panelsOf(
  { pool }: Pick<Database, 'pool'>,
  sessionIds: readonly string[],
): Promise<readonly PanelMember[]> {
  const { rows } = await pool.query<PanelMember>({
    name: 'defense_panels',
    text: `SELECT session_id AS "sessionId", expert_id AS "expertId", users.name, leader
           FROM defense_panel JOIN experts ON experts.id = expert_id JOIN users ON users.id = experts.person_id
           WHERE session_id = ANY($1::uuid[]) ORDER BY leader DESC, users.name, expert_id`,
    values: [sessionIds],
  });
  return rows;
}
