import type { Log } from '../config/log.js';
import type { Database } from '../records/database.js';
import { applicantsDueForErasure, objectorsDueForErasure, pseudonymize } from '../records/privacy/dueForErasure.js';
import { type Instant, localDateOf } from '../rules/calendar/instant.js';
import { endedBefore, ends, endsWithoutTitle, retentionPeriods } from '../rules/privacy/retention.js';

/** Effects of the retention workflow. */
export interface RetentionActivities {
  /** Erases what has been kept for its time, some at once; answers whether there may be more. */
  eraseWhatIsDue(): Promise<{ readonly more: boolean }>;
}

const limit = 200;

/** The effects of retention; `clock` is campaign time. */
export function createRetentionActivities({
  database,
  clock,
  log,
}: {
  readonly database: Database;
  readonly clock: () => Instant;
  readonly log: Log;
}): RetentionActivities {
  return {
    async eraseWhatIsDue() {
      const now = clock();
      const { applicant, objector } = retentionPeriods;
      const people = await applicantsDueForErasure(database.pool, {
        ends: endsWithoutTitle,
        before: endedBefore(now, applicant),
        today: localDateOf(now),
        limit,
      });
      for (const owner of people) {
        // The name first: until the key is erased the person is found again, and what was begun is finished.
        await pseudonymize(database.pool, owner);
        await database.vault.erase(owner, `${applicant.clause}：${applicant.reason}`);
      }
      const before = endedBefore(now, objector);
      const objectors = await objectorsDueForErasure(database.pool, { ends, before, limit });
      for (const owner of objectors) await database.vault.erase(owner, `${objector.clause}：${objector.reason}`);
      const erased = people.length + objectors.length;
      if (erased > 0)
        log.info({ people: people.length, objectors: objectors.length }, 'erased what was kept long enough');
      return { more: people.length === limit || objectors.length === limit };
    },
  };
}
