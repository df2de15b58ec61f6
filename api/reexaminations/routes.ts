import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import type { Application } from '../../records/application/applicationRow.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { decideReexamination, requestReexamination } from '../../records/conferral/decideReexamination.js';
import {
  type Reexamination,
  reexaminationBehind,
  reexaminationOf,
  reexaminationsOf,
} from '../../records/conferral/reexaminations.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import {
  type ReexaminationPeriod,
  reexaminationLabels,
  reexaminationOutcomes,
  reexaminationPeriod,
  reexaminationRefusal,
} from '../../rules/sanctions/reexamination.js';
import { readingRoles } from '../applications/mayReadDossier.js';
import { isUuid, visibleApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { OwnReexaminationAnswer, ReexaminationAnswer, ReexaminationsAnswer } from '../conferral/answers.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { own } from '../openapi/parts.js';
import { reopen } from './reopen.js';

const ReexaminationDecision = z.strictObject({
  outcome: z.enum(reexaminationOutcomes).meta({ description: '重新提交评审，或维持原结果' }),
  reason: paragraph(2000),
});
const limit = 500;
/** Who reads the reasons: the candidate, and those who decide, the committee that votes again among them. */
const concerned: readonly Role[] = ['applicant', 'unit', 'department', 'office', 'supervisor', 'expert', 'chair'];

function periodBody({ due, clause, explanation }: ReexaminationPeriod) {
  return { due: isoInBeijing(due), clause, explanation: explanation.zh, explanationEn: explanation.en };
}

/** A reexamination as the API shows it. */
function reexaminationBody({ applicantId: _, campaignId: __, requestedAt, decidedAt, ...reported }: Reexamination) {
  const decided = decidedAt === null ? null : isoInBeijing(decidedAt);
  return {
    ...reported,
    stateLabel: reexaminationLabels[reported.state],
    requestedAt: isoInBeijing(requestedAt),
    decidedAt: decided,
  };
}

const tag = '复查';

/** Applicants ask for a reexamination of their own application, once; the office of the campaign answers. */
export const reexaminationRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/reexamination`,
    tag,
    summary: '能否申请复查、期限与结果',
    roles: 'signed in',
    subject: visibleApplication,
    answers: { 200: OwnReexaminationAnswer, 304: null },
    handle: async ({ subject: { application, roles }, caller }, services) => {
      const { period, asked, refusal } = await snapshot(services, application);
      const reading = await readingRoles(services.db, caller, application, roles);
      const mayRead = reading.some((role) => concerned.includes(role));
      const behind = mayRead ? await reexaminationBehind(services.db, application.id) : null;
      return {
        mayRequest: refusal === null && application.applicantId === caller.personId,
        period: period && periodBody(period),
        reexamination: mayRead && asked ? reexaminationBody(asked) : null,
        reopened: behind && reexaminationBody(behind),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${own}/reexamination`,
    tag,
    summary: '未通过者申请复查，一次为限',
    roles: 'signed in',
    among: ['applicant'],
    subject: async (arrival, services) => {
      const { application, roles } = await visibleApplication(arrival, services);
      if (!roles.includes('applicant'))
        throw new Problem('not_permitted', {
          zh: '只有申报人本人可以申请复查。',
          en: 'Only the applicant can ask for a reexamination.',
        });
      return application;
    },
    body: z.strictObject({ reason: paragraph(2000) }),
    answers: { 201: ReexaminationAnswer },
    handle: async ({ subject: application, body: { reason }, caller, response }, services) => {
      const { db, clock } = services;
      const { refusal } = await snapshot(services, application);
      if (refusal) throw problemOf(refusal);
      const { id: applicationId, campaignId } = application;
      const requested = { applicationId, campaignId, reason, by: caller.personId, at: await clock() };
      await requestReexamination(db, requested).catch((error: unknown) => {
        throw isAlreadyThere(error)
          ? new Problem('already_done', {
              zh: '已经申请过复查，不能重复申请。',
              en: 'A reexamination has been asked for already, and cannot be asked for twice.',
            })
          : error;
      });
      wakeMail(services);
      const written = await reexaminationOf(db, applicationId);
      response.status(201).json(written && reexaminationBody(written));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/reexaminations',
    tag,
    summary: '复查申请',
    roles: ['office', 'supervisor', 'chair'],
    subject: campaignInPath,
    answers: { 200: ReexaminationsAnswer, 304: null },
    handle: async ({ subject: { id: campaignId } }, { db }) => ({
      items: (await reexaminationsOf(db, { campaignId, limit })).map(reexaminationBody),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/campaigns/{id}/reexaminations/{applicationId}/decision',
    tag,
    summary: '答复复查申请',
    roles: ['office'],
    subject: campaignInPath,
    body: ReexaminationDecision,
    answers: { 200: ReexaminationAnswer },
    handle: async ({ subject, params: { applicationId }, body, caller }, services) => {
      const { db, clock } = services;
      const { id: campaignId } = subject;
      const { outcome: state, reason } = body;
      const { personId: by } = caller;
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
      wakeMail(services);
      const decided = await reexaminationOf(db, applicationId);
      if (decided?.state !== state)
        throw new Problem('already_done', {
          zh: '这项复查申请已经答复。',
          en: 'This request for a reexamination is answered already.',
        });
      // Also when it was decided before and the new application could not be opened then.
      const old = await lookUpApplication(db, applicationId);
      if (old && decided.newApplicationId !== null) await reopen(services, old, decided.newApplicationId);
      return reexaminationBody(decided);
    },
  }),
];

async function snapshot({ db, clock }: Pick<Deps, 'db' | 'clock'>, application: Application) {
  const [{ policy, calendar }, requested, at] = await Promise.all([
    pinnedPolicy(db, application),
    reexaminationOf(db, application.id),
    clock(),
  ]);
  const period = reexaminationPeriod(application.facts, policy, calendar);
  return { period, asked: requested, refusal: reexaminationRefusal(period, { requested: requested !== null, at }) };
}
