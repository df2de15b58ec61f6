import pMap from 'p-map';
import type { Auth } from '../../api/accounts/auth.js';
import { createPerson, hashPassword } from '../../api/accounts/people.js';
import type { Database } from '../../records/database.js';
import { grantRoles, peopleAt, removePeople, setPasswords } from '../../records/people/knownPeople.js';
import type { DemoPerson } from './staff.js';

/**
 * Creates the people of the demo who are missing, with one password. Existing people keep theirs unless it is lost
 * (`renew`).
 */
export async function ensurePeople(
  { db, auth }: { readonly db: Database; readonly auth: Auth },
  people: readonly DemoPerson[],
  { password, renew }: { readonly password: string; readonly renew: boolean },
): Promise<void> {
  const known = await peopleAt(
    db,
    people.map(({ email }) => email),
  );
  await removePeople(
    db,
    known.filter(({ hasAccount }) => !hasAccount).map(({ id }) => id),
  );
  const present = new Set(known.filter(({ hasAccount }) => hasAccount).map(({ email }) => email));
  const missing = people.filter(({ email }) => !present.has(email));
  if (missing.length > 0 || renew) {
    // Hashing is slow on purpose, so it is done once.
    const hash = await hashPassword(auth, password);
    if (renew) {
      const ids = people.filter(({ email }) => present.has(email)).map(({ id }) => id);
      await setPasswords(db, ids, hash);
    }
    await pMap(missing, (person) => createPerson({ db, auth }, { ...person, password: { hash }, roles: [] }), {
      concurrency: 8,
    });
  }
  await grantRoles(
    db,
    people.flatMap(({ id: personId, grants }) => grants.map((grant) => ({ personId, ...grant }))),
  );
}
