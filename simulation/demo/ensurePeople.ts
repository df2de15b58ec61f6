import pMap from 'p-map';
import { hashPassword } from '../../api/accounts/passwordHash.js';
import { createPerson } from '../../api/accounts/people.js';
import { enrol } from '../../api/accounts/secondFactor.js';
import { createSealer } from '../../api/http/sealing.js';
import type { Database } from '../../records/database.js';
import { grantRoles, peopleAt, removePeople, setPasswords } from '../../records/people/knownPeople.js';
import { removeSecondFactor } from '../../records/people/secondFactors.js';
import { needsSecondFactor } from '../../rules/application/lifecycle.js';
import type { DemoPerson } from './staff.js';

/**
 * Creates the people of the demo who are missing, with one password, and authenticators for all but candidates. Existing
 * people keep theirs unless the password is lost (`renew`).
 */
export async function ensurePeople(
  { db, dataDir }: { readonly db: Database; readonly dataDir: string },
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
    const hash = await hashPassword(password);
    if (renew) {
      const ids = people.filter(({ email }) => present.has(email)).map(({ id }) => id);
      await setPasswords(db, ids, hash);
      // The key their secrets are under went with the password.
      for (const id of ids) await removeSecondFactor(db, id, null);
    }
    await pMap(missing, (person) => createPerson({ db }, { ...person, password: { hash }, roles: [] }), {
      concurrency: 8,
    });
  }
  await grantRoles(
    db,
    people.flatMap(({ id: personId, grants }) => grants.map((grant) => ({ personId, ...grant }))),
  );
  const staff = people.filter(
    ({ grants }) => grants.length === 0 || grants.some(({ role }) => needsSecondFactor(role)),
  );
  const ids = staff.map(({ id }) => id);
  await enrol(db, createSealer(dataDir), ids);
}
