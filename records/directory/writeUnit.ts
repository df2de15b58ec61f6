import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { currentUnits, type UnitEntry, unitWrites } from './unitRegister.js';

/** What became of writing a unit; `circle`: the unit above it stands below it. */
export type WrittenUnit = 'written' | 'missing' | 'taken' | 'circle';

/** Adds a unit, or changes everything registered of it but its id; its chain is for applications filed from now on. */
export async function writeUnit(
  { pool }: Pick<Database, 'pool'>,
  unit: UnitEntry,
  way: 'add' | 'change',
): Promise<WrittenUnit> {
  return await inTransaction({ pool }, async (statements) => {
    await statements.query(`SELECT pg_advisory_xact_lock(hashtext('pingshen:directory'))`);
    const present = (await currentUnits(statements, [unit.id], true)).has(unit.id);
    if (present !== (way === 'change')) return present ? 'taken' : 'missing';
    if ((await unitWrites[way](statements, [unit])).has(unit.id)) return 'written';
    const { rows } = await statements.query<{ taken: boolean }>(
      'SELECT EXISTS (SELECT FROM units WHERE credit_code = $1 AND id <> $2) AS taken',
      [unit.creditCode, unit.id],
    );
    return rows[0]?.taken ? 'taken' : 'circle';
  });
}
