import type { Log } from '../config/log.js';
import type { Database } from '../records/database.js';
import {
  applicantsDueForErasure,
  erasePlansByPost,
  erasePlansByPostOf,
  objectorsDueForErasure,
  pseudonymize,
  statementsDueForErasure,
} from '../records/privacy/dueForErasure.js';
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
      const { applicant, objector, parcel, payer } = retentionPeriods;
      const people = await applicantsDueForErasure(database.pool, {
        ends: endsWithoutTitle,
        before: endedBefore(now, applicant),
        today: localDateOf(now),
        limit,
      });
      for (const owner of people) {
        // The name first: until the key is erased the person is found again, and what was begun is finished.
        await pseudonymize(database.pool, owner);
        await erasePlansByPostOf(database.pool, owner);
        await database.vault.erase(owner, `${applicant.clause}：${applicant.reason}`);
      }
      const before = endedBefore(now, objector);
      const objectors = await objectorsDueForErasure(database.pool, { ends, before, limit });
      for (const owner of objectors) await database.vault.erase(owner, `${objector.clause}：${objector.reason}`);
      const parcels = await erasePlansByPost(database.pool, { ends, before: endedBefore(now, parcel), limit });
      // Of a year that has ended.
      const year = endedBefore(now, payer).slice(0, 4);
      const statements = await statementsDueForErasure(database.pool, { before: `${year}-01-01`, limit });
      for (const owner of statements) await database.vault.erase(owner, `${payer.clause}：${payer.reason}`);
      const erased = { people: people.length, objectors: objectors.length, parcels, statements: statements.length };
      if (Object.values(erased).some((count) => count > 0)) log.info(erased, 'erased what was kept long enough');
      return { more: Object.values(erased).includes(limit) };
    },
  };
}
