import { Router } from 'express';
import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { findExpert } from '../../records/committee/experts.js';
import { type Recusal, recusalsOf } from '../../records/committee/recusalList.js';
import { decideRecusal, recuse } from '../../records/committee/recusalRequests.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { recusalOutcomes } from '../../rules/committee/recusals.js';
import { callerOf, holds, requireRole } from '../accounts/caller.js';
import { isUuid, noSuchApplication } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { expertOwnership } from './expertOwnership.js';

/** From one application, or, without one, from everything in the campaign. */
export const NewRecusal = z.strictObject({
  expertId: z.uuid().optional().meta({ description: '办事机构决定回避时填写；专家本人回避时不填' }),
  applicationId: z.uuid().nullable().default(null),
  reason: paragraph(500),
});
/** The office's answer to an applicant; granting names the expert who was meant. */
export const RecusalDecision = z
  .strictObject({ outcome: z.enum(recusalOutcomes), expertId: z.uuid().optional(), reason: paragraph(500) })
  .refine(({ outcome, expertId }) => outcome !== 'granted' || expertId !== undefined, {
    path: ['expertId'],
    message: bilingualMessage('同意回避时请写明是哪位专家。', 'To grant a recusal, please say which expert.'),
  });

const limit = 500;
const clause = '人社部令第40号（评审专家回避）';

/** A recusal as the API tells it. */
export function recusalBody({ requestedAt, decidedAt, ...recusal }: Recusal) {
  return {
    ...recusal,
    requestedAt: isoInBeijing(requestedAt),
    decidedAt: decidedAt === null ? null : isoInBeijing(decidedAt),
  };
}

/** `/api/campaigns/{id}/recusals`: by the expert and by the office at once; what applicants ask for, the office decides. */
export function recusalRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id: campaignId } = await getCampaign(db, request.params.id);
    requireRole(caller, ['office', 'supervisor', 'expert', 'chair'], campaignId);
    const all = holds(caller, 'office', campaignId) || holds(caller, 'supervisor', campaignId);
    const expertId = all ? undefined : await expertOf(db, caller);
    const ownerLabel = expertId ? { expertId } : {};
    const rows = expertId === null ? [] : await recusalsOf(db, { campaignId, ...ownerLabel, limit });
    // An expert learns that they are recused, not who asked for it and why.
    const withNames = rows.map((row) =>
      all || row.requestedByRole !== 'applicant' ? row : { ...row, named: null, reason: '' },
    );
    const readable = all ? withNames : withNames.filter(({ outcome }) => outcome === 'granted');
    sendCacheable(request, response, { items: readable.map(recusalBody) });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id: campaignId } = await getCampaign(db, request.params.id);
    const { expertId: named, applicationId, reason } = NewRecusal.parse(request.body);
    const { expertId, role } = await expertOwnership(db, caller, campaignId, named);
    if (applicationId !== null && (await lookUpApplication(db, applicationId))?.campaignId !== campaignId) {
      throw noSuchApplication();
    }
    const recusal = { campaignId, expertId, applicationId, requestedByRole: role, by: caller.personId, reason };
    const id = await recuse(db, { ...recusal, at: await clock() }).catch(refuseTwice);
    response.status(201).json({ id, outcome: 'granted' });
  });

  router.post<'/:recusalId/decision', { id: string; recusalId: string }>(
    '/:recusalId/decision',
    async (request, response) => {
      const caller = callerOf(response);
      const { id: campaignId } = await getCampaign(db, request.params.id);
      requireRole(caller, ['office'], campaignId);
      const { recusalId } = request.params;
      const { outcome, expertId = null, reason } = RecusalDecision.parse(request.body);
      if (expertId !== null && !(await findExpert(db, expertId))) {
        throw new Problem(
          'body_invalid',
          { zh: '专家库中没有此人。', en: 'There is no such expert in the pool.' },
          { field: 'expertId' },
        );
      }
      const decision = { id: recusalId, campaignId, expertId, outcome, by: caller.personId, reason, at: await clock() };
      const decided = isUuid(recusalId) && (await decideRecusal(db, decision).catch(refuseTwice));
      if (!decided)
        throw new Problem(
          'already_done',
          { zh: '这项申请已经答复，或不存在。', en: 'This request is answered already, or does not exist.' },
          { clause },
        );
      response.json({ id: recusalId, outcome });
    },
  );
  return router;
}

/** A recusal of the same kind is there already. */
export function refuseTwice(error: unknown): never {
  throw isAlreadyThere(error)
    ? new Problem(
        'already_there',
        { zh: '这项回避已经登记，不必重复。', en: 'This recusal is registered already.' },
        { clause },
      )
    : error;
}
