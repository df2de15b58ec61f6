import type { Database } from '../database.js';

/** Whether a person applies from a unit. */
export async function belongsTo({ pool }: Pick<Database, 'pool'>, personId: string, unitId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'belongs_to',
    text: `SELECT FROM role_bindings WHERE person_id = $1 AND role = 'applicant' AND unit_id = $2`,
    values: [personId, unitId],
  });
  return (rowCount ?? 0) > 0;
}
