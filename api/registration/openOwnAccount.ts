import { addRegistrant, holderOf, reportClaim } from '../../records/people/registrants.js';
import { hashPassword } from '../accounts/passwordHash.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

/** Somebody who proved their contact and opens an account. */
export interface OwnAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly idNumber: string;
  readonly newPassword: string;
}

/**
 * Opens the account. One person has one: where the ID number is known already its holder gets a letter, and who asked learns
 * no more than that this number opens none.
 *
 * @throws Problem `already_there`
 */
export async function openOwnAccount({ db }: Pick<Deps, 'db'>, { newPassword, ...person }: OwnAccount): Promise<void> {
  await refuseKnownIdNumber({ db }, person.idNumber);
  const passwordHash = await hashPassword(newPassword);
  if (!(await addRegistrant(db, { ...person, passwordHash }))) throw opensNone();
}

/** Tells the holder of an ID number that somebody asked for an account with it. @throws Problem `already_there` */
export async function refuseKnownIdNumber({ db }: Pick<Deps, 'db'>, idNumber: string): Promise<void> {
  const holder = await holderOf(db, idNumber);
  if (holder === null) return;
  await reportClaim(db, holder);
  throw opensNone();
}

/** The one refusal of an ID number, which says to nobody whose it is. */
export const opensNone = () =>
  new Problem(
    'already_there',
    {
      zh: '用这个身份证号不能新开账户。您或单位以前为您开过户的，请用原来的邮箱或手机号登录，忘记密码可以重设；从未开过户的，请持身份证件到单位或评委会办事机构核实。',
      en: 'No account can be opened with this ID number. If you or your unit opened one before, sign in with its address or telephone number, or set another password; if not, have your identity verified by your unit or the committee office.',
    },
    { field: 'idNumber' },
  );
