import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import type { Database } from '../../records/database.js';

interface AuthOptions {
  readonly db: Database;
  readonly secret: string;
  readonly publicUrl: string;
}

/**
 * Accounts and sessions, kept by better-auth. People are given their accounts; nobody signs up. The signed cookie is
 * believed for a minute without asking the database, so a session ended elsewhere lives on for at most that long.
 */
export function createAuth({ db, secret, publicUrl }: AuthOptions) {
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 12 * 60 * 60, cookieCache: { enabled: true, maxAge: 60 } },
    advanced: {
      cookiePrefix: 'pingshen',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
export type Auth = ReturnType<typeof createAuth>;
