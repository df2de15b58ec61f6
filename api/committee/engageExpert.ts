import { addExperts } from '../../records/committee/addExperts.js';
import { type Expert, findExpert } from '../../records/committee/experts.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { peopleAt } from '../../records/people/knownPeople.js';
import { invitePerson } from '../accounts/invitePerson.js';
import { createPerson } from '../accounts/people.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import type { NewExpert } from './expertBody.js';

/** A new expert of the pool, and whether an account was opened and an invitation sent. */
export type EngagedExpert = Expert & { readonly invited: boolean };

/**
 * Takes somebody into the pool; who has no account gets one and an invitation to set its password.
 *
 * @param by who takes them in
 * @throws Problem `already_there`
 */
export async function engageExpert(
  deps: Pick<Deps, 'db' | 'wallClock' | 'engine' | 'logger'>,
  { email: address, name, ...entry }: NewExpert,
  by: string,
): Promise<EngagedExpert> {
  const { db } = deps;
  const email = address.toLowerCase();
  const [holder] = await peopleAt(db, [email]);
  const personId = holder?.id ?? (await createPerson({ db }, { email, name, password: null, roles: [] }));
  const ids = await addExperts(db, [{ ...entry, personId }]).catch((error: unknown) => {
    throw isAlreadyThere(error) ? already(email) : error;
  });
  if (!holder) await invitePerson(deps, { personId, email, name, phone: null }, by);
  const expert = await findExpert(db, ids.get(personId) ?? '');
  if (!expert) throw new Error('an expert who was just taken in is there');
  return { ...expert, invited: !holder };
}

const already = (email: string) =>
  new Problem(
    'already_there',
    {
      zh: `${email}已在专家库中，可以直接修改。`,
      en: `${email} is in the pool already; you can change the entry.`,
    },
    { field: 'email' },
  );
