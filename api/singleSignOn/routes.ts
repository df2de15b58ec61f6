import { z } from 'zod';
import { sha256Of } from '../../config/sha256Of.js';
import { addAccess } from '../../records/people/accessLog.js';
import { type Registered, registeredWith } from '../../records/people/registeredWith.js';
import { bindSubject } from '../../records/people/signOnSubjects.js';
import { normalContact } from '../../rules/people/contact.js';
import { beginSession } from '../accounts/sessions.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { type Attempt, keepAttempt, takeAttempt } from './attempt.js';
import { type Claims, callbackPath, type SingleSignOn } from './singleSignOn.js';

const tag = '账户';
const way = { method: 'get', tag, roles: 'public', limitByAddress: 'signInsFromAddress' } as const;
const subject = async (_: unknown, { singleSignOn }: Services): Promise<SingleSignOn> => {
  if (singleSignOn === null)
    throw new Problem('not_found', { zh: '本系统没有统一身份认证。', en: 'There is no single sign-on here.' });
  return singleSignOn;
};

/** Only pages of this portal, so that a link cannot lead to another site. */
const pageOfPortal = (from: string) => (/^\/(?![/\\])/.test(from) ? from : '/');

/** Why somebody who comes back is not signed in, and the page that says so. */
const pages = {
  failed: '/sign-in?sso=failed',
  unverified: '/sign-in?sso=unverified',
  unopened: '/sign-in?sso=unopened',
  bound: '/sign-in?sso=bound',
  unknown: '/register?sso=unknown',
} as const;

/**
 * Sign-in at another service. It finds an account that is there by one verified claim; it opens none and gives no role, and the
 * second factor is asked for as after a password. The first sign-in binds the account to the service's `sub`.
 */
export const singleSignOnRoutes = [
  defineRoute({
    ...way,
    path: '/api/auth/single-sign-on',
    summary: '到统一身份认证登录；from：登录后回到的页面',
    query: z.object({ from: z.string().max(2000).default('/') }),
    subject,
    answers: { 302: null },
    handle: async ({ subject: service, query: { from }, response }, services) => {
      const begun = await service.begin().catch((error: unknown) => {
        services.logger.warn({ reason: reasonOf(error) }, 'single sign-on cannot be reached');
        return null;
      });
      if (begun) await keepAttempt(services, response, { ...begun.expected, from: pageOfPortal(from) });
      response.set('Cache-Control', 'no-store').location(begun?.url.href ?? pages.failed);
    },
  }),
  defineRoute({
    ...way,
    path: callbackPath,
    summary: '由统一身份认证返回：按已核实的信息找到已注册的账户并登录；没有的到注册页',
    subject,
    answers: { 302: null },
    handle: async ({ subject: service, request, response }, services) => {
      const attempt = await takeAttempt(services, request, response);
      const claims = attempt && (await confirmed(service, attempt, request.originalUrl, services));
      const person = claims && (await holderOf(service, claims, services));
      const refusal =
        claims === null ? 'failed' : (refusalOf(person) ?? (await boundRefusal(person, claims, services)));
      if (person && refusal === null) await beginSession(services, person.personId, { request, response });
      else {
        const subjectId = person ? person.personId : null;
        const address = request.ip ?? null;
        await addAccess(services.db, { kind: 'sign_in_failed', personId: null, subjectId, address });
      }
      const page = refusal === null ? (attempt?.from ?? '/') : pages[refusal];
      response.set('Cache-Control', 'no-store').location(page);
    },
  }),
];

/** What the service says of who signed in; null: the answer is not the one to this attempt. */
async function confirmed(
  service: SingleSignOn,
  attempt: Attempt,
  address: string,
  { publicUrl, logger }: Services,
): Promise<Claims | null> {
  return await service.finish(new URL(`${publicUrl}${address}`), attempt).catch((error: unknown) => {
    logger.warn({ reason: reasonOf(error) }, 'a single sign-on failed');
    return null;
  });
}

/** The registered person whom the claims are about; null: nobody has registered with it; undefined: nothing verified is said. */
async function holderOf(
  { settings: { match, claim, verifiedClaim } }: SingleSignOn,
  claims: Claims,
  { db }: Services,
): Promise<Registered | null | undefined> {
  const value = claims[claim];
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (verifiedClaim !== null && claims[verifiedClaim] !== true) return undefined;
  return await registeredWith(db, match, match === 'idNumber' ? value.trim().toUpperCase() : normalContact(value));
}

function refusalOf(person: Registered | null | undefined): keyof typeof pages | null {
  if (person === undefined) return 'unverified';
  if (person === null) return 'unknown';
  return person.opened ? null : 'unopened';
}

/**
 * Why an account is not theirs who signed in, or null. A number or address may pass to somebody else, who could verify it at the other
 * service: an account is theirs alone who signed in to it first, until an operator releases it.
 */
async function boundRefusal(person: Registered | null | undefined, { iss, sub }: Claims, { db }: Services) {
  if (!person || typeof sub !== 'string') return 'failed';
  const subject = sha256Of(JSON.stringify([iss, sub])).toString('hex');
  return (await bindSubject(db, { personId: person.personId, subject })) ? null : 'bound';
}

/** The kind of an error; its text may hold what the service said of a person. */
const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown';
