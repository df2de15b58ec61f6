import type { Database } from '../database.js';

/** A unit as people find it who want to join it. */
export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly region: string | null;
}

/** Departments whose name contains the text; those whose name begins with it first. */
export async function findDepartments(
  { pool }: Pick<Database, 'pool'>,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'find_departments',
    text: `SELECT id, name FROM departments WHERE strpos(name, $1) > 0
           ORDER BY strpos(name, $1) <> 1, char_length(name), name, id LIMIT $2`,
    values: [q, limit],
  });
  return rows;
}

/** Units whose name contains the text, or whose id or code it is; those whose name begins with it first. */
export async function findUnits(
  { pool }: Pick<Database, 'pool'>,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<readonly FoundUnit[]> {
  const { rows } = await pool.query<FoundUnit>({
    name: 'find_units',
    text: `SELECT id, name, credit_code AS "creditCode", region FROM units
           WHERE strpos(name, $1) > 0 OR id = lower($1) OR credit_code = upper($1)
           ORDER BY strpos(name, $1) <> 1, char_length(name), name, id LIMIT $2`,
    values: [q, limit],
  });
  return rows;
}
