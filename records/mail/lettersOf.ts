import type { Database } from '../database.js';

/** Which of these letters are in the outbox of an application, by id; a number too large for an id is none. */
export async function lettersOf(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, ids }: { readonly applicationId: string; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'letters_of',
    text: 'SELECT id::text FROM outbox WHERE application_id = $1 AND id::text = ANY ($2::text[])',
    values: [applicationId, ids],
  });
  return new Set(rows.map(({ id }) => id));
}
