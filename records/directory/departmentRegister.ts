import type { Statements } from '../database.js';
import { registerById } from './registerById.js';

/** A department as a table has it. */
export interface DepartmentEntry {
  readonly id: string;
  readonly name: string;
}

const given = `given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(id text, name text))`;

/** The departments with these ids. */
export async function currentDepartments(
  statements: Statements,
  ids: readonly string[],
  lock = false,
): Promise<ReadonlyMap<string, DepartmentEntry>> {
  const { rows } = await statements.query<DepartmentEntry>(
    `SELECT id, name FROM departments WHERE id = ANY($1) ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Registers and undoes departments. */
export const departmentRegister = registerById<DepartmentEntry>({
  current: (statements, ids) => currentDepartments(statements, ids, true),
  add: (statements, entries) =>
    written(
      statements,
      `WITH ${given} INSERT INTO departments (id, name) SELECT id, name FROM given ON CONFLICT DO NOTHING RETURNING id`,
      entries,
    ),
  change: (statements, entries) =>
    written(
      statements,
      `WITH ${given} UPDATE departments d SET name = g.name FROM given g WHERE d.id = g.id RETURNING d.id`,
      entries,
    ),
  deletion: `DELETE FROM departments d WHERE id = ANY($1)
    AND NOT EXISTS (SELECT FROM invitations i WHERE i.department_id = d.id) RETURNING id`,
});

/** Runs a statement over entries ($1) that returns the ids it wrote. */
export async function written(
  statements: Statements,
  text: string,
  entries: readonly object[],
): Promise<ReadonlySet<string>> {
  const { rows } = await statements.query<{ id: string }>(text, [JSON.stringify(entries)]);
  return new Set(rows.map(({ id }) => id));
}
