import type { RequestHandler } from 'express';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { getVisible } from './visible.js';

/** `GET /api/applications/{id}/policy`: what this application is judged by, whatever its campaign has become since. */
export function policyRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { application } = await getVisible(db, callerOf(response), request.params.id);
    const { policy } = await pinnedPolicy(db, application);
    sendCacheable(request, response, policy);
  };
}
