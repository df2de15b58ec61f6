import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import type { Application } from '../../records/application/applicationRow.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { decideReexamination, requestReexamination } from '../../records/conferral/decideReexamination.js';
import { type Reexamination, reexaminationOf, reexaminationsOf } from '../../records/conferral/reexaminations.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import {
  type ReexaminationPeriod,
  reexaminationLabels,
  reexaminationOutcomes,
  reexaminationPeriod,
  reexaminationRefusal,
} from '../../rules/sanctions/reexamination.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getVisible, isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { reopen } from './reopen.js';

export const ReexaminationRequest = z.strictObject({ reason: paragraph(2000) });
export const ReexaminationDecision = z.strictObject({
  outcome: z.enum(reexaminationOutcomes).meta({ description: '重新提交评审，或维持原结果' }),
  reason: paragraph(2000),
});
const limit = 500;

function periodBody({ due, clause, explanation }: ReexaminationPeriod) {
  return { due: isoInBeijing(due), clause, explanation: explanation.zh, explanationEn: explanation.en };
}

/** A reexamination as the API tells it. */
function reexaminationBody({ applicantId: _, campaignId: __, requestedAt, decidedAt, ...reported }: Reexamination) {
  const decided = decidedAt === null ? null : isoInBeijing(decidedAt);
  return {
    ...reported,
    stateLabel: reexaminationLabels[reported.state],
    requestedAt: isoInBeijing(requestedAt),
    decidedAt: decided,
  };
}

/** `/api/applications/{id}/reexamination`: whether one may be asked for, until when, and what became of it. */
export function reexaminationRoutes(deps: Pick<Deps, 'db' | 'clock' | 'engine' | 'logger'>): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const { application } = await getVisible(db, callerOf(response), request.params.id);
    const { period, asked, refusal } = await snapshot(application);
    sendCacheable(request, response, {
      mayRequest: refusal === null && application.applicantId === callerOf(response).personId,
      period: period && periodBody(period),
      reexamination: asked && reexaminationBody(asked),
    });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const { personId } = callerOf(response);
    const { application, roles } = await getVisible(db, callerOf(response), request.params.id);
    if (!roles.includes('applicant'))
      throw new Problem('not_permitted', {
        zh: '只有申报人本人可以申请复查。',
        en: 'Only the applicant can ask for a reexamination.',
      });
    const { reason } = ReexaminationRequest.parse(request.body);
    const { refusal } = await snapshot(application);
    if (refusal) throw problemOf(refusal);
    const { id: applicationId, campaignId } = application;
    const requested = { applicationId, campaignId, reason, by: personId, at: await clock() };
    await requestReexamination(db, requested).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem('already_done', {
            zh: '已经申请过复查，不能重复申请。',
            en: 'A reexamination has been asked for already, and cannot be asked for twice.',
          })
        : error;
    });
    wakeMail(deps);
    const written = await reexaminationOf(db, applicationId);
    response.status(201).json(written && reexaminationBody(written));
  });
  return router;

  async function snapshot(application: Application) {
    const [{ policy, calendar }, requested, at] = await Promise.all([
      pinnedPolicy(db, application),
      reexaminationOf(db, application.id),
      clock(),
    ]);
    const period = reexaminationPeriod(application.facts, policy, calendar);
    return { period, asked: requested, refusal: reexaminationRefusal(period, { requested: requested !== null, at }) };
  }
}

/** `/api/campaigns/{id}/reexaminations`: the office answers what applicants ask for. */
export function reexaminationListRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const { id: campaignId } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaignId);
    sendCacheable(request, response, {
      items: (await reexaminationsOf(db, { campaignId, limit })).map(reexaminationBody),
    });
  });

  router.post<'/:applicationId/decision', { id: string; applicationId: string }>(
    '/:applicationId/decision',
    async (request, response) => {
      const { personId: by } = callerOf(response);
      const { id: campaignId } = await getCampaign(db, request.params.id);
      requireRole(callerOf(response), ['office'], campaignId);
      const { outcome: state, reason } = ReexaminationDecision.parse(request.body);
      const { applicationId } = request.params;
      const requested = isUuid(applicationId) ? await reexaminationOf(db, applicationId) : null;
      if (requested?.campaignId !== campaignId)
        throw new Problem('not_found', {
          zh: '没有这项复查申请。',
          en: 'There is no such request for a reexamination.',
        });
      if (requested.applicantId === by)
        throw new Problem('own_application', {
          zh: '不能办理本人的复查申请。',
          en: 'Nobody handles their own request for a reexamination.',
        });
      const newApplicationId = state === 'upheld' ? randomUUID() : null;
      await decideReexamination(db, { id: requested.id, state, newApplicationId, reason, by, at: await clock() });
      wakeMail(deps);
      const decided = await reexaminationOf(db, applicationId);
      if (decided?.state !== state)
        throw new Problem('already_done', {
          zh: '这项复查申请已经答复。',
          en: 'This request for a reexamination is answered already.',
        });
      // Also when it was decided before and the new application could not be opened then.
      const old = await lookUpApplication(db, applicationId);
      if (old && decided.newApplicationId !== null) await reopen(deps, old, decided.newApplicationId);
      response.json(reexaminationBody(decided));
    },
  );
  return router;
}
