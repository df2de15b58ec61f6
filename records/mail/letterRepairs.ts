import type { RepairName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';

/** An operator's decision about a parked letter that belongs to no application, and the reason. */
export interface LetterRepair {
  readonly outboxId: string;
  /** The idempotency key: the same again changes nothing. */
  readonly key: string;
  readonly repair: RepairName;
  readonly actorId: string;
  readonly reason: string;
  readonly at: Instant;
}

// A retried letter starts again with no attempts.
const released = {
  retry_step: `state = 'pending', attempts = 0, next_attempt_at = NULL`,
  skip_step: `state = 'skipped', next_attempt_at = NULL, last_error = 'skipped by an operator'`,
} as const satisfies Record<RepairName, string>;

/** Releases a parked letter and stores the reason, in one transaction. False: it is not parked. */
export async function repairLetter(database: Pick<Database, 'pool'>, repair: LetterRepair): Promise<boolean> {
  const { outboxId, key, repair: name, actorId, reason, at } = repair;
  return await inTransaction(database, async (statements) => {
    const text = `UPDATE outbox SET ${released[name]} WHERE id = $1::bigint AND state = 'parked'`;
    const { rowCount } = await statements.query(text, [outboxId]);
    if (rowCount === 1) {
      await statements.query(
        `INSERT INTO letter_repairs (outbox_id, key, repair, actor_id, reason, at) VALUES ($1::bigint, $2, $3, $4, $5, $6)`,
        [outboxId, key, name, actorId, reason, stored(at)],
      );
      return true;
    }
    const same = `SELECT FROM letter_repairs WHERE outbox_id = $1::bigint AND key = $2 AND repair = $3 AND reason = $4`;
    return (await statements.query(same, [outboxId, key, name, reason])).rowCount === 1;
  });
}
