import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { recusalsOf } from '../../records/committee/recusalList.js';
import { requestRecusal } from '../../records/committee/recusalRequests.js';
import type { Database } from '../../records/database.js';
import { recusalRefusal } from '../../rules/committee/recusalRefusal.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf, refusalBody } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { own } from '../openapi/parts.js';
import { RecusalRequestedAnswer, RecusalRequestsAnswer } from './answers.js';
import { recusalBody, refuseTwice } from './recusals.js';

const tag = '评委会';
const path = `${own}/recusals` as const;

/**
 * An applicant asks that somebody does not judge them. The list of experts is not public, so they name a person, whether
 * or not that is an expert, and the answer does not say so either.
 */
export const recusalRequestRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '本人申请的回避',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    answers: { 200: RecusalRequestsAnswer, 304: null },
    handle: async ({ subject: application }, { db }) => {
      const { id, campaignId } = application;
      const rows = await recusalsOf(db, { campaignId, applicantRequestsOf: id, limit: 50 });
      const items = rows.map(recusalBody).map(({ named, reason, requestedAt, outcome, decidedReason, decidedAt }) => ({
        named: named ?? '',
        reason,
        requestedAt,
        outcome,
        decidedReason,
        decidedAt,
      }));
      const refusal = await tooLate(db, application);
      return { items, refusal: refusal && refusalBody(refusal) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '申报人申请某人回避',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    body: z.strictObject({ named: line(100), reason: paragraph(500) }),
    answers: { 201: RecusalRequestedAnswer },
    handle: async ({ subject: application, body: { named, reason }, caller }, { db, clock }) => {
      const { id: applicationId, campaignId } = application;
      const refusal = await tooLate(db, application);
      if (refusal) throw problemOf(refusal);
      const wanted = { campaignId, applicationId, named, reason, by: caller.personId, at: await clock() };
      await requestRecusal(db, wanted).catch(refuseTwice);
      return { named, outcome: null };
    },
  }),
];

/** Why the applicant cannot ask any more, or null. */
async function tooLate(db: Database, application: Application) {
  return recusalRefusal(application.facts, (await pinnedPolicy(db, application)).policy);
}

/** The application named in the path, for its applicant. @throws Problem `not_found`, `not_permitted` */
async function ownApplication(
  arrival: Parameters<typeof visibleApplication>[0],
  services: { readonly db: Database },
): Promise<Application> {
  const { application, roles } = await visibleApplication(arrival, services);
  if (!roles.includes('applicant'))
    throw new Problem('not_permitted', {
      zh: '只有申报人本人可以申请回避。',
      en: 'Only the applicant can ask for a recusal.',
    });
  return application;
}
