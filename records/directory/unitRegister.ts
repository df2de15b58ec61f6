import type { Statements } from '../database.js';
import { written } from './departmentRegister.js';
import { registerById } from './registerById.js';

/** A unit as a table has it. */
export interface UnitEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly rank: string | null;
  readonly region: string | null;
  readonly creditCode: string | null;
  /** The departments above it, the nearest first. */
  readonly chain: readonly string[];
}

/** The entries that can be written: their departments exist, and nobody else has their credit code. */
const given = `given AS (
    SELECT g.* FROM jsonb_to_recordset($1::jsonb) AS g(id text, name text, kind text, rank text, region text,
      "creditCode" text, chain text[])
    WHERE NOT EXISTS (SELECT FROM unnest(g.chain) c WHERE NOT EXISTS (SELECT FROM departments d WHERE d.id = c))
      AND NOT EXISTS (SELECT FROM units o WHERE o.credit_code = g."creditCode" AND o.id <> g.id))`;
const chainOf = (ids: string) => `INSERT INTO unit_chain (unit_id, level, department_id)
    SELECT g.id, c.place - 1, c.department FROM given g JOIN ${ids} USING (id),
      unnest(g.chain) WITH ORDINALITY AS c(department, place)`;

const columns = `id, name, kind, rank, region, credit_code AS "creditCode",
  ARRAY(SELECT department_id FROM unit_chain c WHERE c.unit_id = u.id ORDER BY level) AS chain`;

/** The units with these ids. */
export async function currentUnits(
  statements: Statements,
  ids: readonly string[],
  lock = false,
): Promise<ReadonlyMap<string, UnitEntry>> {
  const { rows } = await statements.query<UnitEntry>(
    `SELECT ${columns} FROM units u WHERE id = ANY($1) ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Registers and undoes units with their chains. */
export const unitRegister = registerById<UnitEntry>({
  current: (statements, ids) => currentUnits(statements, ids, true),
  add: (statements, entries) =>
    written(
      statements,
      `WITH ${given}, added AS (
         INSERT INTO units (id, name, kind, rank, region, credit_code)
         SELECT id, name, kind, rank, region, "creditCode" FROM given ON CONFLICT DO NOTHING RETURNING id),
       above AS (${chainOf('added')})
       SELECT id FROM added`,
      entries,
    ),
  async change(statements, entries) {
    const ids = await written(
      statements,
      `WITH ${given} UPDATE units u SET name = g.name, kind = g.kind, rank = g.rank, region = g.region,
         credit_code = g."creditCode" FROM given g WHERE u.id = g.id RETURNING u.id`,
      entries,
    );
    await statements.query('DELETE FROM unit_chain WHERE unit_id = ANY($1)', [[...ids]]);
    const changed = entries.filter(({ id }) => ids.has(id));
    await statements.query(`WITH ${given} ${chainOf('(SELECT id FROM given) changed')}`, [JSON.stringify(changed)]);
    return ids;
  },
  deletion: `DELETE FROM units u WHERE id = ANY($1)
    AND NOT EXISTS (SELECT FROM invitations i WHERE i.unit_id = u.id)
    AND NOT EXISTS (SELECT FROM membership_requests r WHERE r.unit_id = u.id) RETURNING id`,
});
