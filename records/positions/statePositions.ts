import type { Instant } from '../../rules/calendar/instant.js';
import type { PositionRole, PositionsHeld } from '../../rules/campaign/positions.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { lastStatement, positionsHeld } from './countPositions.js';
import { lockPositions, type PositionsOf } from './positionLock.js';

interface By {
  readonly personId: string;
  readonly role: PositionRole;
  readonly at: Instant;
}

const insert = {
  name: 'state_positions',
  text: `INSERT INTO position_statements
           (campaign_id, unit_id, level, seq, approved, occupied, confirms, reason, person_id, role, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/**
 * Writes a unit's positions of one level, unless `judge` refuses them by those that are held; the refusal is the answer.
 * Nobody can take a position meanwhile.
 */
export async function statePositions(
  database: Pick<Database, 'pool'>,
  of: PositionsOf,
  stated: { readonly approved: number; readonly occupied: number; readonly reason: string | null },
  { by, judge }: { readonly by: By; readonly judge: (held: PositionsHeld) => Refusal | null },
): Promise<Refusal | null> {
  return await inTransaction(database, async (statements) => {
    await lockPositions(statements, of);
    const refusal = judge(await positionsHeld(statements, of));
    if (refusal) return refusal;
    const last = await lastStatement(statements, of);
    const { approved, occupied, reason } = stated;
    const numbers = [(last?.seq ?? 0) + 1, approved, occupied, false, reason];
    await statements.query({
      ...insert,
      values: [of.campaignId, of.unitId, of.level, ...numbers, by.personId, by.role, stored(by.at)],
    });
    return null;
  });
}

/** Confirms the statement of this number. False: another has been made since, or there is none. */
export async function confirmPositions(
  database: Pick<Database, 'pool'>,
  of: PositionsOf,
  seq: number,
  by: By,
): Promise<boolean> {
  return await inTransaction(database, async (statements) => {
    await lockPositions(statements, of);
    const last = await lastStatement(statements, of);
    if (last?.seq !== seq) return false;
    const numbers = [seq + 1, last.approved, last.occupied, true, null];
    await statements.query({
      ...insert,
      values: [of.campaignId, of.unitId, of.level, ...numbers, by.personId, by.role, stored(by.at)],
    });
    return true;
  });
}
