import { z } from 'zod';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { identityReaders } from '../../rules/access/identityReaders.js';
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
  among: ['applicant', ...identityReaders],
  subject: async (arrival, services) => {
    const { application, roles } = await visibleApplication(arrival, services);
    const { allowed, named, clause } = await mayAskForIdentity(services.db, application, roles);
    if (allowed || application.applicantId === arrival.caller.personId) return application;
    if (!named)
      throw new Problem(
        'not_permitted',
        { zh: '您的角色不能查看完整证件号码。', en: 'Your role cannot see the full ID number.' },
        { clause },
      );
    throw new Problem(
      'event_not_allowed',
      {
        zh: '申报现在不由您办理，不需核对身份，不能查看完整证件号码。',
        en: 'The application does not lie with you now, so you need not check who it is.',
      },
      { clause },
    );
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
