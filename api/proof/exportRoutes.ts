import { titleOf } from '../../records/conferral/certificates.js';
import { exportedCampaign } from '../../records/proof/exportedCampaign.js';
import { canonical } from '../../rules/canonical.js';
import { readingRoles } from '../applications/mayReadDossier.js';
import { visibleApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { exportedApplication } from './exportedApplication.js';
import { requireIntact } from './requireIntact.js';
import { sendSigned } from './signedFile.js';

const tag = '核验';

/** Signed files that anybody can check offline: the record of a whole campaign, and one certificate with its record. */
export const exportRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/export',
    tag,
    summary: '导出整个年度评审的记录，供离线核验：无姓名，文字只有哈希',
    roles: ['supervisor', 'office'],
    subject: campaignInPath,
    answers: { 200: 'file' },
    handle: async ({ subject: { id: campaignId, title }, response }, { db, clock, recordSigner }) => {
      const record = await exportedCampaign(db, campaignId);
      const file = { format: 'pingshen-campaign/1', campaignId, title, exportedAt: await clock(), ...record };
      await sendSigned(recordSigner, response, `campaign-${campaignId}.json`, file);
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/certificate/export`,
    tag,
    summary: '导出证书及其记录，供离线核验；各专家的评分只对可查阅者列出，对其他人只列哈希',
    roles: 'signed in',
    subject: visibleApplication,
    answers: { 200: 'file' },
    handle: async ({ subject: { application, roles }, caller, response }, services) => {
      const { db } = services;
      await requireIntact(services, application.id);
      const title = await titleOf(db, application.id);
      if (!title) throw new Problem('not_found', { zh: '没有授予资格。', en: 'No title was conferred.' });
      const readers = await readingRoles(db, caller, application, roles);
      const file = await exportedApplication(services, { application, roles: readers, caller });
      response.attachment(`certificate-${title.number}.json`).type('json').send(canonical(file));
    },
  }),
];
