import type { Statements } from '../database.js';
import { written } from './departmentRegister.js';
import { followSuperiors, noCircle } from './followSuperiors.js';
import { registerById, type Writes } from './registerById.js';

/** A unit as a table has it. */
export interface UnitEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly rank: string | null;
  readonly region: string | null;
  readonly creditCode: string | null;
  /** The unit above it; null: none. */
  readonly superiorId: string | null;
  /** The departments above it, the nearest first; none where a unit stands above, whose chain it follows. */
  readonly chain: readonly string[];
}

/** The entries that can be written: whatever stands above exists, and nobody else has their credit code. */
const given = `given AS (
    SELECT g.* FROM jsonb_to_recordset($1::jsonb) AS g(id text, name text, kind text, rank text, region text,
      "creditCode" text, "superiorId" text, chain text[])
    WHERE NOT EXISTS (SELECT FROM unnest(g.chain) c WHERE NOT EXISTS (SELECT FROM departments d WHERE d.id = c))
      AND NOT EXISTS (SELECT FROM units o WHERE o.credit_code = g."creditCode" AND o.id <> g.id)
      AND ("superiorId" IS NULL
        OR EXISTS (SELECT FROM units s WHERE s.id = "superiorId") AND ${noCircle('"superiorId"', 'g.id')}))`;
const chainOf = (ids: string) => `INSERT INTO unit_chain (unit_id, level, department_id)
    SELECT g.id, c.place - 1, c.department FROM given g JOIN ${ids} USING (id),
      unnest(g.chain) WITH ORDINALITY AS c(department, place)`;

const columns = `id, name, kind, rank, region, credit_code AS "creditCode", superior_id AS "superiorId",
  CASE WHEN superior_id IS NULL THEN ARRAY(SELECT department_id FROM unit_chain c WHERE c.unit_id = u.id ORDER BY level)
    ELSE '{}' END AS chain`;

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

/** Adds and changes units with their chains, and the chains of those below them. */
export const unitWrites: Writes<UnitEntry> = {
  current: (statements, ids) => currentUnits(statements, ids, true),
  add: (statements, entries) =>
    aboveFirst(statements, entries, (part) =>
      written(
        statements,
        `WITH ${given}, added AS (
           INSERT INTO units (id, name, kind, rank, region, credit_code, superior_id)
           SELECT id, name, kind, rank, region, "creditCode", "superiorId" FROM given ON CONFLICT DO NOTHING RETURNING id),
         above AS (${chainOf('added')})
         SELECT id FROM added`,
        part,
      ),
    ),
  change: (statements, entries) =>
    aboveFirst(statements, entries, async (part) => {
      const ids = await written(
        statements,
        `WITH ${given} UPDATE units u SET name = g.name, kind = g.kind, rank = g.rank, region = g.region,
           credit_code = g."creditCode", superior_id = g."superiorId" FROM given g WHERE u.id = g.id RETURNING u.id`,
        part,
      );
      await statements.query('DELETE FROM unit_chain WHERE unit_id = ANY($1)', [[...ids]]);
      const changed = part.filter(({ id }) => ids.has(id));
      await statements.query(`WITH ${given} ${chainOf('(SELECT id FROM given) changed')}`, [JSON.stringify(changed)]);
      return ids;
    }),
  deletion: `DELETE FROM units u WHERE id = ANY($1)
    AND NOT EXISTS (SELECT FROM invitations i WHERE i.unit_id = u.id)
    AND NOT EXISTS (SELECT FROM membership_requests r WHERE r.unit_id = u.id) RETURNING id`,
};

/** Registers and undoes units. */
export const unitRegister = registerById(unitWrites);

/**
 * Writes entries and the chains that follow from them: those below another of them after it and one by one, so that no two
 * make a circle together.
 */
async function aboveFirst(
  statements: Statements,
  entries: readonly UnitEntry[],
  write: (part: readonly UnitEntry[]) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  const ids = new Set(entries.map(({ id }) => id));
  const isBelow = ({ superiorId }: UnitEntry) => superiorId !== null && ids.has(superiorId);
  const done = new Set<string>();
  for (const part of [entries.filter((one) => !isBelow(one)), ...entries.filter(isBelow).map((one) => [one])])
    for (const id of await write(part)) done.add(id);
  await followSuperiors(statements, [...done]);
  return done;
}
