import type { InvestigatorRole } from '../../rules/application/objections.js';
import type { Database } from '../database.js';

/** A person who may investigate an objection. */
export interface Investigator {
  readonly personId: string;
  readonly name: string;
  readonly role: InvestigatorRole;
}

/** Who may investigate objections of a campaign: its supervisors and its office. */
export async function investigators(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly Investigator[]> {
  const { rows } = await pool.query({
    name: 'investigators',
    text: `SELECT users.id AS "personId", users.name, max(role) AS role
           FROM role_bindings JOIN users ON users.id = person_id
           WHERE role IN ('supervisor', 'office') AND (campaign_id IS NULL OR campaign_id = $1)
           GROUP BY users.id, users.name ORDER BY max(role) DESC, users.name, users.id LIMIT 200`,
    values: [campaignId],
  });
  return rows;
}
