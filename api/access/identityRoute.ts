import { z } from 'zod';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { own } from '../openapi/parts.js';
import { IdentityAnswer } from './answers.js';
import { mayAskForIdentity } from './mayAskForIdentity.js';

/** The full ID number and telephone of a candidate, for the roles the policy names, who say why; the log keeps the reason. */
export const identityRoute = defineRoute({
  method: 'post',
  path: `${own}/identity`,
  tag: '查阅记录',
  summary: '查看完整身份证号和电话，须写明理由（评审政策规定的角色）',
  roles: 'signed in',
  subject: async (arrival, services) => {
    const { application, roles } = await visibleApplication(arrival, services);
    const { allowed, clause } = await mayAskForIdentity(services.db, application, roles);
    if (!allowed && application.applicantId !== arrival.caller.personId)
      throw new Problem(
        'not_permitted',
        { zh: '您的角色此时不能查看完整证件号码。', en: 'Your role cannot see the full ID number now.' },
        { clause },
      );
    return application;
  },
  body: z.strictObject({ reason: paragraph(500) }),
  answers: { 200: IdentityAnswer },
  reading: ({ subject: application, body: { reason } }) => ({
    kind: 'identity',
    application,
    object: application.facts.dossierHash,
    reason,
  }),
  handle: async ({ subject: { id: applicationId, facts }, response }, { db }) => {
    const { dossierHash: hash } = facts;
    const kept = await (hash === null
      ? findDossier(db, applicationId)
      : findFrozenDossier(db, { applicationId, hash }));
    const { idNumber = null, phone = null } = kept?.dossier.basicInformation ?? {};
    response.set('Cache-Control', 'private, no-store');
    return { idNumber, phone };
  },
});
