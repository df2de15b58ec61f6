import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { credentialOf } from '../../records/people/credential.js';
import { findSecondFactor, offerSecondFactor, takeStep } from '../../records/people/secondFactors.js';
import { wrongSecondFactor } from '../../rules/meeting/meetingLabels.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { perMinute } from '../http/rateLimit.js';
import type { Sealer } from '../http/sealing.js';
import { base32, stepOfCode } from './totp.js';

export const password = z.string().min(1).max(128);
const code = z.string().regex(/^\d{6}$/, bilingualMessage('动态验证码为6位数字。', 'A one-time code has 6 digits.'));

/** What a signature takes: the signer's password, and the code their authenticator shows now. */
export const Proof = z.strictObject({ password, code });
type Proof = z.infer<typeof Proof>;

type Needs = Pick<Deps, 'db' | 'auth' | 'clock' | 'wallClock' | 'limits'>;

/** Checks what people sign with: the password, and a code of an authenticator that was set up before. */
export interface SecondFactors {
  /** Whether the proof is right. @throws Problem `second_factor_failed` before an authenticator is set up */
  proves(personId: string, proof: Proof): Promise<boolean>;
  /** A new secret for the authenticator, shown once. One that works is not replaced. */
  offer(personId: string, password: string): Promise<{ readonly secret: string; readonly uri: string }>;
  /** The first code shows that the authenticator works. @throws Problem `second_factor_failed` */
  confirm(personId: string, proof: Proof): Promise<void>;
}

/** Second factors of the people in one database. Every attempt counts towards the limit of sign-ins. */
export function createSecondFactors({ db, auth, clock, wallClock, limits }: Needs, sealer: Sealer): SecondFactors {
  const byPerson = perMinute(limits.signInsToAccount);

  async function knowsPassword(personId: string, given: string): Promise<boolean> {
    const hash = await credentialOf(db, personId);
    const { password: passwords } = await auth.$context;
    return hash !== null && (await passwords.verify({ hash, password: given }));
  }

  /** Takes a code once. False: it is not the present code, or it was taken already. */
  async function takesCode(personId: string, given: string): Promise<boolean> {
    const factor = await findSecondFactor(db, personId);
    if (!factor) return false;
    const secret = Buffer.from(await sealer.unseal(factor.sealedSecret, `person ${personId}`), 'base64');
    const step = stepOfCode(secret, given, wallClock());
    return step !== null && (await takeStep(db, { personId, step, at: await clock() }));
  }

  return {
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
      return (await knowsPassword(personId, proof.password)) && (await takesCode(personId, proof.code));
    },
    async offer(personId, given) {
      await byPerson(personId);
      if (!(await knowsPassword(personId, given))) {
        throw new Problem(
          'second_factor_failed',
          { zh: '密码不正确。', en: 'The password is wrong.' },
          { field: 'password' },
        );
      }
      const secret = randomBytes(20);
      const sealed = await sealer.seal(secret.toString('base64'), `person ${personId}`);
      if (!(await offerSecondFactor(db, personId, sealed))) {
        throw new Problem('already_there', {
          zh: '动态验证码已经设置，不能更换；如需更换，请联系运维人员。',
          en: 'One-time codes are set up already and cannot be replaced here; if you need new ones, please ask an operator.',
        });
      }
      const shown = base32(secret);
      return { secret: shown, uri: `otpauth://totp/pingshen?secret=${shown}&issuer=pingshen` };
    },
    async confirm(personId, proof) {
      await byPerson(personId);
      if (!(await knowsPassword(personId, proof.password)) || !(await takesCode(personId, proof.code))) {
        throw new Problem('second_factor_failed', wrongSecondFactor, { field: 'code' });
      }
    },
  };
}
