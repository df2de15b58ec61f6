import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** The clock of the database, in ms. */
export async function databaseTime({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (!rows[0]) throw new Error('the database has not told its time');
  return instantFrom(rows[0].now);
}
