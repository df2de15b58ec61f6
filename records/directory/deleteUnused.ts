import pg from 'pg';
import type { Statements } from '../database.js';

/** Of a foreign key; PostgreSQL 18 has a code of its own for RESTRICT. */
const stillReferredTo: readonly (string | undefined)[] = ['23503', '23001'];

/**
 * Runs a statement that deletes the rows with these ids and returns the ids it deleted. What something refers to stays:
 * where the statement finds such a row, each is tried alone.
 */
export async function deleteUnused(
  statements: Statements,
  text: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const all = await attempt(statements, text, ids);
  if (all !== null) return all;
  const deleted = new Set<string>();
  for (const id of ids) for (const one of (await attempt(statements, text, [id])) ?? []) deleted.add(one);
  return deleted;
}

/** The ids that were deleted, or null when something refers to one of them. */
async function attempt(statements: Statements, text: string, ids: readonly string[]) {
  await statements.query('SAVEPOINT unused');
  try {
    const { rows } = await statements.query<{ id: string }>(text, [ids]);
    await statements.query('RELEASE SAVEPOINT unused');
    return new Set(rows.map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !stillReferredTo.includes(error.code)) throw error;
    await statements.query('ROLLBACK TO SAVEPOINT unused');
    return null;
  }
}
