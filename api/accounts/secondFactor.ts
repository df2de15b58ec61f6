import { randomBytes, randomInt } from 'node:crypto';
import { toString as qrCode } from 'qrcode';
import { z } from 'zod';
import type { Database } from '../../records/database.js';
import { credentialOf } from '../../records/people/credential.js';
import { findPerson } from '../../records/people/people.js';
import { replaceRecoveryCodes, takeRecoveryCode } from '../../records/people/recoveryCodes.js';
import {
  addSecondFactors,
  findSecondFactor,
  noteFailure,
  offerSecondFactor,
  type SecondFactor,
  takeStep,
} from '../../records/people/secondFactors.js';
import { wrongSecondFactor } from '../../rules/meeting/meetingLabels.js';
import { mailPerson } from '../contacts/accountMessages.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { perMinute } from '../http/rateLimit.js';
import type { Sealer } from '../http/sealing.js';
import { fourGroups } from './firstPassword.js';
import { verifyPassword } from './passwordHash.js';
import { hashOfToken } from './secretToken.js';
import { base32, codeOf, stepAt, stepOfCode } from './totp.js';

const password = z.string().min(1).max(128);
export const Code = z
  .string()
  .regex(/^\d{6}$/, bilingualMessage('动态验证码为6位数字。', 'A one-time code has 6 digits.'));

/** What a signature takes: the signer's password, and the code their authenticator shows now. */
export const Proof = z.strictObject({ password, code: Code });
type Proof = z.infer<typeof Proof>;

type Needs = Pick<Deps, 'db' | 'clock' | 'wallClock' | 'limits' | 'share' | 'mailer' | 'logger'>;

/** A new authenticator, before it is confirmed. */
export interface OfferedFactor {
  readonly secret: string;
  readonly uri: string;
  /** The address as a picture to scan, SVG. */
  readonly qrCode: string;
}

/** Checks what people sign in and sign with: an authenticator's codes, their recovery codes, and the password. */
export interface SecondFactors {
  /** Whether password and code are right. @throws Problem `second_factor_failed` before an authenticator is set up */
  proves(personId: string, proof: Proof): Promise<boolean>;
  /** Takes a code of the authenticator, or a recovery code, once. @throws Problem `second_factor_failed` */
  take(personId: string, code: string): Promise<void>;
  /** A new secret, shown once, and a code by mail. One that works is not replaced. */
  offer(personId: string): Promise<OfferedFactor>;
  /** The mailed code and the authenticator's first confirm it. Returns the recovery codes, shown once. */
  confirm(personId: string, given: { readonly code: string; readonly mailCode: string }): Promise<readonly string[]>;
  /** Replaces the recovery codes and returns the new ones, shown once. */
  renewRecoveryCodes(personId: string): Promise<readonly string[]>;
  /** The first code of the authenticator that is good and was not accepted before; for the demo's accounts. */
  nextCode(personId: string): Promise<string>;
}

// Wrong codes in a row, and how long none is looked at after them: guessing a million codes takes years.
const mostFailures = 5;
const pause = 5 * 60_000;
const mailCodeLasts = 15 * 60_000;
const recoveryCodes = 10;

/** Second factors of the people in one database. Every attempt counts towards the limit of sign-ins. */
export function createSecondFactors(
  { db, clock, wallClock, limits, share, mailer, logger }: Needs,
  sealer: Sealer,
): SecondFactors {
  const byPerson = perMinute(limits.signInsToAccount, share);

  async function knowsPassword(personId: string, given: string): Promise<boolean> {
    const hash = await credentialOf(db, personId);
    return hash !== null && (await verifyPassword(hash, given));
  }

  const secretOf = async (personId: string, { sealedSecret }: SecondFactor) =>
    Buffer.from(await sealer.unseal(sealedSecret, `person ${personId}`), 'base64');

  /** Takes a code once. False: it is not the present code, or it was taken already. */
  async function takesCode(personId: string, factor: SecondFactor, given: string): Promise<boolean> {
    refuseWhilePaused(factor, wallClock());
    const step = stepOfCode(await secretOf(personId, factor), given, wallClock());
    const taken = step !== null && (await takeStep(db, { personId, step, at: await clock() }));
    if (!taken) await noteFailure(db, personId, wallClock());
    return taken;
  }

  async function renewRecoveryCodes(personId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: recoveryCodes }, fourGroups);
    await replaceRecoveryCodes(
      db,
      personId,
      codes.map((code) => hashOfCode(personId, code)),
    );
    return codes;
  }

  return {
    renewRecoveryCodes,
    async proves(personId, proof) {
      await byPerson(personId);
      const factor = await findSecondFactor(db, personId);
      if (!factor?.confirmedAt) {
        throw new Problem(
          'second_factor_failed',
          { zh: '请先设置动态验证码，再签署。', en: 'Please set up one-time codes before you sign.' },
          { field: 'code' },
        );
      }
      return (await knowsPassword(personId, proof.password)) && (await takesCode(personId, factor, proof.code));
    },
    async take(personId, code) {
      await byPerson(personId);
      const factor = await findSecondFactor(db, personId);
      if (!factor?.confirmedAt) throw wrongCode();
      if (Code.safeParse(code).success) {
        if (!(await takesCode(personId, factor, code))) throw wrongCode();
        return;
      }
      refuseWhilePaused(factor, wallClock());
      if (await takeRecoveryCode(db, personId, hashOfCode(personId, code.toLowerCase()), await clock())) return;
      await noteFailure(db, personId, wallClock());
      throw wrongCode();
    },
    async offer(personId) {
      await byPerson(personId);
      const mailCode = String(randomInt(1_000_000)).padStart(6, '0');
      const secret = randomBytes(20);
      const offered = {
        personId,
        sealedSecret: await sealSecret(sealer, personId, secret),
        mailCodeHash: hashOfCode(personId, mailCode),
        mailCodeUntil: wallClock() + mailCodeLasts,
      };
      if (!(await offerSecondFactor(db, offered))) {
        throw new Problem('already_there', {
          zh: '动态验证码已经设置。如需换到另一部手机，请先停用。',
          en: 'One-time codes are set up already. To move them to another telephone, remove them first.',
        });
      }
      await mailPerson({ db, mailer, logger }, personId, {
        title: '设置动态验证码 / Setting up one-time codes',
        lines: [
          `确认码：${mailCode}，15分钟内有效。`,
          `Your confirmation code is ${mailCode}; it is good for 15 minutes.`,
          '如果不是您本人在设置，请立即更改密码并告知运维人员。',
          'If this was not you, change your password at once and tell an operator.',
        ],
      });
      return await shown(secret, (await findPerson(db, personId))?.email ?? '');
    },
    async confirm(personId, { code, mailCode }) {
      await byPerson(personId);
      const factor = await findSecondFactor(db, personId);
      if (!factor || factor.confirmedAt !== null) throw wrongCode();
      refuseWhilePaused(factor, wallClock());
      const { mailCodeHash, mailCodeUntil } = factor;
      const mailed = mailCodeHash === hashOfCode(personId, mailCode) && (mailCodeUntil ?? 0) >= wallClock();
      if (!mailed) {
        await noteFailure(db, personId, wallClock());
        throw new Problem(
          'second_factor_failed',
          { zh: '邮件中的确认码不正确或已过期。', en: 'The code from the mail is wrong or has expired.' },
          { field: 'mailCode' },
        );
      }
      if (!(await takesCode(personId, factor, code))) throw wrongCode();
      return await renewRecoveryCodes(personId);
    },
    async nextCode(personId) {
      const factor = await findSecondFactor(db, personId);
      if (!factor) throw wrongCode();
      const now = stepAt(wallClock());
      const step = Math.max(now - 1, factor.lastStep + 1);
      if (step > now + 1) {
        throw new Problem(
          'too_many_requests',
          { zh: '请半分钟后再试。', en: 'Please try again in half a minute.' },
          { retryAfterSeconds: 30 },
        );
      }
      return codeOf(await secretOf(personId, factor), step);
    },
  };
}

/** Sets up authenticators that are known to work, of people who are made up. Returns each one's secret, by person. */
export async function enrol(
  db: Pick<Database, 'pool'>,
  sealer: Sealer,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const secrets = new Map(personIds.map((personId) => [personId, randomBytes(20)] as const));
  const sealed = [...secrets].map(async ([personId, secret]) => ({
    personId,
    sealedSecret: await sealSecret(sealer, personId, secret),
  }));
  await addSecondFactors(db, await Promise.all(sealed));
  return secrets;
}

const sealSecret = (sealer: Sealer, personId: string, secret: Buffer) =>
  sealer.seal(secret.toString('base64'), `person ${personId}`);

const hashOfCode = (personId: string, code: string) => hashOfToken(`${personId} ${code}`);

const wrongCode = () => new Problem('second_factor_failed', wrongSecondFactor, { field: 'code' });

function refuseWhilePaused({ failures, failedAt }: SecondFactor, now: number): void {
  const left = failures < mostFailures || failedAt === null ? 0 : failedAt + pause - now;
  if (left <= 0) return;
  throw new Problem(
    'too_many_requests',
    { zh: '验证码错误次数过多，请5分钟后再试。', en: 'Too many wrong codes; please try again in 5 minutes.' },
    { retryAfterSeconds: Math.ceil(left / 1000) },
  );
}

async function shown(secret: Buffer, email: string): Promise<OfferedFactor> {
  const text = base32(secret);
  const label = encodeURIComponent(`职称评审:${email}`);
  const uri = `otpauth://totp/${label}?secret=${text}&issuer=${encodeURIComponent('职称评审')}`;
  return { secret: text, uri, qrCode: await qrCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) };
}
