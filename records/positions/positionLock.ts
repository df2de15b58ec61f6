import type { Level } from '../../rules/campaign/codes.js';
import type { Statements } from '../database.js';

/** The positions of one level that a unit has in a campaign. */
export interface PositionsOf {
  readonly campaignId: string;
  readonly unitId: string;
  readonly level: Level;
}

/**
 * Waits for every other transaction that takes or states positions of this unit and level, and holds the rest back until
 * this one ends: what is counted afterwards stays true until then.
 */
export async function lockPositions(statements: Statements, { campaignId, unitId, level }: PositionsOf): Promise<void> {
  await statements.query({
    name: 'lock_positions',
    text: 'SELECT pg_advisory_xact_lock(hashtext($1))',
    values: [`pingshen:positions:${JSON.stringify([campaignId, unitId, level])}`],
  });
}
