import { addExperts, inPool } from '../../records/committee/addExperts.js';
import { type Expert, findExpert } from '../../records/committee/experts.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { peopleAt } from '../../records/people/knownPeople.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { firstPassword } from '../accounts/firstPassword.js';
import { createPerson } from '../accounts/people.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import type { NewExpert } from './expertBody.js';

/** A new expert of the pool; with the first password, shown this once, where an account was made. */
export type EngagedExpert = Expert & { readonly firstPassword: string | null };

/**
 * Takes people into the pool, all or none; who has no account gets one.
 *
 * @param at where in the request an entry's address stands, by its index
 * @throws Problem `already_there`
 */
export async function engage(
  { db }: Pick<Deps, 'db'>,
  entries: readonly NewExpert[],
  at: (index: number) => string = () => 'email',
): Promise<readonly EngagedExpert[]> {
  const emails = entries.map(({ email }) => email.toLowerCase());
  // Before any account is made: its first password is in this answer and never shown again.
  const [present] = await inPool(db, emails);
  if (present !== undefined) throw already(at(emails.indexOf(present)), { zh: present, en: present });
  const holders = new Map((await peopleAt(db, emails)).map(({ id, email }) => [email, id]));
  const people = new Map<string, { readonly password: string | null; readonly entry: Entry }>();
  for (const { email, name, ...entry } of entries) {
    const holder = holders.get(email.toLowerCase());
    const password = holder === undefined ? firstPassword() : null;
    const account = { email, name, password: password ?? '', roles: [], passwordChangeDue: true };
    people.set(holder ?? (await createPerson({ db }, account)), { password, entry });
  }
  const rows = [...people].map(([personId, { entry }]) => ({ ...entry, personId }));
  const ids = await addExperts(db, rows).catch((error: unknown) => {
    throw isAlreadyThere(error) ? already('email', { zh: '此人', en: 'This person' }) : error;
  });
  return await Promise.all(
    [...people].map(async ([personId, { password: firstPassword }]) => {
      const expert = await findExpert(db, ids.get(personId) ?? '');
      if (!expert) throw new Error('an expert who was just taken in is there');
      return { ...expert, firstPassword };
    }),
  );
}
type Entry = Omit<NewExpert, 'email' | 'name'>;

function already(field: string, who: BilingualText): Problem {
  return new Problem(
    'already_there',
    {
      zh: `${who.zh}已在专家库中，可以直接修改。`,
      en: `${who.en} is in the pool already; you can change the entry.`,
    },
    { field },
  );
}
