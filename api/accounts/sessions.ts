import { setImmediate as othersHaveCome } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Database } from '../../records/database.js';
import { addAccess } from '../../records/people/accessLog.js';
import {
  addSession,
  findSession,
  type NewSession,
  noteFactorProven,
  type OpenSession,
} from '../../records/people/sessions.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { hashOfToken, newToken } from './secretToken.js';

/** A session ends after a working day, or an hour without a request (OWASP ASVS 5, 7.3). */
const longestHours = 12;
export const idleMinutes = 60;

/** The name of the session's cookie; browsers hold `__Host-` to HTTPS, this host and the whole site. */
export const cookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-pingshen.session' : 'pingshen.session';

/** The session token a request carries, or null. */
function tokenOf(request: Request, publicUrl: string): string | null {
  const start = `${cookieName(publicUrl)}=`;
  const found = (request.headers.cookie ?? '').split('; ').find((pair) => pair.startsWith(start));
  const token = found?.slice(start.length) ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** The valid session of a request, or null. */
export async function sessionOf(db: Database, publicUrl: string, request: Request): Promise<OpenSession | null> {
  const token = tokenOf(request, publicUrl);
  return token === null ? null : await findTogether(db, hashOfToken(token));
}

const reading = new Map<string, Promise<OpenSession | null>>();

/**
 * A page asks for several things at one moment: the requests that are there by then share a read of their session. It begins
 * when all of them have come, so what ended the session or took a role before one of them counts for it.
 */
function findTogether(db: Database, tokenHash: string): Promise<OpenSession | null> {
  const begin = async () => {
    await othersHaveCome();
    reading.delete(tokenHash);
    return await findSession(db, tokenHash, idleMinutes);
  };
  const read = reading.get(tokenHash) ?? begin();
  reading.set(tokenHash, read);
  return read;
}

/** Opens a session and returns its token, which is kept nowhere. */
export async function openSession(
  db: Pick<Database, 'pool'>,
  session: Omit<NewSession, 'tokenHash' | 'hours'>,
): Promise<string> {
  const token = newToken();
  await addSession(db, { ...session, tokenHash: hashOfToken(token), hours: longestHours });
  return token;
}

/** Signs a person in: an entry in the access log, a session, and its token in the browser's cookie. */
export async function beginSession(
  { db, publicUrl }: Pick<Deps, 'db' | 'publicUrl'>,
  personId: string,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const ipAddress = request.ip ?? null;
  await addAccess(db, { kind: 'sign_in', personId, subjectId: personId, address: ipAddress });
  const userAgent = request.get('user-agent')?.slice(0, 400) ?? null;
  giveToken(response, publicUrl, await openSession(db, { personId, ipAddress, userAgent }));
}

/**
 * Notes that the second factor was proven. When that completes a sign-in the session continues under a new token, which
 * is returned; a token that somebody planted before is worth nothing.
 */
export async function proveFactor(
  db: Pick<Database, 'pool'>,
  { id, factorProvenAt }: Pick<OpenSession, 'id' | 'factorProvenAt'>,
  at: Instant,
): Promise<string | null> {
  const token = factorProvenAt === null ? newToken() : null;
  const tokenHash = token === null ? null : hashOfToken(token);
  await noteFactorProven(db, { id, at, tokenHash, hours: longestHours });
  return token;
}

/** Gives the browser a session's token. */
export function giveToken(response: Response, publicUrl: string, token: string): void {
  response.cookie(cookieName(publicUrl), token, { ...attributes(publicUrl), maxAge: longestHours * 3_600_000 });
}

/** Takes the token away. */
export function takeToken(response: Response, publicUrl: string): void {
  response.clearCookie(cookieName(publicUrl), attributes(publicUrl));
}

const attributes = (publicUrl: string) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: publicUrl.startsWith('https:'),
  path: '/',
});
