import type { Instant } from '../../rules/calendar/instant.js';
import type { Decision } from '../../rules/people/membership.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import { joinUnit } from './joinUnit.js';

/**
 * Accepts or refuses open requests to a unit, all in one statement, with a letter to each person. Returns the ids of those
 * that were open; nobody decides their own.
 */
export async function decideMemberships(
  { pool }: Pick<Database, 'pool'>,
  decided: {
    readonly unitId: string;
    readonly ids: readonly string[];
    readonly decision: Decision;
    readonly reason: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<readonly string[]> {
  const { unitId, ids, decision, reason, by, at } = decided;
  const { rows } = await pool.query<{ id: string }>({
    name: 'decide_memberships',
    text: `WITH decided AS (
             UPDATE membership_requests SET outcome = $3, reason = $4, decided_by = $5, decided_at = $6
             WHERE id = ANY($1::uuid[]) AND unit_id = $2 AND outcome IS NULL AND person_id <> $5
             RETURNING id, person_id, unit_id, part_time),
           joining AS (SELECT person_id, unit_id, part_time FROM decided WHERE $3 = 'accepted'),
           ${joinUnit('joining', '$5')},
           letters AS (
             INSERT INTO outbox (kind, role, scope, personal, key, detail)
             SELECT 'membership_' || $3::text, 'applicant', person_id, true, 'membership_decided:' || id,
               jsonb_build_object('at', (extract(epoch FROM $6::timestamptz) * 1000)::bigint, 'membershipRequestId', id)
             FROM decided)
           SELECT id FROM decided`,
    values: [ids, unitId, decision, reason, by, stored(at)],
  });
  return rows.map(({ id }) => id);
}
