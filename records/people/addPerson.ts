import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';

/** Adds a person with an account, or one to be opened by an invitation. @throws when the address is taken */
export async function addPerson(
  database: Database,
  {
    passwordHash,
    passwordExpiresAt,
    ...person
  }: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    /** Null: the person sets a password by an invitation. */
    readonly passwordHash: string | null;
    readonly passwordChangeDue: boolean;
    readonly passwordExpiresAt: Instant | null;
  },
): Promise<void> {
  const expiry = passwordExpiresAt === null ? null : new Date(passwordExpiresAt);
  await database.user.create({
    data: {
      ...person,
      passwordExpiresAt: expiry,
      ...(passwordHash === null ? {} : { credential: { create: { passwordHash } } }),
    },
  });
}
