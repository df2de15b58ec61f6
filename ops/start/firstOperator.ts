import { firstPassword } from '../../api/accounts/firstPassword.js';
import { createPerson } from '../../api/accounts/people.js';
import { Email } from '../../api/accounts/signInRoutes.js';
import type { Database } from '../../records/database.js';
import { peopleAt, removePeople } from '../../records/people/knownPeople.js';

/**
 * Creates the first account of an empty installation: an operator of every campaign, with a random password that has to
 * be changed before the role counts. The password is not kept; if it is lost before its first use, the next start
 * creates another.
 *
 * @throws Error when the address is not an email address
 */
export async function makeFirstOperator(
  { db }: { readonly db: Database },
  address: string,
): Promise<{ readonly email: string; readonly password: string }> {
  const email = address.toLowerCase();
  if (!Email.safeParse(email).success) {
    throw new Error(`PINGSHEN_OPERATOR_EMAIL: 不是邮箱地址 / not an email address: ${address}`);
  }
  const earlier = await peopleAt(db, [email]);
  await removePeople(
    db,
    earlier.map(({ id }) => id),
  );
  const password = firstPassword();
  const roles = [{ role: 'operator' }] as const;
  await createPerson({ db }, { email, name: '运维', password, roles, passwordChangeDue: true });
  return { email, password };
}
