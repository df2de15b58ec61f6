import type { Database } from '../../records/database.js';
import { findAccount } from '../../records/people/accounts.js';
import { Problem } from '../http/problem.js';
import type { Caller } from './caller.js';

/** The account of a person. @throws Problem `not_found` */
export async function getAccount(db: Database, personId: string) {
  const account = await findAccount(db, personId);
  if (!account) throw new Problem('not_found', { zh: '没有这个账户。', en: 'There is no such account.' });
  return account;
}

/** @throws Problem `not_permitted` when an operator would change their own account */
export function refuseOwn(callerId: string, personId: string): void {
  if (callerId === personId)
    throw new Problem('not_permitted', {
      zh: '不能办理自己的角色和账户，请由另一位运维人员办理。',
      en: 'Nobody changes their own roles or account; please let another operator do it.',
    });
}

/** The account named in the path, for another operator. @throws Problem `not_found`, `not_permitted` */
export async function anotherAccount(
  { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
  { db }: { readonly db: Database },
) {
  const account = await getAccount(db, params.id);
  refuseOwn(caller.personId, account.id);
  return account;
}
