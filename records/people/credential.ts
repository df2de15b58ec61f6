import type { Database } from '../database.js';

/** The hash of a person's password, or null when they have none. */
export async function credentialOf(database: Database, personId: string): Promise<string | null> {
  const where = { userId: personId, providerId: 'credential' };
  return (await database.account.findFirst({ where, select: { password: true } }))?.password ?? null;
}
