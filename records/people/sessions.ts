import type { Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';
import { heldRoles } from './heldRoles.js';

/** A session that is valid now, with what decides what its holder may do. */
export interface OpenSession {
  readonly id: string;
  readonly personId: string;
  /** When the second factor was last proven in this session. */
  readonly factorProvenAt: Instant | null;
  /** Whether the person has an authenticator that works. */
  readonly factorConfirmed: boolean;
  readonly passwordChangeDue: boolean;
  /** Every role of the person; `scope` is the unit, department or campaign it is bound to. */
  readonly bindings: readonly { readonly role: Role; readonly scope: string | null }[];
}

/** What is kept of a new session. */
export interface NewSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly factorProvenAt?: Instant | null;
  readonly hours: number;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

type Pool = Pick<Database, 'pool'>;

/** Stores a session; those of the person that ended are forgotten. */
export async function addSession({ pool }: Pool, session: NewSession): Promise<void> {
  const { tokenHash, personId, factorProvenAt = null, hours, ipAddress = null, userAgent = null } = session;
  await pool.query({
    name: 'add_session',
    text: `WITH ended AS (DELETE FROM sessions WHERE person_id = $2 AND expires_at < now())
           INSERT INTO sessions (token_hash, person_id, factor_proven_at, expires_at, ip_address, user_agent)
           VALUES ($1, $2, $3, now() + make_interval(hours => $4), $5, $6)`,
    values: [tokenHash, personId, factorProvenAt === null ? null : stored(factorProvenAt), hours, ipAddress, userAgent],
  });
}

/**
 * The session with a token of this hash, unless it expired or was idle for too long, which is known to five minutes. To be read
 * after the request has come, so that an ended session and a removed role count at once in every process.
 */
export async function findSession({ pool }: Pool, tokenHash: string, idleMinutes: number): Promise<OpenSession | null> {
  const {
    rows: [row],
  } = await pool.query<Omit<OpenSession, 'factorProvenAt'> & { factorProvenAt: Date | null; unseen: boolean }>({
    name: 'find_session',
    text: `SELECT s.id, s.person_id AS "personId", s.factor_proven_at AS "factorProvenAt",
             s.last_seen_at < now() - interval '5 minutes' AS unseen,
             u.password_change_due AS "passwordChangeDue", f.confirmed_at IS NOT NULL AS "factorConfirmed",
             COALESCE((SELECT json_agg(json_build_object('role', b.role, 'scope', b.scope) ORDER BY b.role, b.id)
               FROM (${heldRoles}) b WHERE b.person_id = s.person_id), '[]') AS bindings
           FROM sessions s JOIN users u ON u.id = s.person_id
           LEFT JOIN second_factors f ON f.person_id = s.person_id
           WHERE s.token_hash = $1 AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)`,
    values: [tokenHash, idleMinutes],
  });
  if (!row) return null;
  const { unseen, factorProvenAt, ...session } = row;
  if (unseen) await pool.query('UPDATE sessions SET last_seen_at = now() WHERE id = $1', [session.id]);
  return { ...session, factorProvenAt: instantOrNull(factorProvenAt) };
}

/** Notes that the second factor was proven, under another token where one is given. */
export async function noteFactorProven(
  { pool }: Pool,
  { id, at, tokenHash, hours }: { id: string; at: Instant; tokenHash: string | null; hours: number },
): Promise<void> {
  await pool.query({
    name: 'note_factor_proven',
    text: `UPDATE sessions SET factor_proven_at = $2, token_hash = COALESCE($3, token_hash),
             expires_at = CASE WHEN $3::text IS NULL THEN expires_at ELSE now() + make_interval(hours => $4) END
           WHERE id = $1`,
    values: [id, stored(at), tokenHash, hours],
  });
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** The valid sessions of a person, the last used first. */
export async function sessionsOf({ pool }: Pool, personId: string, idleMinutes: number): Promise<ListedSession[]> {
  const { rows } = await pool.query<Omit<ListedSession, 'createdAt' | 'lastSeenAt'> & Record<'c' | 'l', Date>>({
    name: 'sessions_of',
    text: `SELECT id, created_at AS c, last_seen_at AS l, ip_address AS "ipAddress", user_agent AS "userAgent"
           FROM sessions WHERE person_id = $1 AND expires_at > now()
             AND last_seen_at > now() - make_interval(mins => $2) ORDER BY last_seen_at DESC, id LIMIT 100`,
    values: [personId, idleMinutes],
  });
  return rows.map(({ c, l, ...row }) => ({ ...row, createdAt: c.getTime(), lastSeenAt: l.getTime() }));
}

/** Ends one session of a person. False: they have no such session. */
export async function endSession({ pool }: Pool, personId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'end_session',
    text: 'DELETE FROM sessions WHERE person_id = $1 AND id = $2',
    values: [personId, id],
  });
  return rowCount === 1;
}

/** Ends the sessions of a person, except one. */
export async function endSessions({ pool }: Pool, personId: string, except: string | null = null): Promise<void> {
  await pool.query({
    name: 'end_sessions',
    text: 'DELETE FROM sessions WHERE person_id = $1 AND id IS DISTINCT FROM $2',
    values: [personId, except],
  });
}
