import { Router } from 'express';
import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { conflictsOf, declareConflict, noteFoundConflicts } from '../../records/committee/conflicts.js';
import { unknownScope } from '../../records/people/accounts.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { conflictKinds } from '../../rules/committee/conflicts.js';
import { callerOf, holds, requireRole } from '../accounts/caller.js';
import { noSuchApplication } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { specialtiesOf } from './campaignCommittee.js';
import { expertOwnership } from './expertOwnership.js';

/** What keeps an expert from judging: towards the applicant of an application, or a whole unit. */
export const NewConflict = z
  .strictObject({
    expertId: z.uuid().optional().meta({ description: '办事机构代为申报时填写；专家本人申报时不填' }),
    kind: z.enum(conflictKinds).exclude(['own_application']),
    applicationId: z.uuid().optional(),
    unitId: z.string().min(1).max(64).optional(),
    reason: paragraph(500),
  })
  .refine(({ applicationId, unitId }) => (applicationId === undefined) !== (unitId === undefined), {
    path: ['applicationId'],
    message: bilingualMessage(
      '请写明是哪位申报人，或哪个单位，二者填一项。',
      'Please name either the applicant or the unit.',
    ),
  });

const limit = 500;
/** Between people, whatever they apply for: such a conflict holds for every application of that person. */
const personal: ReadonlySet<string> = new Set(['kinship', 'co_worker']);

/** `/api/campaigns/{id}/conflicts`: the office and the supervisor see all, an expert their own; either may declare. */
export function conflictRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id, policy } = await getCampaign(db, request.params.id);
    requireRole(caller, ['office', 'supervisor', 'expert', 'chair'], id);
    const all = holds(caller, 'office', id) || holds(caller, 'supervisor', id);
    const expertId = all ? undefined : await expertOf(db, caller);
    const specialties = specialtiesOf(policy);
    if (all) await noteFoundConflicts(db, { campaignId: id, specialties, at: await clock() });
    const rows = expertId === null ? [] : await conflictsOf(db, { specialties, expertId, limit });
    const items = rows.map(({ declaredAt, ...row }) => ({ ...row, declaredAt: isoInBeijing(declaredAt) }));
    sendCacheable(request, response, { items });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id } = await getCampaign(db, request.params.id);
    const { expertId: given, kind, applicationId, unitId, reason } = NewConflict.parse(request.body);
    const { expertId } = await expertOwnership(db, caller, id, given);
    const subject = unitId === undefined ? await towards(id, kind, applicationId) : { unitId };
    if (unitId !== undefined && (await unknownScope(db, { unitId }))) {
      throw new Problem('body_invalid', { zh: '没有这个单位。', en: 'There is no such unit.' }, { field: 'unitId' });
    }
    const declared = { ...subject, expertId, kind, reason, declaredBy: caller.personId, at: await clock() };
    if (!(await declareConflict(db, declared)))
      throw new Problem('already_there', { zh: '这一情形已经登记过。', en: 'This is registered already.' });
    response.status(201).json({ expertId, kind });
  });
  return router;

  async function towards(campaignId: string, kind: string, applicationId = '') {
    const application = await lookUpApplication(db, applicationId);
    if (application?.campaignId !== campaignId) throw noSuchApplication();
    return personal.has(kind) ? { applicantId: application.applicantId } : { applicationId };
  }
}
