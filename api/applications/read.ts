import type { RequestHandler } from 'express';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { applicationView } from './view.js';
import { getVisible } from './visible.js';

/** `GET /api/applications/{id}`: where it stands, until when, and what the caller may do. */
export function readRoute(deps: Deps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application } = await getVisible(deps.db, caller, request.params.id);
    response.set('ETag', `"${application.seq}"`).json(await applicationView(deps, caller, application));
  };
}
