import { fromNodeHeaders } from 'better-auth/node';
import type { Request, RequestHandler, Response } from 'express';
import { bindingsOf, personOfMachineKey } from '../../records/people/people.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { type Binding, setCaller } from './caller.js';
import { hashOfKey } from './machineKey.js';
import { refuseForeignOrigin } from './origin.js';
import { ShortCache } from './shortCache.js';

const bearer = /^Bearer ([\x21-\x7e]{20,200})$/i;

/**
 * Identifies the caller by session cookie or by a machine's bearer key, and refuses everybody else. Changes sent by pages
 * of another site are refused.
 */
export function authenticate({ db, auth }: Pick<Deps, 'db' | 'auth'>): RequestHandler {
  // No roles are not kept: a role just given, or a first password just changed, counts at once.
  const roles = new ShortCache<readonly Binding[]>(undefined, ({ length }) => length > 0);
  const sessions = new ShortCache<string | null>();
  return async (request, response, next) => {
    const header = request.get('authorization');
    if (header === undefined) refuseForeignOrigin(request);
    const personId =
      header === undefined
        ? await sessions.get(request.headers.cookie ?? '', () => bySession(auth, request, response))
        : await byKey(db, bearer.exec(header)?.[1]);
    if (personId === null)
      throw new Problem('not_signed_in', {
        zh: '请先登录，或登录已过期，请重新登录。',
        en: 'Please sign in; your session may have expired.',
      });
    setCaller(response, { personId, bindings: await roles.get(personId, (id) => bindingsOf(db, id)) });
    next();
  };
}

async function byKey(db: Deps['db'], key: string | undefined): Promise<string | null> {
  return key === undefined ? null : await personOfMachineKey(db, hashOfKey(key));
}

/** Reads the session; better-auth may renew its cookies on the way. */
async function bySession(auth: Deps['auth'], request: Request, response: Response): Promise<string | null> {
  const { cookie } = request.headers;
  if (!cookie) return null;
  const { response: session, headers } = await auth.api.getSession({
    headers: fromNodeHeaders({ cookie }),
    returnHeaders: true,
  });
  for (const renewed of headers.getSetCookie()) response.append('Set-Cookie', renewed);
  return session?.user.id ?? null;
}
