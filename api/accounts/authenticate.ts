import type { RequestHandler } from 'express';
import type { OpenSession } from '../../records/people/sessions.js';
import { needsSecondFactor } from '../../rules/application/lifecycle.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { type SignInStep, setCaller } from './caller.js';
import { refuseForeignOrigin } from './origin.js';
import { sessionOf } from './sessions.js';

/**
 * Identifies the caller by session cookie, and refuses everybody else: a program has no role of a person. Changes sent
 * by pages of another site are refused. The session and the roles are read for each
 * request, so that what ends them counts at once in every process.
 */
export function authenticate({ db, publicUrl }: Pick<Deps, 'db' | 'publicUrl'>): RequestHandler {
  return async (request, response, next) => {
    refuseForeignOrigin(request);
    const session = await sessionOf(db, publicUrl, request);
    if (session === null)
      throw new Problem('not_signed_in', {
        zh: '请先登录，或登录已过期，请重新登录。',
        en: 'Please sign in; your session may have expired.',
      });
    const { id: sessionId, personId, factorProvenAt } = session;
    const missing = missingStep(session);
    // Roles count once the sign-in is complete.
    const bindings = missing === null ? session.bindings : [];
    setCaller(response, { personId, bindings, session: { id: sessionId, factorProvenAt, missing } });
    next();
  };
}

/** What a session lacks before roles count: the code, another password, or an authenticator; null: nothing. */
export function missingStep(session: OpenSession): SignInStep | null {
  const { factorConfirmed, factorProvenAt, passwordChangeDue, bindings } = session;
  if (factorConfirmed && factorProvenAt === null) return 'code';
  if (passwordChangeDue) return 'password';
  if (!factorConfirmed && bindings.some(({ role }) => needsSecondFactor(role))) return 'enrolment';
  return null;
}
