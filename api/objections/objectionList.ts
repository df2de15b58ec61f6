import { Router } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { timelineOf } from '../../records/application/timeline.js';
import { investigators } from '../../records/conferral/investigators.js';
import { assignInvestigator, objectionFilesOf } from '../../records/conferral/objectionFiles.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { localDate } from '../http/text.js';
import { outcomeIn } from './outcomeOf.js';
import { sendEvidence } from './sendEvidence.js';

/** Who looks into an objection, and by which day. */
export const Investigation = z.strictObject({ investigatorId: z.string().min(1).max(64), dueOn: localDate });

/**
 * `/api/applications/{id}/objections`: everything about the objections to an application, who raised them included, for
 * supervisor and office of its campaign and for nobody else.
 */
export function objectionListRoutes(deps: Pick<Deps, 'db' | 'clock' | 'dataDir' | 'engine' | 'logger'>): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });

  router.get<'/', { id: string }>('/', async (request, response) => {
    const { id, facts } = await investigated(callerOf(response), request.params.id);
    const [files, timeline] = await Promise.all([objectionFilesOf(db, id), timelineOf(db, id)]);
    const items = facts.objections.map(({ id: objectionId, stage }) => {
      const file = files.find((one) => one.objectionId === objectionId);
      const { name = null, contact = null, investigatorId = null, investigatorName = null, dueOn = null } = file ?? {};
      const evidence = (file?.evidence ?? []).map(({ uploadedAt, sha256: _, ...kept }) => ({
        ...kept,
        uploadedAt: isoInBeijing(uploadedAt),
      }));
      return {
        id: objectionId,
        stage,
        ...outcomeIn(timeline, objectionId),
        name,
        contact,
        investigatorId,
        investigatorName,
        dueOn,
        evidence,
      };
    });
    sendCacheable(request, response, { items });
  });

  router.put<'/:objectionId/investigation', { id: string; objectionId: string }>(
    '/:objectionId/investigation',
    async (request, response) => {
      const caller = callerOf(response);
      const { id, facts, campaignId } = await investigated(caller, request.params.id);
      const { investigatorId, dueOn } = Investigation.parse(request.body);
      const objection = facts.objections.find((one) => one.id === request.params.objectionId);
      if (!objection) throw new Problem('not_found', { zh: '没有这项异议。', en: 'There is no such objection.' });
      if (objection.outcome !== null)
        throw new Problem('already_done', { zh: '这项异议已经办结。', en: 'This objection is settled already.' });
      const now = await clock();
      if (dueOn < localDateOf(now)) {
        throw new Problem(
          'body_invalid',
          { zh: '核查期限不能早于今天。', en: 'The day it is due cannot lie before today.' },
          { field: 'dueOn' },
        );
      }
      const chosen = (await investigators(db, campaignId)).find(({ personId }) => personId === investigatorId);
      if (!chosen || investigatorId === facts.applicantId) {
        throw new Problem(
          'body_invalid',
          {
            zh: '核查人须为本年度评审的监督或办事机构人员，且不是申报人本人。',
            en: 'The investigator has to be a supervisor or of the committee office of this review, and not the applicant.',
          },
          {
            field: 'investigatorId',
          },
        );
      }
      const given = { objectionId: objection.id, raisedAt: objection.raisedAt, investigatorId, dueOn, campaignId };
      const { role } = chosen;
      await assignInvestigator(db, { applicationId: id, ...given, role, by: caller.personId, at: now });
      wakeMail(deps);
      response.json({ investigatorId, investigatorName: chosen.name, dueOn });
    },
  );

  router.get<'/:objectionId/evidence/:evidenceId', { id: string; objectionId: string; evidenceId: string }>(
    '/:objectionId/evidence/:evidenceId',
    async (request, response) => {
      const { id } = await investigated(callerOf(response), request.params.id);
      const { objectionId, evidenceId } = request.params;
      const files = await objectionFilesOf(db, id);
      const file = files.find((one) => one.objectionId === objectionId)?.evidence.find((one) => one.id === evidenceId);
      if (!file)
        throw new Problem('not_found', {
          zh: '没有这份材料，或者您无权查看。',
          en: 'There is no such document, or you may not see it.',
        });
      sendEvidence(deps, response, file);
    },
  );
  return router;

  async function investigated(caller: ReturnType<typeof callerOf>, id: string) {
    const { application } = await getVisible(db, caller, id);
    requireRole(caller, ['supervisor', 'office'], application.campaignId);
    if (application.applicantId === caller.personId) {
      throw new Problem('own_application', {
        zh: '不能查看针对本人的异议。',
        en: 'Nobody can see objections about themselves.',
      });
    }
    return application;
  }
}
