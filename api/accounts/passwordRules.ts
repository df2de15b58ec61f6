import { z } from 'zod';
import type { Database } from '../../records/database.js';
import { ownWordsOf } from '../../records/people/ownWords.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';

/** OWASP ASVS 5, 6.2.1: length instead of kinds of characters; long ones and spaces are welcome. */
export const shortestPassword = 10;
export const NewPassword = z
  .string()
  .min(shortestPassword, bilingualMessage('至少10个字符。', 'At least 10 characters.'))
  .max(128);

let known: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that people choose most; loaded when the first is compared. */
const common = () => (known ??= loadCommon());

async function loadCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary.passwords.map(String));
}

const longEnough = 4;
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A password without what people add to a common one: digits and marks at its ends. */
const core = (text: string) => text.replace(/^[\d\W_]+|[\d\W_]+$/g, '');

/** Whether a password is among the most common ones, one of them with digits or marks around it, or one character or row repeated. */
export async function isCommon(password: string): Promise<boolean> {
  const lower = password.normalize('NFKC').toLowerCase();
  const repeated = /^(.{1,4})\1+.{0,3}$/u.test(lower);
  const list = await common();
  return repeated || [lower, plain(lower), core(lower)].some((one) => list.has(one));
}

/** Whether a password is made of one of these words: name, address, unit, ID number, telephone. */
export function containsOwn(password: string, words: readonly string[]): boolean {
  const typed = plain(password);
  return words.map(plain).some((word) => {
    // A Chinese name is short; a word of letters counts from four on.
    const short = /\p{Script=Han}/u.test(word) ? 2 : longEnough;
    return word.length >= short && typed.includes(word);
  });
}

/** @throws Problem `password_weak` for a common password, or one made of the person's own data */
export async function refuseWeak(db: Database, personId: string, password: string): Promise<void> {
  await refuseWeakFor(password, () => ownWordsOf(db, personId));
}

/** The same for somebody whose own words these are. @throws Problem `password_weak` */
export async function refuseWeakFor(
  password: string,
  own: () => readonly string[] | Promise<readonly string[]>,
): Promise<void> {
  if (await isCommon(password))
    throw new Problem(
      'password_weak',
      {
        zh: '这个密码太常见，容易被猜到，请换一个。',
        en: 'This password is a common one and easily guessed; please choose another.',
      },
      { field: 'newPassword' },
    );
  if (containsOwn(password, await own()))
    throw new Problem(
      'password_weak',
      {
        zh: '密码中不能含有您的姓名、邮箱、证件号码、电话或单位名称。',
        en: 'A password must not contain your name, email address, ID number, telephone or unit.',
      },
      { field: 'newPassword' },
    );
}
