import { randomInt } from 'node:crypto';
import { addContactCode, tryContactCode } from '../../records/people/contactCodes.js';
import { normalContact } from '../../rules/people/contact.js';
import type { Deps } from '../deps.js';
import type { Limiters } from '../http/limiters.js';
import { Problem } from '../http/problem.js';
import { type ContactMessage, sendTo } from './accountMessages.js';

/** What a code is for, and where it goes: a code for one thing opens no other. */
export interface CodePlace {
  /** `register`, `password`, `contact PERSON`, `objection NOTICE`. */
  readonly purpose: string;
  readonly contact: string;
}

/** What the message with the code says it is for, in both languages. */
export interface CodeReason {
  readonly zh: string;
  readonly en: string;
}

const digits = 6;
const minutes = 15;
const mostAnHour = 5;
const mostFailures = 5;

/**
 * Codes by mail or short message, by which somebody proves that a contact is theirs. A code is kept as a hash under a key of
 * the installation, expires after a quarter of an hour and is worth nothing after five wrong ones; five are sent to one
 * contact in an hour. All of it counts across processes.
 */
export function createContactCodes({
  db,
  wallClock,
  ...deps
}: Pick<Deps, 'db' | 'wallClock' | 'mailer' | 'sms' | 'logger'> & { readonly limiters: Limiters }) {
  const placeOf = ({ purpose, contact }: CodePlace) =>
    db.vault.keyedHash(`code for ${purpose} to ${normalContact(contact)}`);
  const hashOf = async (place: string, code: string) => await db.vault.keyedHash(`${place} ${code}`);

  async function isRight(where: CodePlace, code: string, uses: boolean): Promise<boolean> {
    const place = await placeOf(where);
    const codeHash = await hashOf(place, code.trim());
    return await tryContactCode(db, { place, codeHash, at: wallClock(), mostFailures, uses });
  }

  /** Puts a code in its place, which nobody can guess until it is sent. @throws Problem `too_many_requests` */
  async function putCode(where: CodePlace): Promise<string> {
    const code = String(randomInt(10 ** digits)).padStart(digits, '0');
    const place = await placeOf(where);
    const at = wallClock();
    const kept = { place, codeHash: await hashOf(place, code), at, expiresAt: at + minutes * 60_000 };
    if (!(await addContactCode(db, { ...kept, most: mostAnHour }))) throw tooMany();
    return code;
  }

  return {
    /** Sends another message where no code is due; it counts and takes as long as one with a code. */
    async sendInstead(where: CodePlace, message: ContactMessage): Promise<void> {
      await putCode(where);
      await sendTo(deps, where.contact, message);
    },
    /** Sends a code. @throws Problem `body_invalid` without a channel, `too_many_requests`, `mail_unreachable` */
    async send(where: CodePlace, { zh, en }: CodeReason): Promise<void> {
      const code = await putCode(where);
      await sendTo(deps, normalContact(where.contact), {
        title: `验证码 / Your code`,
        lines: [
          `${zh}，验证码：${code}，${minutes}分钟内有效。`,
          `${en} Your code is ${code}; it is good for ${minutes} minutes.`,
          '不是您本人操作的，请不必理会，也不要把验证码告诉他人。If this was not you, ignore this message and tell nobody the code.',
        ],
        short: {
          kind: 'code',
          values: [code],
          text: `【职称评审】验证码${code}，${minutes}分钟内有效，请勿告诉他人。`,
        },
      });
    },
    /** Whether the code is right; it stays good until it expires. */
    isRight: (where: CodePlace, code: string) => isRight(where, code, false),
    /** Uses a code up. @throws Problem `body_invalid` when it is not right */
    async take(where: CodePlace, code: string): Promise<void> {
      if (!(await isRight(where, code, true))) throw wrongCode();
    },
  };
}
export type ContactCodes = ReturnType<typeof createContactCodes>;

/** The refusal of a code, at the field `code`. */
export const wrongCode = () =>
  new Problem(
    'body_invalid',
    { zh: '验证码不正确或已过期，请重新获取。', en: 'The code is wrong or too old; please ask for another.' },
    { field: 'code' },
  );

const tooMany = () =>
  new Problem(
    'too_many_requests',
    {
      zh: '发往这里的验证码过多，请一小时后再试。',
      en: 'Too many codes were sent there; please try again in an hour.',
    },
    { retryAfterSeconds: 3_600 },
  );
