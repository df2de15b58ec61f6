import type { Instant } from '../../rules/calendar/instant.js';
import { type InvitedRole, invitationLasts } from '../../rules/people/invitations.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';
import type { Organisation } from './addInvitations.js';
import { hashOfInvitation, invitationToken } from './invitationToken.js';

type Pool = Pick<Database, 'pool'>;

/** Condition that an invitation is of the organisation whose ids are the parameters with these numbers. */
const own = (unit: number, department: number) => `(unit_id = $${unit} OR department_id = $${department})`;
const idsOf = (by: Organisation) => ('unitId' in by ? [by.unitId, null] : [null, by.departmentId]);

/** An invitation as the unit or department lists it. */
export interface SentInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: InvitedRole;
  readonly partTime: boolean;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

/** The invitations of a unit or department, the latest first. */
export async function invitationsOf(
  { pool }: Pool,
  { by, skip, limit }: { readonly by: Organisation; readonly skip: number; readonly limit: number },
): Promise<readonly SentInvitation[]> {
  type Instants = 'invitedAt' | 'expiresAt' | 'acceptedAt' | 'withdrawnAt';
  const { rows } = await pool.query<
    Omit<SentInvitation, Instants> &
      Record<'invitedAt' | 'expiresAt', Date> &
      Record<'acceptedAt' | 'withdrawnAt', Date | null>
  >({
    name: 'invitations_of',
    text: `SELECT id, name, email, phone, role, part_time AS "partTime", invited_at AS "invitedAt",
             expires_at AS "expiresAt", accepted_at AS "acceptedAt", withdrawn_at AS "withdrawnAt"
           FROM invitations WHERE ${own(1, 2)} ORDER BY invited_at DESC, id OFFSET $3 LIMIT $4`,
    values: [...idsOf(by), skip, limit],
  });
  return rows.map(({ invitedAt, expiresAt, acceptedAt, withdrawnAt, ...row }) => ({
    ...row,
    invitedAt: invitedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    acceptedAt: instantOrNull(acceptedAt),
    withdrawnAt: instantOrNull(withdrawnAt),
  }));
}

/** How many a unit or department invited since an instant. */
export async function countInvitations({ pool }: Pool, by: Organisation, since: Instant): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count_invitations',
    text: `SELECT count(*)::int AS count FROM invitations WHERE ${own(1, 2)} AND invited_at > $3`,
    values: [...idsOf(by), stored(since)],
  });
  return rows[0]?.count ?? 0;
}

/** Takes an open invitation back: its link works no more. False: it has no such open invitation. */
export async function withdrawInvitation(
  { pool }: Pool,
  { id, by, at }: { readonly id: string; readonly by: Organisation; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'withdraw_invitation',
    text: `UPDATE invitations SET withdrawn_at = $4
           WHERE id = $1 AND ${own(2, 3)} AND accepted_at IS NULL AND withdrawn_at IS NULL`,
    values: [id, ...idsOf(by), stored(at)],
  });
  return rowCount === 1;
}

/** Sends an invitation anew, under another link; the one before works no more. At most ten times. False: it cannot be. */
export async function resendInvitation(
  { pool, vault }: Database,
  { id, by, at }: { readonly id: string; readonly by: Organisation; readonly at: Instant },
): Promise<boolean> {
  const { rows } = await pool.query<{ round: number }>({
    name: 'round_of_invitation',
    text: `SELECT round FROM invitations
           WHERE id = $1 AND ${own(2, 3)} AND accepted_at IS NULL AND withdrawn_at IS NULL AND round < 10`,
    values: [id, ...idsOf(by)],
  });
  const round = (rows[0]?.round ?? 0) + 1;
  if (round === 1) return false;
  const { rowCount } = await pool.query({
    name: 'resend_invitation',
    text: `WITH sent AS (
             UPDATE invitations SET round = $2, token_hash = $3, expires_at = $5
             WHERE id = $1 AND round = $2 - 1 AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING id)
           INSERT INTO outbox (kind, role, scope, personal, key, detail)
           SELECT 'account_invitation', 'applicant', id::text, true, 'account_invitation:' || id || ':' || $2::int,
             jsonb_build_object('at', (extract(epoch FROM $4::timestamptz) * 1000)::bigint, 'invitationId', id) FROM sent`,
    values: [
      id,
      round,
      hashOfInvitation(await invitationToken(vault, id, round)),
      stored(at),
      stored(at + invitationLasts),
    ],
  });
  return rowCount === 1;
}

/** What the holder of a link sees and may do with it. */
export interface OpenInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Of an account that was opened for them. */
  readonly personId: string | null;
  readonly role: InvitedRole | null;
  /** The unit or department that invites. */
  readonly scopeName: string | null;
  /** Whether the address or number has an account. */
  readonly hasAccount: boolean;
}

/** The open invitation with this token; null: there is none, it was used or withdrawn, or it has expired. */
export async function findInvitation({ pool }: Pool, token: string, at: Instant): Promise<OpenInvitation | null> {
  const { rows } = await pool.query<OpenInvitation>({
    name: 'find_invitation',
    text: `SELECT i.id, i.name, i.email, i.phone, i.person_id AS "personId", i.role, coalesce(u.name, d.name) AS "scopeName",
             EXISTS (SELECT FROM users p WHERE p.email = i.email OR p.phone = i.phone) AS "hasAccount"
           FROM invitations i LEFT JOIN units u ON u.id = i.unit_id LEFT JOIN departments d ON d.id = i.department_id
           WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $2`,
    values: [hashOfInvitation(token), stored(at)],
  });
  return rows[0] ?? null;
}
