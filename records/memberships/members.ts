import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** One of a unit's people: somebody who applies from it, or a clerk who acts for it. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly role: 'applicant' | 'unit';
  readonly partTime: boolean;
  /** Applications at this unit that have not come to an end. */
  readonly underWay: number;
}

/** A unit's people by name, clerks first; only those whose name contains `q`. */
export async function membersOf(
  { pool }: Pool,
  asked: {
    readonly unitId: string;
    readonly q: string | undefined;
    readonly finals: readonly string[];
    readonly skip: number;
    readonly limit: number;
  },
): Promise<readonly Member[]> {
  const { unitId, q = null, finals, skip, limit } = asked;
  const { rows } = await pool.query<Member>({
    name: 'members_of_unit',
    text: `SELECT b.person_id AS "personId", p.name, b.role, b.part_time AS "partTime",
             (SELECT count(*)::int FROM applications a WHERE a.applicant_id = b.person_id AND a.unit_id = b.unit_id
               AND a.status <> ALL($3::text[])) AS "underWay"
           FROM role_bindings b JOIN users p ON p.id = b.person_id
           WHERE b.unit_id = $1 AND ($2::text IS NULL OR strpos(p.name, $2) > 0)
           ORDER BY b.role DESC, p.name, b.id OFFSET $4 LIMIT $5`,
    values: [unitId, q, finals, skip, limit],
  });
  return rows;
}

/** A unit a person belongs to. */
export interface OwnUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly partTime: boolean;
  readonly underWay: number;
}

/** The units a person belongs to, the main one first. */
export async function unitsOf(
  { pool }: Pool,
  personId: string,
  finals: readonly string[],
): Promise<readonly OwnUnit[]> {
  const { rows } = await pool.query<OwnUnit>({
    name: 'units_of_person',
    text: `SELECT b.unit_id AS "unitId", u.name AS "unitName", b.part_time AS "partTime",
             (SELECT count(*)::int FROM applications a WHERE a.applicant_id = b.person_id AND a.unit_id = b.unit_id
               AND a.status <> ALL($2::text[])) AS "underWay"
           FROM role_bindings b JOIN units u ON u.id = b.unit_id
           WHERE b.person_id = $1 AND b.role = 'applicant' ORDER BY b.part_time, b.id`,
    values: [personId, finals],
  });
  return rows;
}

/**
 * Ends a person's belonging to a unit; without another unit they stay an applicant without one. Applications under way stay
 * with the unit. Who ends it writes to the other side. False: they do not belong to it.
 */
export async function endMembership(
  { pool }: Pool,
  ended: {
    readonly personId: string;
    readonly unitId: string;
    readonly by: string;
    readonly reason: string | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { personId, unitId, by, reason, at } = ended;
  const { rowCount } = await pool.query({
    name: 'end_membership',
    text: `WITH gone AS (
             DELETE FROM role_bindings WHERE person_id = $1 AND role = 'applicant' AND unit_id = $2
             RETURNING person_id, unit_id),
           base AS (
             INSERT INTO role_bindings (id, person_id, role) SELECT gen_random_uuid(), person_id, 'applicant' FROM gone
             WHERE NOT EXISTS (SELECT FROM role_bindings b WHERE b.person_id = $1 AND b.role = 'applicant'
               AND b.unit_id IS DISTINCT FROM $2) ON CONFLICT DO NOTHING),
           logged AS (
             INSERT INTO access_log (kind, person_id, roles, subject_id, reason)
             SELECT 'role_removed', $3, ARRAY['applicant'], person_id, $4 FROM gone),
           letter AS (
             INSERT INTO outbox (kind, role, scope, personal, key, detail)
             SELECT 'membership_ended', CASE WHEN $3 = $1 THEN 'unit' ELSE 'applicant' END,
               CASE WHEN $3 = $1 THEN unit_id ELSE person_id END, $3 <> $1, 'membership_ended:' || gen_random_uuid(),
               jsonb_strip_nulls(jsonb_build_object('at', (extract(epoch FROM $5::timestamptz) * 1000)::bigint,
                 'unitId', unit_id, 'personId', person_id, 'reason', $4::text)) FROM gone)
           SELECT FROM gone`,
    values: [personId, unitId, by, reason, stored(at)],
  });
  return rowCount === 1;
}
