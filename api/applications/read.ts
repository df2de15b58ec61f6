import type { RequestHandler } from 'express';
import { applicationPage } from '../../records/application/applicationPage.js';
import { nextChange } from '../../rules/application/nextChange.js';
import { callerOf, rolesTowards } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sentNotModified } from '../http/cacheable.js';
import { snapshotAt } from './applicationSnapshot.js';
import { pageTag, tagStillGood } from './pageTag.js';
import { unrecused } from './unrecused.js';
import { applicationView } from './view.js';
import { isUuid, noSuchApplication } from './visible.js';

/** `GET /api/applications/{id}`: where it stands, until when, and what the caller may do. */
export function readRoute(deps: Deps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id } = request.params;
    const page = isUuid(id) ? await applicationPage(deps.db, id) : null;
    if (!page) throw noSuchApplication();
    const caller = await unrecused(deps.db, callerOf(response), page.application);
    if (rolesTowards(caller, page.application.facts).length === 0) throw noSuchApplication();
    const now = await deps.clock();
    const known = tagStillGood(request, page, caller, now);
    if (known !== null && sentNotModified(request, response, known)) return;
    const snapshot = await snapshotAt(deps.db, page.application, now);
    const tag = pageTag(page, caller, nextChange(snapshot.facts, snapshot.policy, now));
    // Not asked again: a tag that was no longer good is no reason for a 304.
    response
      .set({ ETag: tag, 'Cache-Control': 'private, no-cache' })
      .json(applicationView(deps, caller, page, snapshot, now));
  };
}
