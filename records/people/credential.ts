import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** What a sign-in is judged by. */
export interface Credential {
  readonly personId: string;
  readonly hash: string;
  /** Until when a first password can be used; null: for ever. */
  readonly expiresAt: Instant | null;
}

/** The hash of a person's password, or null when they have none. */
export async function credentialOf(database: Database, personId: string): Promise<string | null> {
  return (await database.credential.findUnique({ where: { personId } }))?.passwordHash ?? null;
}

/** The credential of the account with this address, in lower case; null: there is none. */
export async function credentialAt(database: Database, email: string): Promise<Credential | null> {
  const select = { id: true, passwordExpiresAt: true, credential: { select: { passwordHash: true } } } as const;
  const row = await database.user.findUnique({ where: { email }, select });
  if (!row?.credential) return null;
  const { id: personId, passwordExpiresAt, credential } = row;
  return { personId, hash: credential.passwordHash, expiresAt: passwordExpiresAt?.getTime() ?? null };
}
