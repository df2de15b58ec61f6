import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Services } from '../services.js';
import { callbackPath } from './singleSignOn.js';

/** A sign-in that left for the other service; the browser keeps it, sealed, in a cookie of its own. */
const Attempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page of the portal to return to. */
  from: z.string(),
  expiresAt: z.number(),
});
export type Attempt = z.infer<typeof Attempt>;

const lasts = 10 * 60_000;
const about = 'single sign-on';
type Needs = Pick<Services, 'sealer' | 'publicUrl' | 'wallClock'>;

const cookie = 'pingshen.sso';
const attributes = ({ publicUrl }: Needs) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: publicUrl.startsWith('https:'),
  path: callbackPath,
});

/** Gives the browser the attempt to bring back within ten minutes. */
export async function keepAttempt(services: Needs, response: Response, attempt: Omit<Attempt, 'expiresAt'>) {
  const kept = { ...attempt, expiresAt: services.wallClock() + lasts };
  const sealed = await services.sealer.seal(JSON.stringify(kept), about);
  response.cookie(cookie, sealed, { ...attributes(services), maxAge: lasts });
}

/** The attempt this browser began, which counts once; null: none, or it took too long. */
export async function takeAttempt(services: Needs, request: Request, response: Response): Promise<Attempt | null> {
  const pair = (request.headers.cookie ?? '').split('; ').find((one) => one.startsWith(`${cookie}=`));
  response.clearCookie(cookie, attributes(services));
  if (pair === undefined) return null;
  const sent = pair.slice(cookie.length + 1);
  // A cookie that somebody wrote by hand counts as none, however it is wrong.
  const unseal = async () => await services.sealer.unseal(decodeURIComponent(sent), about);
  const text = await unseal().catch(() => null);
  const attempt = text === null ? null : Attempt.parse(JSON.parse(text));
  return attempt !== null && attempt.expiresAt > services.wallClock() ? attempt : null;
}
