import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { findExpert } from '../../records/committee/experts.js';
import { type Recusal, recusalsOf } from '../../records/committee/recusalList.js';
import { decideRecusal, recuse } from '../../records/committee/recusalRequests.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { recusalOutcomes } from '../../rules/committee/recusals.js';
import { holds } from '../accounts/caller.js';
import { isUuid, noSuchApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { RecusalsAnswer, RecusedAnswer } from './answers.js';
import { expertOwnership } from './expertOwnership.js';

/** From one application, or, without one, from everything in the campaign. */
const NewRecusal = z.strictObject({
  expertId: z.uuid().optional().meta({ description: '办事机构决定回避时填写；专家本人回避时不填' }),
  applicationId: z.uuid().nullable().default(null),
  reason: paragraph(500),
});
/** The office's answer to an applicant; granting names the expert. */
const RecusalDecision = z
  .strictObject({ outcome: z.enum(recusalOutcomes), expertId: z.uuid().optional(), reason: paragraph(500) })
  .refine(({ outcome, expertId }) => outcome !== 'granted' || expertId !== undefined, {
    path: ['expertId'],
    message: bilingualMessage('同意回避时请写明是哪位专家。', 'To grant a recusal, please say which expert.'),
  });

const limit = 500;
const clause = '人社部令第40号（评审专家回避）';

/** A recusal as the API shows it. */
export function recusalBody({ requestedAt, decidedAt, ...recusal }: Recusal) {
  return {
    ...recusal,
    requestedAt: isoInBeijing(requestedAt),
    decidedAt: decidedAt === null ? null : isoInBeijing(decidedAt),
  };
}

const tag = '评委会';
const path = '/api/campaigns/{id}/recusals';

/** Recusals: an expert's own and the office's hold at once; the office decides on those applicants ask for. */
export const recusalRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '回避：专家只见本人的',
    roles: ['office', 'supervisor', 'expert', 'chair'],
    subject: campaignInPath,
    answers: { 200: RecusalsAnswer, 304: null },
    handle: async ({ subject: { id: campaignId }, caller }, { db }) => {
      const all = holds(caller, 'office', campaignId) || holds(caller, 'supervisor', campaignId);
      const expertId = all ? undefined : await expertOf(db, caller);
      const ownerLabel = expertId ? { expertId } : {};
      const rows = expertId === null ? [] : await recusalsOf(db, { campaignId, ...ownerLabel, limit });
      // An expert learns that they are recused, not who asked for it and why.
      const withNames = rows.map((row) =>
        all || row.requestedByRole !== 'applicant' ? row : { ...row, named: null, reason: '' },
      );
      const readable = all ? withNames : withNames.filter(({ outcome }) => outcome === 'granted');
      return { items: readable.map(recusalBody) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '专家自行回避，或办事机构决定回避，即时生效',
    roles: ['office', 'expert', 'chair'],
    subject: campaignInPath,
    body: NewRecusal,
    answers: { 201: RecusedAnswer },
    handle: async ({ subject: { id: campaignId }, body, caller }, { db, clock }) => {
      const { expertId: named, applicationId, reason } = body;
      const { expertId, role } = await expertOwnership(db, caller, campaignId, named);
      if (applicationId !== null && (await lookUpApplication(db, applicationId))?.campaignId !== campaignId) {
        throw noSuchApplication();
      }
      const recusal = { campaignId, expertId, applicationId, requestedByRole: role, by: caller.personId, reason };
      const id = await recuse(db, { ...recusal, at: await clock() }).catch(refuseTwice);
      return { id, outcome: 'granted' };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{recusalId}/decision`,
    tag,
    summary: '答复申报人的回避申请',
    roles: ['office'],
    subject: campaignInPath,
    body: RecusalDecision,
    answers: { 200: RecusedAnswer },
    handle: async ({ subject: { id: campaignId }, params: { recusalId }, body, caller }, { db, clock }) => {
      const { outcome, expertId = null, reason } = body;
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
      return { id: recusalId, outcome };
    },
  }),
];

/** @throws Problem `already_there` when a recusal of the same kind is registered already */
export function refuseTwice(error: unknown): never {
  throw isAlreadyThere(error)
    ? new Problem(
        'already_there',
        { zh: '这项回避已经登记，不必重复。', en: 'This recusal is registered already.' },
        { clause },
      )
    : error;
}
