import type { Database } from '../../records/database.js';
import { type Grant, grantRole } from '../../records/people/grantRole.js';
import type { Auth } from './auth.js';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /** The password, or the hash `hashPassword` made of it: hashing is slow on purpose, and seeds share one password. */
  readonly password: string | { readonly hash: string };
  readonly roles: readonly Grant[];
  /** Whether somebody else knows the password, so that it has to be changed before any role counts. */
  readonly passwordChangeDue?: boolean;
  /** Given where the id must be known beforehand; made up otherwise. */
  readonly id?: string;
}

/** Hash of a password, for `createPerson`. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const { password: passwords } = await auth.$context;
  return await passwords.hash(password);
}

/**
 * A person with an account and roles. Returns the person's id.
 *
 * @throws when the address is taken
 */
export async function createPerson(
  { db, auth }: { readonly db: Database; readonly auth: Auth },
  { email, name, password, roles, id, passwordChangeDue = false }: NewPerson,
): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const hash = typeof password === 'string' ? await hashPassword(auth, password) : password.hash;
  const identity = {
    email: email.toLowerCase(),
    name,
    ...(id === undefined ? {} : { id }),
  };
  const user = await internalAdapter.createUser(identity, { method: 'email-password' });
  if (passwordChangeDue) await db.user.update({ where: { id: user.id }, data: { passwordChangeDue } });
  const account = { userId: user.id, accountId: user.id, providerId: 'credential', password: hash };
  await internalAdapter.linkAccount(account);
  for (const grant of roles) await grantRole(db, user.id, grant);
  return user.id;
}
