import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { conflictsOf, declareConflict, noteFoundConflicts } from '../../records/committee/conflicts.js';
import type { Database } from '../../records/database.js';
import { unknownScope } from '../../records/people/accounts.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { conflictKinds } from '../../rules/committee/conflicts.js';
import { holds } from '../accounts/caller.js';
import { noSuchApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { ConflictsAnswer, DeclaredConflict } from './answers.js';
import { specialtiesOf } from './campaignCommittee.js';
import { expertOwnership } from './expertOwnership.js';

/** A conflict of interest with the applicant of an application, or with a whole unit. */
const NewConflict = z
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
/** Conflicts between people: they hold for every application of that person. */
const personal: ReadonlySet<string> = new Set(['kinship', 'co_worker']);

const tag = '评委会';
const path = '/api/campaigns/{id}/conflicts';

/** Conflicts of interest: the office and the supervisor see all, an expert their own; either may declare one. */
export const conflictRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '利害关系：自动发现与申报的；专家只见本人的',
    roles: ['office', 'supervisor', 'expert', 'chair'],
    subject: campaignInPath,
    answers: { 200: ConflictsAnswer, 304: null },
    handle: async ({ subject: { id, policy }, caller }, { db, clock }) => {
      const all = holds(caller, 'office', id) || holds(caller, 'supervisor', id);
      const expertId = all ? undefined : await expertOf(db, caller);
      const specialties = specialtiesOf(policy);
      if (all) await noteFoundConflicts(db, { campaignId: id, specialties, at: await clock() });
      const rows = expertId === null ? [] : await conflictsOf(db, { specialties, expertId, limit });
      const items = rows.map(({ declaredAt, ...row }) => ({ ...row, declaredAt: isoInBeijing(declaredAt) }));
      return { items };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '申报利害关系（专家本人或办事机构）',
    roles: ['office', 'expert', 'chair'],
    subject: campaignInPath,
    body: NewConflict,
    answers: { 201: DeclaredConflict },
    handle: async ({ subject, body, caller }, { db, clock }) => {
      const { id } = subject;
      const { expertId: given, kind, applicationId, unitId, reason } = body;
      const { expertId } = await expertOwnership(db, caller, id, given);
      const about = unitId === undefined ? await towards(db, id, kind, applicationId) : { unitId };
      if (unitId !== undefined && (await unknownScope(db, { unitId }))) {
        throw new Problem('body_invalid', { zh: '没有这个单位。', en: 'There is no such unit.' }, { field: 'unitId' });
      }
      const declared = { ...about, expertId, kind, reason, declaredBy: caller.personId, at: await clock() };
      if (!(await declareConflict(db, declared)))
        throw new Problem('already_there', { zh: '这一情形已经登记过。', en: 'This is registered already.' });
      return { expertId, kind };
    },
  }),
];

async function towards(db: Database, campaignId: string, kind: string, applicationId = '') {
  const application = await lookUpApplication(db, applicationId);
  if (application?.campaignId !== campaignId) throw noSuchApplication();
  return personal.has(kind) ? { applicantId: application.applicantId } : { applicationId };
}
