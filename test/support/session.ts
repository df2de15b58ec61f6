import type Agent from 'supertest/lib/agent.js';
import type { Mail } from '../../activities/mailer.js';
import { openSession } from '../../api/accounts/sessions.js';
import { createSealer } from '../../api/http/sealing.js';
import type { Database } from '../../records/database.js';
import type { AuthenticatorClock } from './authenticatorClock.js';
import { fromBase32 } from './people/fromBase32.js';
import type { TestApi } from './testApi.js';

/**
 * A session of a person who has just proven a second factor, made in the database: signing in takes a tenth of a second.
 * Returns its token.
 */
export async function sessionFor(db: Database, personId: string, factorProvenAt = Date.now()): Promise<string> {
  await db.pool.query(
    `INSERT INTO second_factors (person_id, sealed_secret, confirmed_at) SELECT $1, '', now()
     WHERE NOT EXISTS (SELECT FROM role_bindings WHERE person_id = $1)
       OR EXISTS (SELECT FROM role_bindings WHERE person_id = $1 AND role <> 'applicant') ON CONFLICT DO NOTHING`,
    [personId],
  );
  return await openSession(db, { personId, factorProvenAt });
}

/** Gives a person an authenticator that works, in place of any other. Returns its secret. */
export async function giveAuthenticator({ db, deps }: Pick<TestApi, 'db' | 'deps'>, personId: string): Promise<Buffer> {
  const secret = Buffer.from('a secret of this test');
  const sealedSecret = await createSealer(deps.dataDir).seal(secret.toString('base64'), `person ${personId}`);
  const confirmed = { sealedSecret, confirmedAt: new Date() };
  await db.secondFactor.upsert({ where: { personId }, create: { personId, ...confirmed }, update: confirmed });
  return secret;
}

interface WithMail {
  readonly authenticatorClock: AuthenticatorClock;
  readonly accountMail?: readonly Mail[];
}

/** Sets up an authenticator as its owner does, with the code from the mail. Returns its secret and recovery codes. */
export async function enrolThrough({ authenticatorClock, accountMail = [] }: WithMail, agent: Pick<Agent, 'post'>) {
  const offered = await agent.post('/api/me/second-factor').expect(200);
  const secret = fromBase32(offered.body.secret);
  const mailCode = /确认码：(\d{6})/.exec(accountMail.at(-1)?.text ?? '')?.[1];
  const code = authenticatorClock.nextCode(secret);
  const { body } = await agent.post('/api/me/second-factor/confirm').send({ code, mailCode }).expect(200);
  return { secret, code, recoveryCodes: body.recoveryCodes as readonly string[] };
}

/** The cost of hashing passwords in tests: next to none. */
export const quickHash = { N: 2 ** 10, r: 8, p: 1 } as const;
