import type { Database } from '../database.js';
import type { Grant } from './grantRole.js';

/** A person who is in the database. */
export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  /** Whether they can sign in; an account is made in two steps and may have been interrupted between them. */
  readonly hasAccount: boolean;
}

/** The people with these addresses. */
export async function peopleAt(database: Database, emails: readonly string[]): Promise<readonly KnownPerson[]> {
  const select = { id: true, email: true, accounts: { select: { id: true } } };
  const rows = await database.user.findMany({ where: { email: { in: [...emails] } }, select });
  return rows.map(({ id, email, accounts }) => ({ id, email, hasAccount: accounts.length > 0 }));
}

/** Removes people who hold nothing yet. */
export async function removePeople(database: Database, ids: readonly string[]): Promise<void> {
  await database.user.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Gives people roles; those they hold already stay. */
export async function grantRoles(
  database: Database,
  grants: readonly (Grant & { readonly personId: string })[],
): Promise<void> {
  await database.roleBinding.createMany({ data: [...grants], skipDuplicates: true });
}

/** Gives people another password, by its hash. */
export async function setPasswords(database: Database, ids: readonly string[], hash: string): Promise<void> {
  const where = { userId: { in: [...ids] }, providerId: 'credential' };
  await database.account.updateMany({ where, data: { password: hash } });
}
