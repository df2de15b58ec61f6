import type { Database } from '../../../records/database.js';

/** The address of a person who has one. */
export async function emailOf(db: Database, personId: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id: personId } })).email ?? '';
}
