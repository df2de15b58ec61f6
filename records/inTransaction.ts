import type { Database, Statements } from './database.js';

/** Runs `work` in a transaction on one connection and returns its result; an error rolls back. A broken one is closed. */
export async function inTransaction<Answer>(
  { pool }: Pick<Database, 'pool'>,
  work: (statements: Statements) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
