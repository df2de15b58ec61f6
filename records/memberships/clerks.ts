import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { heldRoles } from '../people/heldRoles.js';
import type { Organisation } from './addInvitations.js';

type Pool = Pick<Database, 'pool'>;

/** The clerks of a department by name; not those who act for it as clerks of the unit that it is. */
export async function clerksOfDepartment(
  { pool }: Pool,
  departmentId: string,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const { rows } = await pool.query<{ personId: string; name: string }>({
    name: 'clerks_of_department',
    text: `SELECT b.person_id AS "personId", p.name FROM role_bindings b JOIN users p ON p.id = b.person_id
           WHERE b.department_id = $1 AND b.role = 'department' ORDER BY p.name, b.id`,
    values: [departmentId],
  });
  return rows;
}

export type ClerkRemoval = 'removed' | 'none' | 'last';

/**
 * Ends a clerk's acting for a unit or department, and their sessions. What is open belongs to it and stays with its other
 * clerks, so the last one cannot go: removals wait for each other.
 */
export async function removeClerk(
  database: Pool,
  {
    personId,
    of,
    by,
    reason,
  }: { readonly personId: string; readonly of: Organisation; readonly by: string; readonly reason: string },
): Promise<ClerkRemoval> {
  const [role, table, id] =
    'unitId' in of ? ['unit', 'units', of.unitId] : ['department', 'departments', of.departmentId];
  return await inTransaction(database, async (statements) => {
    // A statement of its own: the next one has to see what the one it waited for has removed.
    await statements.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
    const { rows } = await statements.query<{ outcome: ClerkRemoval }>({
      name: 'remove_clerk',
      text: `WITH clerks AS (
             SELECT id, person_id FROM role_bindings WHERE role = $5 AND COALESCE(unit_id, department_id) = $2),
           gone AS (
             DELETE FROM role_bindings WHERE id IN (SELECT id FROM clerks WHERE person_id = $1)
               AND EXISTS (SELECT FROM (${heldRoles}) h WHERE h.role = $5 AND h.scope = $2 AND h.person_id <> $1)
             RETURNING person_id),
           ended AS (DELETE FROM sessions WHERE person_id IN (SELECT person_id FROM gone) AND person_id <> $3),
           logged AS (
             INSERT INTO access_log (kind, person_id, roles, subject_id, reason)
             SELECT 'role_removed', $3, ARRAY[$5], person_id, $4 FROM gone)
           SELECT CASE WHEN EXISTS (SELECT FROM gone) THEN 'removed'
             WHEN EXISTS (SELECT FROM clerks WHERE person_id = $1) THEN 'last' ELSE 'none' END AS outcome`,
      values: [personId, id, by, reason, role],
    });
    return rows[0]?.outcome ?? 'none';
  });
}
