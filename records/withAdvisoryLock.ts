import type { Database } from './database.js';

/**
 * Does some work unless another process is doing it: by an advisory lock, which PostgreSQL takes back when its holder
 * dies. False: somebody else was at it.
 */
export async function withAdvisoryLock({ pool }: Database, name: string, work: () => Promise<void>): Promise<boolean> {
  const holder = await pool.connect();
  try {
    const lock = `SELECT pg_try_advisory_lock(hashtext($1)) AS held`;
    const { rows } = await holder.query<{ held: boolean }>(lock, [`pingshen:${name}`]);
    if (!rows[0]?.held) return false;
    try {
      await work();
    } finally {
      await holder.query('SELECT pg_advisory_unlock(hashtext($1))', [`pingshen:${name}`]);
    }
    return true;
  } finally {
    holder.release();
  }
}
