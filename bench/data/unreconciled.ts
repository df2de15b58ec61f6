import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../records/database.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';

/**
 * Does `work` while it holds the lock of the reconciler, which would take the applications of a data set for ones whose
 * workflows are lost, and begin these again.
 */
export async function unreconciled<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const results: Result[] = [];
    const hold = async () => void results.push(await work());
    if (await withAdvisoryLock(database, 'reconciler', hold)) return results[0] as Result;
    // A comparison under way holds it for moments.
    await pause(50);
  }
}
