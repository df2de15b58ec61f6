import type { Instant } from '../../rules/calendar/instant.js';
import { pausesToJoin, registerPausingOf } from '../campaign/registerPause.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';

const mark = {
  name: 'mark_started',
  text: 'UPDATE applications SET started_at = $2 WHERE id = $1 AND started_at IS NULL',
};

/**
 * Notes that the application's workflow runs. Where all deadlines of its campaign are paused just then, that pause is
 * registered for it in the same transaction, so that its cutoff does not pass while those of the others are paused. Doing it
 * again changes nothing.
 */
export async function markStarted(
  database: Pick<Database, 'pool'>,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await inTransaction(database, async (statements) => {
    // An approval locks the pause before the applications; in any other order the two could deadlock.
    const pauses = await pausesToJoin(statements, id);
    const { rowCount } = await statements.query({ ...mark, values: [id, stored(at)] });
    if (rowCount === 1) for (const pause of pauses) await registerPausingOf(statements, pause, { id, at });
  });
}
