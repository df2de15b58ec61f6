import { Router } from 'express';
import { z } from 'zod';
import { recusalsOf } from '../../records/committee/recusalList.js';
import { requestRecusal } from '../../records/committee/recusalRequests.js';
import { callerOf } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { recusalBody, refuseTwice } from './recusals.js';

/** Whom the applicant wants to be judged without, and why. */
export const RecusalRequest = z.strictObject({ named: line(100), reason: paragraph(500) });

/**
 * `/api/applications/{id}/recusals`: an applicant asks that somebody does not judge them. The list of experts is not
 * public, so they name a person, whether or not that is an expert, and the answer does not say so either.
 */
export function recusalRequestRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const { id, campaignId } = await ownApplication(callerOf(response), request.params.id);
    const rows = await recusalsOf(db, { campaignId, applicantRequestsOf: id, limit: 50 });
    const items = rows.map(recusalBody).map(({ named, reason, requestedAt, outcome, decidedReason, decidedAt }) => ({
      named: named ?? '',
      reason,
      requestedAt,
      outcome,
      decidedReason,
      decidedAt,
    }));
    sendCacheable(request, response, { items });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id: applicationId, campaignId } = await ownApplication(caller, request.params.id);
    const { named, reason } = RecusalRequest.parse(request.body);
    const request_ = { campaignId, applicationId, named, reason, by: caller.personId, at: await clock() };
    await requestRecusal(db, request_).catch(refuseTwice);
    response.status(201).json({ named, outcome: null });
  });
  return router;

  async function ownApplication(caller: ReturnType<typeof callerOf>, id: string) {
    const { application, roles } = await getVisible(db, caller, id);
    if (!roles.includes('applicant'))
      throw new Problem('not_permitted', {
        zh: '只有申报人本人可以申请回避。',
        en: 'Only the applicant can ask for a recusal.',
      });
    return application;
  }
}
