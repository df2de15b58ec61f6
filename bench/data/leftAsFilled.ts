import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../records/database.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';

/** The parts of a worker that compare a data set with workflows it does not have, and with heads nobody has signed. */
const comparing = ['reconciler', 'record-checks'];

/** Does `work` while it holds the locks of what would repair or report the applications of a data set. */
export async function leftAsFilled<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  const held = comparing.reduce((inner, lock) => () => holding(database, lock, inner), work);
  return await held();
}

async function holding<Result>(database: Database, lock: string, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const results: Result[] = [];
    const hold = async () => void results.push(await work());
    if (await withAdvisoryLock(database, lock, hold)) return results[0] as Result;
    // A comparison under way holds it for moments.
    await pause(50);
  }
}
