import type { Database } from '../database.js';

/** Where a role counts, or what stands above a unit. */
export interface NamedScope {
  readonly of: 'unit' | 'department' | 'campaign';
  readonly id: string;
  readonly name: string;
}

/** Units, departments and campaigns whose id, credit code or name is one of these texts. */
export async function namedScopes(
  { pool }: Pick<Database, 'pool'>,
  texts: readonly string[],
): Promise<readonly NamedScope[]> {
  const { rows } = await pool.query<NamedScope>({
    name: 'named_scopes',
    text: `SELECT 'unit' AS of, id, name FROM units WHERE id = ANY($1) OR name = ANY($1) OR credit_code = ANY($1)
           UNION ALL SELECT 'department', id, name FROM departments WHERE id = ANY($1) OR name = ANY($1)
           UNION ALL SELECT 'campaign', id, title FROM campaigns WHERE id = ANY($1) OR title = ANY($1)`,
    values: [texts],
  });
  return rows;
}

/** The ids of the units with these credit codes. */
export async function holdersOfCodes(
  { pool }: Pick<Database, 'pool'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ code: string; id: string }>({
    name: 'holders_of_credit_codes',
    text: 'SELECT credit_code AS code, id FROM units WHERE credit_code = ANY($1)',
    values: [codes],
  });
  return new Map(rows.map(({ code, id }) => [code, id]));
}
