import { wakeMail } from '../../engine/wakeMail.js';
import { addInvitations } from '../../records/memberships/addInvitations.js';
import type { Deps } from '../deps.js';

/** Somebody whose account was opened for them. */
interface Invited {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Sends a person the link with which they set the password of the account that was opened for them. */
export async function invitePerson(
  { db, wallClock, ...deps }: Pick<Deps, 'db' | 'wallClock' | 'engine' | 'logger'>,
  { personId, ...person }: Invited,
  by: string,
): Promise<void> {
  await addInvitations(db, [{ ...person, to: { personId } }], { by, at: wallClock() });
  wakeMail(deps);
}
