import { applicationPage } from '../../records/application/applicationPage.js';
import { nextChange } from '../../rules/application/nextChange.js';
import { rolesTowards } from '../accounts/caller.js';
import { sentNotModified } from '../http/cacheable.js';
import { defineRoute } from '../http/defineRoute.js';
import { own } from '../openapi/parts.js';
import { ApplicationAnswer } from './answers.js';
import { snapshotAt } from './applicationSnapshot.js';
import { mayReadDossier, readingRoles } from './mayReadDossier.js';
import { pageTag, tagStillGood } from './pageTag.js';
import { unrecused } from './unrecused.js';
import { applicationView } from './view.js';
import { isUuid, noSuchApplication } from './visible.js';

/** Status, deadlines, and what the caller may do. */
export const readRoute = defineRoute({
  method: 'get',
  path: own,
  tag: '申报',
  summary: '状态、期限及其解释、我能做什么',
  roles: 'signed in',
  answers: { 200: ApplicationAnswer, 304: null },
  handle: async ({ params: { id }, caller: signedIn, request, response }, services) => {
    const { db } = services;
    const page = isUuid(id) ? await applicationPage(db, id) : null;
    if (!page) throw noSuchApplication();
    const caller = await unrecused(db, signedIn, page.application);
    const roles = rolesTowards(caller, page.application.facts);
    if (roles.length === 0) throw noSuchApplication();
    const readable = mayReadDossier(await readingRoles(db, caller, page.application, roles));
    const now = await services.clock();
    const known = tagStillGood(request, page, caller, readable, now);
    if (known !== null && sentNotModified(request, response, known)) return;
    const snapshot = await snapshotAt(db, page.application, now);
    const tag = pageTag(page, caller, readable, nextChange(snapshot.facts, snapshot.policy, now));
    // Not compared again: a tag that was no longer good is no reason for a 304.
    response
      .set({ ETag: tag, 'Cache-Control': 'private, no-cache' })
      .json(applicationView(services, caller, page, snapshot, now, readable));
  },
});
