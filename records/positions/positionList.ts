import { holdsPosition, passedWithPosition } from '../../rules/application/positionHolders.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { EmployerKind, Level } from '../../rules/campaign/codes.js';
import type { PositionRole, PositionState, PositionsHeld, StatedPositions } from '../../rules/campaign/positions.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull } from '../timestamps.js';
import type { PositionsOf } from './positionLock.js';

/** A unit's positions of one level as they stand; without numbers where it has applications and has stated none. */
export interface UnitPositions extends PositionsHeld, Pick<StatedPositions, 'level'> {
  readonly unitId: string;
  readonly unitName: string;
  readonly approved: number | null;
  readonly occupied: number | null;
  /** The number of the statement that counts; it is confirmed or not. */
  readonly seq: number | null;
  readonly confirmed: boolean;
  readonly role: PositionRole | null;
  readonly at: Instant | null;
}

/** Which of a campaign's positions are listed; absent: all. */
export interface PositionsFilter {
  /** The levels the campaign offers: each of `units` has a line for each. */
  readonly levels: readonly Level[];
  readonly units?: readonly string[] | undefined;
  /** Only units whose applications pass through one of these departments. */
  readonly departments?: readonly string[] | undefined;
  readonly kinds?: readonly EmployerKind[] | undefined;
  readonly level?: string | undefined;
  readonly state?: PositionState | undefined;
  readonly limit: number;
  readonly offset: number;
}

const conditions: Readonly<Record<PositionState, string>> = {
  not_stated: 'approved IS NULL',
  unconfirmed: 'NOT confirmed AND approved IS NOT NULL',
  vacant: 'approved - occupied > held',
  full: 'approved - occupied = held',
  exceeded: 'approved - occupied < held',
};

/** A page of the positions of a campaign's units, by the unit's name and the level. */
export async function listPositions(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
  { units, departments, kinds, levels, level, state, limit, offset }: PositionsFilter,
): Promise<readonly UnitPositions[]> {
  const { rows } = await pool.query<Omit<UnitPositions, 'at'> & { readonly at: Date | null }>({
    text: `
      WITH applied AS (
        SELECT unit_id, level, (count(*) FILTER (WHERE status = ANY ($2::text[])))::int AS held,
          (count(*) FILTER (WHERE status = ANY ($3::text[])))::int AS passed
        FROM applications WHERE campaign_id = $1 AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
        GROUP BY unit_id, level
      ), offered AS (
        SELECT unit_id, level FROM unnest($4::text[]) AS unit_id CROSS JOIN unnest($10::text[]) AS level
      ), stated AS (
        SELECT DISTINCT ON (unit_id, level) unit_id, level, approved, occupied, seq, confirms, role, at
        FROM position_statements WHERE campaign_id = $1 AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
        ORDER BY unit_id, level, seq DESC
      ), together AS (
        SELECT unit_id, level, approved, occupied, seq, COALESCE(confirms, false) AS confirmed, role, at,
          COALESCE(held, 0) AS held, COALESCE(passed, 0) AS passed
        FROM applied FULL JOIN stated USING (unit_id, level) FULL JOIN offered USING (unit_id, level)
      )
      SELECT unit_id AS "unitId", units.name AS "unitName", level, approved, occupied, seq, confirmed, role, at, held, passed
      FROM together JOIN units ON units.id = unit_id
      WHERE ($5::text[] IS NULL OR EXISTS (SELECT FROM unit_chain
          WHERE unit_chain.unit_id = units.id AND department_id = ANY ($5::text[])))
        AND ($6::text[] IS NULL OR units.kind = ANY ($6::text[])) AND ($7::text IS NULL OR level = $7)
        ${state === undefined ? '' : `AND ${conditions[state]}`}
      ORDER BY units.name, unit_id, level LIMIT $8 OFFSET $9`,
    values: [
      ...[campaignId, holdsPosition, passedWithPosition],
      ...[units ?? null, departments ?? null, kinds ?? null, level ?? null, limit, offset, levels],
    ],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: instantOrNull(at) }));
}

/** One statement or confirmation, with who made it. */
export interface PositionEntry {
  readonly seq: number;
  readonly approved: number;
  readonly occupied: number;
  readonly confirms: boolean;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly role: PositionRole;
  readonly at: Instant;
}

/** Everything stated about a unit's positions of one level, the latest first. */
export async function positionHistory(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, unitId, level }: PositionsOf,
): Promise<readonly PositionEntry[]> {
  const { rows } = await pool.query<Omit<PositionEntry, 'at'> & { readonly at: Date }>({
    name: 'position_history',
    text: `SELECT seq, approved, occupied, confirms, reason, users.name AS "personName", role, at
           FROM position_statements LEFT JOIN users ON users.id = person_id
           WHERE campaign_id = $1 AND unit_id = $2 AND level = $3 ORDER BY seq DESC LIMIT 200`,
    values: [campaignId, unitId, level],
  });
  return rows.map(({ at, ...row }) => ({ ...row, at: instantFrom(at) }));
}
