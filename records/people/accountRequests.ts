import type { AccountRequestKind, AccountRequestOutcome } from '../../rules/access/accountRequests.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Statements } from '../database.js';
import { signInLetter } from '../mail/signInLetter.js';

type Pool = { readonly pool: Statements };

/** What one operator asked for and another has to confirm. */
export interface AccountRequest {
  readonly id: string;
  readonly kind: AccountRequestKind;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role | null;
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  /** Of an erasure: why. */
  readonly reason: string | null;
  readonly requestedBy: string;
  readonly requestedByName: string | null;
  readonly requestedAt: Instant;
}

export interface NewAccountRequest {
  readonly kind: AccountRequest['kind'];
  readonly personId: string;
  readonly role?: Role;
  readonly campaignId?: string;
  readonly reason?: string;
  readonly requestedBy: string;
}

/** Operators of the whole installation who have an account, without one person. */
export async function countOperators({ pool }: Pool, without: string | null = null): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count_operators',
    text: `SELECT count(DISTINCT b.person_id)::int AS count FROM role_bindings b
           JOIN users u ON u.id = b.person_id AND NOT u.password_change_due
           WHERE b.role = 'operator' AND b.campaign_id IS NULL AND b.person_id IS DISTINCT FROM $1`,
    values: [without],
  });
  return rows[0]?.count ?? 0;
}

/** Stores a request; one that is the same and open stays. */
export async function addAccountRequest({ pool }: Pool, request: NewAccountRequest): Promise<void> {
  const { kind, personId, role = null, campaignId = null, reason = null, requestedBy } = request;
  await pool.query({
    name: 'add_account_request',
    text: `INSERT INTO account_requests (kind, person_id, role, campaign_id, requested_by, reason)
           SELECT $1, $2, $3::text, $4::text, $5, $6::text
           WHERE NOT EXISTS (SELECT FROM account_requests WHERE kind = $1 AND person_id = $2
             AND role IS NOT DISTINCT FROM $3::text AND campaign_id IS NOT DISTINCT FROM $4::text AND outcome IS NULL)`,
    values: [kind, personId, role, campaignId, requestedBy, reason],
  });
}

/** The open requests, the oldest first. */
export async function openAccountRequests({ pool }: Pool): Promise<readonly AccountRequest[]> {
  const { rows } = await pool.query<Omit<AccountRequest, 'requestedAt'> & { requestedAt: Date }>({
    name: 'open_account_requests',
    text: `SELECT r.id, r.kind, r.person_id AS "personId", u.name AS "personName", r.role,
             r.campaign_id AS "campaignId", c.title AS "campaignTitle", r.reason, r.requested_by AS "requestedBy",
             q.name AS "requestedByName", r.requested_at AS "requestedAt"
           FROM account_requests r JOIN users u ON u.id = r.person_id
           LEFT JOIN campaigns c ON c.id = r.campaign_id LEFT JOIN users q ON q.id = r.requested_by
           WHERE r.outcome IS NULL ORDER BY r.requested_at, r.id LIMIT 200`,
  });
  return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.getTime() }));
}

/**
 * Confirms or refuses an open request and, once confirmed, gives the role or removes the authenticator and ends the
 * person's sessions, all in one statement; an erasure is left to the caller. Null: it is not open, it is this person's own,
 * or they may not confirm it.
 */
export async function decideAccountRequest(
  { pool }: Pool,
  {
    id,
    by,
    outcome,
    address,
  }: {
    readonly id: string;
    readonly by: string;
    readonly outcome: AccountRequestOutcome;
    readonly address: string | null;
  },
): Promise<Pick<AccountRequest, 'kind' | 'personId' | 'reason'> | null> {
  // A request confirms only while who asked is still an operator; who asked may withdraw it by refusing.
  const { rows } = await pool.query<Pick<AccountRequest, 'kind' | 'personId' | 'reason'>>({
    name: 'decide_account_request',
    text: `WITH decided AS (
             UPDATE account_requests SET outcome = $3, decided_by = $2, decided_at = now()
             WHERE id = $1 AND outcome IS NULL AND person_id <> $2 AND ($3 = 'refused' OR (requested_by <> $2
               AND EXISTS (SELECT FROM role_bindings b WHERE b.person_id = requested_by AND b.role = 'operator'
                 AND b.campaign_id IS NULL)))
             RETURNING kind, person_id, role, campaign_id, reason, outcome),
           given AS (
             INSERT INTO role_bindings (id, person_id, role, campaign_id)
             SELECT gen_random_uuid(), person_id, role, campaign_id FROM decided
             WHERE outcome = 'confirmed' AND kind = 'role' ON CONFLICT DO NOTHING),
           logged AS (
             INSERT INTO access_log (kind, person_id, roles, subject_id, campaign_id, address)
             SELECT 'role_granted', $2, ARRAY[role], person_id, campaign_id, $4 FROM decided
             WHERE outcome = 'confirmed' AND kind = 'role'),
           reset AS (SELECT person_id FROM decided WHERE outcome = 'confirmed' AND kind = 'second_factor'),
           codes AS (DELETE FROM recovery_codes WHERE person_id IN (SELECT person_id FROM reset)),
           factors AS (DELETE FROM second_factors WHERE person_id IN (SELECT person_id FROM reset)),
           letter AS (${signInLetter('reset', 'factor_reset')}),
           ended AS (DELETE FROM sessions WHERE person_id IN (SELECT person_id FROM reset))
           SELECT kind, person_id AS "personId", reason FROM decided`,
    values: [id, by, outcome, address],
  });
  return rows[0] ?? null;
}
