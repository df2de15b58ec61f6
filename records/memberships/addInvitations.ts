import { randomUUID } from 'node:crypto';
import type { Instant } from '../../rules/calendar/instant.js';
import { type InvitedRole, invitationLasts } from '../../rules/people/invitations.js';
import type { Statements } from '../database.js';
import type { Vault } from '../sealed/vault.js';
import { stored } from '../timestamps.js';
import { hashOfInvitation, invitationToken } from './invitationToken.js';

/** Who invites to a role of its own: a unit, or a department. */
export type Organisation = { readonly unitId: string } | { readonly departmentId: string };

/** Somebody to invite: to an account that was opened for them, or to a role of a unit or department. */
export interface NewInvitation {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly to:
    | { readonly personId: string }
    | (Organisation & { readonly role: InvitedRole; readonly partTime: boolean });
}

/**
 * Invites people, thousands at once: one statement writes the invitations and a letter for each. Who holds that role
 * there, or has an open invitation to it, is passed over; an earlier invitation to the same account works no more. Returns the index of each that was invited.
 *
 * @param letters whether they are sent; otherwise the links are printed
 */
export async function addInvitations(
  { pool, vault }: { readonly pool: Statements; readonly vault: Vault },
  invited: readonly NewInvitation[],
  { by, at, letters = true }: { readonly by: string; readonly at: Instant; readonly letters?: boolean },
): Promise<ReadonlySet<number>> {
  const rows = await Promise.all(
    invited.map(async ({ name, email, phone, to }, index) => {
      const id = randomUUID();
      const tokenHash = hashOfInvitation(await invitationToken(vault, id, 1));
      const { role = null, partTime = false } = 'role' in to ? to : {};
      const about = {
        personId: 'personId' in to ? to.personId : null,
        unitId: 'unitId' in to ? to.unitId : null,
        departmentId: 'departmentId' in to ? to.departmentId : null,
      };
      return { index, id, tokenHash, name, email, phone, ...about, role, partTime };
    }),
  );
  const { rows: added } = await pool.query<{ index: number }>({
    name: 'add_invitations',
    text: `WITH given AS (
             SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("index" int, id uuid, "tokenHash" text, name text, email text,
               phone text, "personId" text, "unitId" text, "departmentId" text, role text, "partTime" boolean)),
           earlier AS (
             UPDATE invitations SET withdrawn_at = $3 WHERE person_id IN (SELECT "personId" FROM given)
               AND accepted_at IS NULL AND withdrawn_at IS NULL),
           added AS (
             INSERT INTO invitations (id, token_hash, name, email, phone, person_id, unit_id, department_id, role, part_time,
               invited_by, invited_at, expires_at)
             SELECT id, "tokenHash", name, email, phone, "personId", "unitId", "departmentId", role, "partTime", $2, $3, $4
             FROM given g
             WHERE role IS NULL OR NOT EXISTS (
                 SELECT FROM invitations i WHERE (i.unit_id = g."unitId" OR i.department_id = g."departmentId")
                   AND i.role = g.role AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $3
                   AND (i.email = g.email OR i.phone = g.phone))
               AND NOT EXISTS (
                 SELECT FROM role_bindings b JOIN users u ON u.id = b.person_id
                 WHERE (b.unit_id = g."unitId" OR b.department_id = g."departmentId") AND b.role = g.role
                   AND (u.email = g.email OR u.phone = g.phone))
             RETURNING id),
           letters AS (
             INSERT INTO outbox (kind, role, scope, personal, key, detail)
             SELECT 'account_invitation', 'applicant', id::text, true, 'account_invitation:' || id || ':1',
               jsonb_build_object('at', (extract(epoch FROM $3::timestamptz) * 1000)::bigint, 'invitationId', id)
             FROM added WHERE $5)
           SELECT given."index" FROM added JOIN given USING (id)`,
    values: [JSON.stringify(rows), by, stored(at), stored(at + invitationLasts), letters],
  });
  return new Set(added.map(({ index }) => index));
}
