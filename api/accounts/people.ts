import { randomUUID } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { addPerson } from '../../records/people/addPerson.js';
import { type Grant, grantRole } from '../../records/people/grantRole.js';
import { hashPassword } from './passwordHash.js';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /**
   * The password, or the hash `hashPassword` made of it: hashing is slow on purpose, and seeds share one password. Null: the
   * person sets one by an invitation, and has no role until then.
   */
  readonly password: string | { readonly hash: string } | null;
  readonly roles: readonly Grant[];
  /** Whether somebody else knows the password, so that it has to be changed before any role counts, and expires. */
  readonly passwordChangeDue?: boolean;
  /** Given where the id must be known beforehand; made up otherwise. */
  readonly id?: string;
}

const firstPasswordDays = 7;

/**
 * A person with an account and roles. Returns the person's id.
 *
 * @throws when the address is taken
 */
export async function createPerson(
  { db }: { readonly db: Database },
  { email, name, password, roles, id = randomUUID(), passwordChangeDue = password === null }: NewPerson,
): Promise<string> {
  const passwordHash = typeof password === 'string' ? await hashPassword(password) : (password?.hash ?? null);
  const passwordExpiresAt =
    passwordChangeDue && passwordHash !== null ? Date.now() + firstPasswordDays * 24 * 3_600_000 : null;
  await addPerson(db, { id, email: email.toLowerCase(), name, passwordHash, passwordChangeDue, passwordExpiresAt });
  for (const grant of roles) await grantRole(db, id, grant);
  return id;
}
