import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import type { Application } from '../../records/application/applicationRow.js';
import { timelineOf } from '../../records/application/timeline.js';
import { investigators } from '../../records/conferral/investigators.js';
import { assignInvestigator, objectionFilesOf } from '../../records/conferral/objectionFiles.js';
import type { Database } from '../../records/database.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { objectorOwner } from '../../records/sealed/sealedContact.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { maskedText } from '../../rules/dossier/maskedText.js';
import { requireRole } from '../accounts/caller.js';
import { visibleApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { sendFile } from '../documents/sendFile.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { localDate, paragraph } from '../http/text.js';
import { own } from '../openapi/parts.js';
import { InvestigationAnswer, InvestigatorsAnswer, ObjectionListAnswer } from './answers.js';
import { outcomeIn } from './outcomeOf.js';

const tag = '异议';

/**
 * The objections to an application, the names of the objectors included, for supervisor and office of its campaign and
 * for nobody else.
 */
export const objectionListRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/objections`,
    tag,
    summary: '异议及提出人、证据（监督、办事机构）',
    roles: 'signed in',
    among: ['office', 'supervisor'],
    subject: investigated,
    answers: { 200: ObjectionListAnswer, 304: null },
    reading: ({ subject: application }) => ({ kind: 'objector', application, object: null }),
    handle: async ({ subject: { id, facts } }, { db }) => {
      const [files, timeline] = await Promise.all([objectionFilesOf(db, id), timelineOf(db, id)]);
      const items = facts.objections.map(({ id: objectionId, stage }) => {
        const file = files.find((one) => one.objectionId === objectionId);
        const {
          name = null,
          contact = null,
          investigatorId = null,
          investigatorName = null,
          dueOn = null,
        } = file ?? {};
        const evidence = (file?.evidence ?? []).map(({ uploadedAt, sha256: _, ...kept }) => ({
          ...kept,
          uploadedAt: isoInBeijing(uploadedAt),
        }));
        return {
          id: objectionId,
          stage,
          ...outcomeIn(timeline, objectionId),
          name,
          contact: contact && maskedText(contact),
          investigatorId,
          investigatorName,
          dueOn,
          evidence,
        };
      });
      return { items };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${own}/objections/{objectionId}/contact`,
    tag,
    summary: '查看异议提出人的完整联系方式，须写明理由',
    roles: 'signed in',
    among: ['office', 'supervisor'],
    subject: investigated,
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 200: z.object({ contact: z.string().nullable() }) },
    reading: ({ subject: application, params: { objectionId }, body: { reason } }) => ({
      kind: 'objector',
      application,
      object: objectionId,
      reason,
    }),
    handle: async ({ subject: { id }, params: { objectionId } }, { db }) => {
      const file = (await objectionFilesOf(db, id)).find((one) => one.objectionId === objectionId);
      if (!file) throw new Problem('not_found', { zh: '没有这项异议。', en: 'There is no such objection.' });
      return { contact: file.contact };
    },
  }),
  defineRoute({
    method: 'put',
    path: `${own}/objections/{objectionId}/investigation`,
    tag,
    summary: '指定核查人和期限',
    roles: 'signed in',
    among: ['office', 'supervisor'],
    subject: investigated,
    /** Who looks into the objection, and by which day. */
    body: z.strictObject({ investigatorId: z.string().min(1).max(64), dueOn: localDate }),
    answers: { 200: InvestigationAnswer },
    handle: async (
      { subject: { id, facts, campaignId }, body: { investigatorId, dueOn }, params, caller },
      services,
    ) => {
      const { db, clock } = services;
      const objection = facts.objections.find((one) => one.id === params.objectionId);
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
      wakeMail(services);
      return { investigatorId, investigatorName: chosen.name, dueOn };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/objections/{objectionId}/evidence/{evidenceId}`,
    tag,
    summary: '下载异议的证据材料',
    roles: 'signed in',
    among: ['office', 'supervisor'],
    subject: investigated,
    answers: { 200: 'file' },
    reading: ({ subject: application, params: { evidenceId } }) => ({
      kind: 'objector',
      application,
      object: evidenceId,
    }),
    handle: async ({ subject: { id }, params: { objectionId, evidenceId }, response }, services) => {
      const files = await objectionFilesOf(services.db, id);
      const file = files.find((one) => one.objectionId === objectionId)?.evidence.find((one) => one.id === evidenceId);
      if (!file)
        throw new Problem('not_found', {
          zh: '没有这份材料，或者您无权查看。',
          en: 'There is no such document, or you may not see it.',
        });
      const owner = objectorOwner({ applicationId: id, objectionId });
      sendFile(response, file, await readFileOf(services, { owner, sha256: file.sha256 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/investigators',
    tag,
    summary: '可以指定的核查人',
    roles: ['supervisor', 'office'],
    subject: campaignInPath,
    answers: { 200: InvestigatorsAnswer, 304: null },
    handle: async ({ subject: { id } }, { db }) => ({ items: await investigators(db, id) }),
  }),
];

/** The application named in the path, for those who investigate objections to it. @throws Problem */
async function investigated(
  arrival: Parameters<typeof visibleApplication>[0],
  services: { readonly db: Database },
): Promise<Application> {
  const { caller } = arrival;
  const { application } = await visibleApplication(arrival, services);
  requireRole(caller, ['supervisor', 'office'], application.campaignId);
  if (application.applicantId === caller.personId) {
    throw new Problem('own_application', {
      zh: '不能查看针对本人的异议。',
      en: 'Nobody can see objections about themselves.',
    });
  }
  return application;
}
