import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { invitationToken } from '../memberships/invitationToken.js';
import { stored } from '../timestamps.js';

/** An open invitation as it is printed for its unit. */
export interface PrintedInvitation {
  readonly scopeName: string | null;
  readonly name: string;
  readonly contact: string;
  readonly token: string;
  readonly personId: string;
  readonly expiresAt: Instant;
}

/** The open invitations to accounts that a table opened, in the order of units; none where letters were sent. */
export async function printedInvitations(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  importId: string,
  now: Instant,
): Promise<readonly PrintedInvitation[]> {
  const { rows } = await pool.query<
    Omit<PrintedInvitation, 'token' | 'expiresAt'> & { id: string; round: number; expiresAt: Date }
  >({
    name: 'printed_invitations',
    text: `SELECT v.id, v.round, v.name, v.person_id AS "personId", v.expires_at AS "expiresAt", coalesce(v.email, v.phone) AS contact, coalesce(u.name, d.name, r.after->>'employerName') AS "scopeName"
           FROM directory_imports i JOIN directory_import_rows r ON r.import_id = i.id
           JOIN invitations v ON v.person_id = r.after->'given'->>'personId' AND v.accepted_at IS NULL
             AND v.withdrawn_at IS NULL AND v.expires_at > $2 AND v.invited_at >= i.applied_at
           LEFT JOIN units u ON u.id = r.after->>'unitId' LEFT JOIN departments d ON d.id = r.after->>'departmentId'
           WHERE i.id = $1 AND i.delivery = 'sheets' AND r.outcome = 'applied' AND (r.after->'given'->>'opened')::boolean
           ORDER BY "scopeName" NULLS LAST, r.line`,
    values: [importId, stored(now)],
  });
  return await Promise.all(
    rows.map(async ({ id, round, expiresAt, ...row }) => ({
      ...row,
      expiresAt: expiresAt.getTime(),
      token: await invitationToken(vault, id, round),
    })),
  );
}
