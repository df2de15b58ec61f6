import { addExperts, inPool } from '../../records/committee/addExperts.js';
import { type Expert, findExpert } from '../../records/committee/experts.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { peopleAt } from '../../records/people/knownPeople.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { invitePeople } from '../accounts/invitePerson.js';
import { createPerson } from '../accounts/people.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import type { NewExpert } from './expertBody.js';

/** A new expert of the pool, and whether an account was opened and an invitation sent. */
export type EngagedExpert = Expert & { readonly invited: boolean };

/**
 * Takes people into the pool, all or none; who has no account gets one and an invitation to set its password.
 *
 * @param by who takes them in
 * @param at where in the request an entry's address stands, by its index
 * @throws Problem `already_there`
 */
export async function engage(
  deps: Pick<Deps, 'db' | 'wallClock' | 'engine' | 'logger'>,
  entries: readonly NewExpert[],
  by: string,
  at: (index: number) => string = () => 'email',
): Promise<readonly EngagedExpert[]> {
  const { db } = deps;
  const emails = entries.map(({ email }) => email.toLowerCase());
  // Before any account is made.
  const [present] = await inPool(db, emails);
  if (present !== undefined) throw already(at(emails.indexOf(present)), { zh: present, en: present });
  const holders = new Map((await peopleAt(db, emails)).map(({ id, email }) => [email, id]));
  const people = new Map<string, { readonly account: Account | null; readonly entry: Entry }>();
  for (const { email, name, ...entry } of entries) {
    const holder = holders.get(email.toLowerCase());
    const account = holder === undefined ? { email: email.toLowerCase(), name } : null;
    const opened = async () => await createPerson({ db }, { email, name, password: null, roles: [] });
    people.set(holder ?? (await opened()), { account, entry });
  }
  const rows = [...people].map(([personId, { entry }]) => ({ ...entry, personId }));
  const ids = await addExperts(db, rows).catch((error: unknown) => {
    throw isAlreadyThere(error) ? already('email', { zh: '此人', en: 'This person' }) : error;
  });
  const invited = [...people].flatMap(([personId, { account }]) =>
    account === null ? [] : [{ personId, ...account, phone: null }],
  );
  await invitePeople(deps, invited, by);
  return await Promise.all(
    [...people].map(async ([personId, { account }]) => {
      const expert = await findExpert(db, ids.get(personId) ?? '');
      if (!expert) throw new Error('an expert who was just taken in is there');
      return { ...expert, invited: account !== null };
    }),
  );
}
type Entry = Omit<NewExpert, 'email' | 'name'>;
type Account = Pick<NewExpert, 'email' | 'name'>;

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
