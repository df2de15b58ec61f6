import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { type AskedFor, type AskedRow, askedOf } from './askedFor.js';

type Pool = Pick<Database, 'pool'>;

/** A request of a person to belong to a unit. */
export interface MembershipRequest extends AskedFor {
  readonly unitId: string;
  readonly unitName: string;
  readonly partTime: boolean;
  readonly reason: string | null;
}

export type AskedOutcome = 'asked' | 'member' | 'open' | 'too_many';

/**
 * Stores a request, and writes to the unit's clerks once a day. Requests of one person wait for each other, so that no more
 * than `most` are open.
 */
export async function askMembership(
  database: Pool,
  asked: {
    readonly personId: string;
    readonly unitId: string;
    readonly partTime: boolean;
    readonly at: Instant;
    readonly most: number;
  },
): Promise<AskedOutcome> {
  const { personId, unitId, partTime, at, most } = asked;
  return await inTransaction(database, async (statements) => {
    // A statement of its own: the next one has to see what the one it waited for has written.
    await statements.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [personId]);
    const { rows } = await statements.query<{ outcome: AskedOutcome }>({
      name: 'ask_membership',
      text: `WITH known AS (
             SELECT EXISTS (SELECT FROM role_bindings WHERE person_id = $1 AND role = 'applicant' AND unit_id = $2) AS member,
               EXISTS (SELECT FROM membership_requests WHERE person_id = $1 AND unit_id = $2 AND outcome IS NULL) AS open,
               (SELECT count(*) FROM membership_requests WHERE person_id = $1 AND outcome IS NULL) >= $5 AS full_up),
           added AS (
             INSERT INTO membership_requests (person_id, unit_id, part_time, asked_at)
             SELECT $1, $2, $3, $4 FROM known WHERE NOT member AND NOT open AND NOT full_up
             ON CONFLICT DO NOTHING RETURNING id),
           letter AS (
             INSERT INTO outbox (kind, role, scope, key, detail)
             SELECT 'membership_asked', 'unit', $2, 'membership_asked:' || $2 || ':' || to_char($4::timestamptz, 'YYYY-MM-DD'),
               jsonb_build_object('at', (extract(epoch FROM $4::timestamptz) * 1000)::bigint, 'unitId', $2::text)
             FROM added ON CONFLICT DO NOTHING)
           SELECT CASE WHEN EXISTS (SELECT FROM added) THEN 'asked' WHEN member THEN 'member'
             WHEN full_up AND NOT open THEN 'too_many' ELSE 'open' END AS outcome FROM known`,
      values: [personId, unitId, partTime, stored(at), most],
    });
    return rows[0]?.outcome ?? 'open';
  });
}

const columns = `r.id, r.person_id AS "personId", p.name AS "personName", r.unit_id AS "unitId", u.name AS "unitName",
  r.part_time AS "partTime", r.asked_at AS "askedAt", r.outcome, r.reason, r.decided_at AS "decidedAt"
  FROM membership_requests r JOIN users p ON p.id = r.person_id JOIN units u ON u.id = r.unit_id`;
type Row = AskedRow<MembershipRequest>;

/** The requests of a person: open ones first, then the latest. */
export async function membershipRequestsOf({ pool }: Pool, personId: string): Promise<readonly MembershipRequest[]> {
  const { rows } = await pool.query<Row>({
    name: 'membership_requests_of',
    text: `SELECT ${columns} WHERE r.person_id = $1 ORDER BY r.outcome IS NOT NULL, r.asked_at DESC, r.id LIMIT 20`,
    values: [personId],
  });
  return rows.map(askedOf);
}

/** The open requests to a unit, the oldest first. */
export async function waitingForUnit(
  { pool }: Pool,
  { unitId, skip, limit }: { readonly unitId: string; readonly skip: number; readonly limit: number },
): Promise<readonly MembershipRequest[]> {
  const { rows } = await pool.query<Row>({
    name: 'membership_requests_waiting',
    text: `SELECT ${columns} WHERE r.unit_id = $1 AND r.outcome IS NULL ORDER BY r.asked_at, r.id OFFSET $2 LIMIT $3`,
    values: [unitId, skip, limit],
  });
  return rows.map(askedOf);
}
