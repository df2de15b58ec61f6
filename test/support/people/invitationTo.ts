import type { Database } from '../../../records/database.js';
import { invitationToken } from '../../../records/memberships/invitationToken.js';

/** The token of the latest invitation to an address or number, as its letter has it. */
export async function invitationTo(db: Database, contact: string): Promise<string> {
  const where = { OR: [{ email: contact }, { phone: contact }], withdrawnAt: null };
  const { id, round } = await db.invitation.findFirstOrThrow({ where, orderBy: { invitedAt: 'desc' } });
  return await invitationToken(db.vault, id, round);
}
