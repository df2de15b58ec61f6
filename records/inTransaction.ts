import type { Database, Statements } from './database.js';

/** Does some work on one connection, whole or not at all, and answers with what it answers. */
export async function inTransaction<Answer>(
  { pool }: Pick<Database, 'pool'>,
  work: (statements: Statements) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
