import type { Statements } from '../database.js';

/**
 * Makes the chains anew of the units just written and of all below them: where a unit stands above, its clerks review
 * first, and then whoever reviews for that unit. A unit that stands above becomes a department of its own id and name, and keeps its name as that.
 */
export async function followSuperiors(statements: Statements, ids: readonly string[]): Promise<void> {
  await statements.query(
    `INSERT INTO departments (id, name) SELECT id, name FROM units
     WHERE id IN (SELECT superior_id FROM units WHERE id = ANY($1)) ON CONFLICT DO NOTHING`,
    [ids],
  );
  await statements.query(
    `UPDATE departments d SET name = u.name FROM units u WHERE u.id = d.id AND u.id = ANY($1) AND u.name <> d.name
       AND EXISTS (SELECT FROM units below WHERE below.superior_id = u.id)`,
    [ids],
  );
  await statements.query(`${subtree} DELETE FROM unit_chain WHERE unit_id IN (SELECT id FROM subordinate)`, [ids]);
  await statements.query(
    `${subtree}, above (unit_id, level, id) AS (
       SELECT id, 0, superior_id FROM subordinate
       UNION ALL SELECT a.unit_id, a.level + 1, u.superior_id FROM above a JOIN units u ON u.id = a.id
       WHERE u.superior_id IS NOT NULL),
     highest AS (SELECT DISTINCT ON (unit_id) * FROM above ORDER BY unit_id, level DESC)
     INSERT INTO unit_chain (unit_id, level, department_id)
     SELECT unit_id, level, id FROM above
     UNION ALL SELECT h.unit_id, h.level + 1 + c.level, c.department_id FROM highest h JOIN unit_chain c ON c.unit_id = h.id
     ORDER BY 2 ON CONFLICT DO NOTHING`,
    [ids],
  );
}

/** The units with these ids ($1) and all below them; of these `subordinate` those that have a unit above. */
const subtree = `WITH RECURSIVE written AS (
    SELECT id, superior_id FROM units WHERE id = ANY($1)
    UNION SELECT u.id, u.superior_id FROM units u JOIN written w ON u.superior_id = w.id),
  subordinate AS (SELECT * FROM written WHERE superior_id IS NOT NULL)`;

/** Condition that no unit stands above itself: neither is `superior` the unit `own`, nor below it. */
export const noCircle = (superior: string, own: string) => `${own} NOT IN (
    WITH RECURSIVE up (id) AS (
      SELECT ${superior} UNION SELECT u.superior_id FROM up JOIN units u ON u.id = up.id WHERE u.superior_id IS NOT NULL)
    SELECT id FROM up)`;
