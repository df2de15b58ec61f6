import type { PositionCount } from '../../rules/application/act.js';
import { holdsPosition, passedWithPosition } from '../../rules/application/positionHolders.js';
import type { PositionsHeld, StatedPositions } from '../../rules/campaign/positions.js';
import type { Statements } from '../database.js';
import type { PositionsOf } from './positionLock.js';

/** A statement with its number among those of its unit and level. */
export interface NumberedStatement extends StatedPositions {
  readonly seq: number;
}

/** What was stated last, or null. */
export async function lastStatement(
  statements: Statements,
  { campaignId, unitId, level }: PositionsOf,
): Promise<NumberedStatement | null> {
  const { rows } = await statements.query<NumberedStatement>({
    name: 'last_position_statement',
    text: `SELECT level, approved, occupied, seq FROM position_statements
           WHERE campaign_id = $1 AND unit_id = $2 AND level = $3 ORDER BY seq DESC LIMIT 1`,
    values: [campaignId, unitId, level],
  });
  return rows[0] ?? null;
}

/**
 * Applications that hold a position, but for one. A recommendation that is registered and not yet decided counts as well:
 * the record may have it the next moment.
 */
export async function positionsHeld(
  statements: Statements,
  { campaignId, unitId, level }: PositionsOf,
  but: string | null = null,
): Promise<PositionsHeld> {
  const { rows } = await statements.query<PositionsHeld>({
    name: 'positions_held',
    text: `SELECT count(*)::int AS held, (count(*) FILTER (WHERE status = ANY ($6::text[])))::int AS passed
           FROM applications AS application
           WHERE campaign_id = $1 AND unit_id = $2 AND level = $3 AND id IS DISTINCT FROM $4::uuid
             AND (status = ANY ($5::text[]) OR EXISTS (SELECT FROM intakes
               WHERE application_id = application.id AND event = 'recommend' AND outcome IS NULL))`,
    values: [campaignId, unitId, level, but, holdsPosition, passedWithPosition],
  });
  return rows[0] ?? { held: 0, passed: 0 };
}

/** A unit's positions with those that others than this application hold; null when none are stated. Ask under the lock. */
export async function countPositions(
  statements: Statements,
  of: PositionsOf,
  applicationId: string,
): Promise<PositionCount | null> {
  const stated = await lastStatement(statements, of);
  if (!stated) return null;
  const { held } = await positionsHeld(statements, of, applicationId);
  const { level, approved, occupied } = stated;
  return { level, approved, occupied, held };
}
