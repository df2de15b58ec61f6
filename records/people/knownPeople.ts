import type { Database } from '../database.js';
import type { Grant } from './grantRole.js';

/** A person who is in the database. */
export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  /** Whether they can sign in. */
  readonly hasAccount: boolean;
}

/** The people with these addresses. */
export async function peopleAt(database: Database, emails: readonly string[]): Promise<readonly KnownPerson[]> {
  const select = { id: true, email: true, credential: { select: { personId: true } } };
  const rows = await database.user.findMany({ where: { email: { in: [...emails] } }, select });
  return rows.map(({ id, email, credential }) => ({ id, email: email ?? '', hasAccount: credential !== null }));
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
  await database.credential.updateMany({ where: { personId: { in: [...ids] } }, data: { passwordHash: hash } });
}
