import type { Database } from './database.js';

/**
 * Runs `work` unless another process is running it, under an advisory lock that PostgreSQL releases when its holder dies.
 * False: another process holds the lock.
 */
export async function withAdvisoryLock({ pool }: Database, name: string, work: () => Promise<void>): Promise<boolean> {
  const holder = await pool.connect();
  let broken = false;
  try {
    const lock = `SELECT pg_try_advisory_lock(hashtext($1)) AS held`;
    const { rows } = await holder.query<{ held: boolean }>(lock, [`pingshen:${name}`]);
    if (!rows[0]?.held) return false;
    try {
      await work();
    } finally {
      // Closing a broken connection gives the lock up as well.
      await holder.query('SELECT pg_advisory_unlock(hashtext($1))', [`pingshen:${name}`]).catch(() => {
        broken = true;
      });
    }
    return true;
  } finally {
    holder.release(broken);
  }
}
