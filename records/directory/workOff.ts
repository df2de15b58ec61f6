import type { Instant } from '../../rules/calendar/instant.js';
import type { Delivery, ImportKind } from '../../rules/directory/importKinds.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { departmentRegister } from './departmentRegister.js';
import { expertRegister } from './expertRegister.js';
import type { ImportedRow, Register } from './importedRow.js';
import { peopleRegister } from './peopleRegister.js';
import { unitRegister } from './unitRegister.js';

/** How many rows one transaction registers or undoes. */
const atOnce = 500;
const registers: Readonly<Record<ImportKind, Register<never>>> = {
  departments: departmentRegister as Register<never>,
  units: unitRegister as Register<never>,
  people: peopleRegister as Register<never>,
  experts: expertRegister as Register<never>,
};

/**
 * Registers the next rows of a table, or undoes the next of those it registered, the last first; a row has its outcome in the
 * same transaction, so that whoever goes on, after whatever interruption, does each once. One table is worked on at a time.
 *
 * @returns how many rows it took; 0: nothing is left. Null: there is no such table, or an undone one is to be registered
 */
export async function workOff(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  importId: string,
  {
    way,
    delivery,
    ...who
  }: {
    readonly way: 'apply' | 'undo';
    readonly delivery: Delivery;
    readonly by: string;
    readonly at: Instant;
    readonly address: string | null;
  },
): Promise<number | null> {
  return await inTransaction({ pool }, async (statements) => {
    await statements.query(`SELECT pg_advisory_xact_lock(hashtext('pingshen:directory'))`);
    const { rows: imports } = await statements.query<{ kind: ImportKind; delivery: Delivery | null }>(
      way === 'apply'
        ? `UPDATE directory_imports SET applied_at = coalesce(applied_at, $2), delivery = coalesce(delivery, $3)
           WHERE id = $1 AND undone_at IS NULL RETURNING kind, delivery`
        : `UPDATE directory_imports SET undone_at = coalesce(undone_at, $2)
           WHERE id = $1 AND applied_at IS NOT NULL RETURNING kind, delivery`,
      way === 'apply' ? [importId, stored(who.at), delivery] : [importId, stored(who.at)],
    );
    const [found] = imports;
    if (!found) return null;
    const { rows } = await statements.query<ImportedRow<never>>(
      `SELECT line, before, after FROM directory_import_rows WHERE import_id = $1 AND ${
        way === 'apply'
          ? `outcome IS NULL AND verdict IN ('new', 'changed') ORDER BY line`
          : `outcome = 'applied' ORDER BY line DESC`
      } LIMIT ${atOnce}`,
      [importId],
    );
    if (rows.length === 0) return 0;
    const work = { statements, vault, ...who, letters: found.delivery !== 'sheets' };
    const results = await registers[found.kind][way](work, rows);
    await statements.query(
      `UPDATE directory_import_rows r SET outcome = g.outcome, after = coalesce(g.after, r.after)
       FROM jsonb_to_recordset($2::jsonb) AS g(line int, outcome text, after jsonb)
       WHERE r.import_id = $1 AND r.line = g.line`,
      [importId, JSON.stringify(results)],
    );
    return rows.length;
  });
}
