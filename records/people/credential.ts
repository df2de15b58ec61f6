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

/** How an account is named: by its address in lower case, or its telephone number. */
const named = (contact: string) => (contact.includes('@') ? { email: contact } : { phone: contact });

/** The person whose address or number this is, with a password or without; null: nobody's. */
export async function personAt(database: Database, contact: string): Promise<string | null> {
  return (await database.user.findUnique({ where: named(contact), select: { id: true } }))?.id ?? null;
}

/** The credential of the account with this address or number; null: there is none. */
export async function credentialAt(database: Database, contact: string): Promise<Credential | null> {
  const select = { id: true, passwordExpiresAt: true, credential: { select: { passwordHash: true } } } as const;
  const row = await database.user.findUnique({ where: named(contact), select });
  if (!row?.credential) return null;
  const { id: personId, passwordExpiresAt, credential } = row;
  return { personId, hash: credential.passwordHash, expiresAt: passwordExpiresAt?.getTime() ?? null };
}
